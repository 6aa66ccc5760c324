import { database } from '../../etl/warehouse/index.js';
import { INSTALLATION } from '../access/audit/audit.js';
import { AuditLog } from '../access/audit/audit-log.js';
import { type Command, CommandMistake, type PlaceContext } from '../command.js';
import { deleteLogin } from './delete-login.js';
import { clearEnded, endWorkspace } from './end-workspace.js';
import { removeMails } from './files-of-workspace.js';
import { Keeper } from './keeper.js';

/** Deletes a workspace or a login, on the server's shell. */
export const deleteCommand: Command<PlaceContext> = {
  name: 'delete',
  usage: 'workspace <name or id> | login <e-mail>',
  summary: 'deletes a workspace, or a login and what is known of its person, with all that is in it, for ever',
  async run([what, ...words], context) {
    const whom = words.join(' ');
    if (!whom || (what !== 'workspace' && what !== 'login')) throw new CommandMistake('Say what is to be deleted.');
    const { ownerUrl, keys: key, now } = context;
    const keeper = new Keeper(ownerUrl);
    const db = await database(ownerUrl, { poolSize: 1, scoped: true }).initialize();
    try {
      const audit = new AuditLog({ db, key, now });
      return await (what === 'workspace' ? workspace : login)(whom, { ...context, keeper, audit });
    } finally {
      await db.destroy();
    }
  },
};

interface Deleting extends PlaceContext {
  keeper: Keeper;
  audit: AuditLog;
}

async function workspace(whom: string, { keeper, audit, now, print, dataDirectory }: Deleting): Promise<number> {
  const found = await keeper.together((tx) =>
    tx.query<{ id: string; name: string }[]>('select id, name from workspace where name = $1 or id::text = $1', [whom]),
  );
  const [only, ...more] = found;
  if (!only) throw new CommandMistake(`There is no workspace "${whom}".`);
  if (more.length > 0)
    throw new CommandMistake(`There are ${found.length} workspaces of that name. Say its id: ${found.map(({ id }) => id).join(', ')}.`);
  const { id: workspaceId } = only;
  const note = { workspaceId: INSTALLATION, action: 'workspace.deleted', actor: 'shell', subject: workspaceId } as const;
  await endWorkspace(keeper, { workspaceId, now: now(), note: (tx) => audit.note(note, tx) });
  print(`${await clearEnded(keeper, dataDirectory)} rows and the files of "${only.name}" are gone.`);
  return 0;
}

async function login(email: string, { keeper, audit, print, dataDirectory }: Deleting): Promise<number> {
  const deleted = await keeper.together(async (tx) => {
    const [found] = await tx.query<{ id: string }[]>('select id from login where lower(email) = lower($1)', [email]);
    if (!found) throw new CommandMistake(`Nobody signs in as ${email}.`);
    // Whoever has the server's shell may leave a workspace without an admin: they make the next one.
    return deleteLogin(tx, { loginId: found.id, audit, actor: 'shell', allowed: async () => {} });
  });
  await removeMails(dataDirectory, deleted?.outboxFiles ?? []);
  print('The login and what was known of its person are gone.');
  return 0;
}
