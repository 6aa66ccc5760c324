import { enter, undecided, type Workspace } from '../../etl/warehouse/index.js';
import { INSTALLATION } from '../access/audit/audit.js';
import { AuditLog } from '../access/audit/audit-log.js';
import { BegunDeeds } from '../access/audit/begun-deeds.js';
import { hasAdmin } from '../access/login/logins.js';
import { currentWorkspace, ownWorkspace, workspaceOf } from '../access/workspaces.js';
import { type Command, type CommandContext, CommandMistake, type PlaceContext } from '../command.js';
import { currentUrl, signInLink } from './address.js';
import { chosenWorkspace, takeWorkspaceName } from './chosen-workspace.js';
import type { Ground } from './open.js';
import type { Settings } from './settings.js';

interface Listed {
  name: string;
  /** 'own': it brings in the company's data, which never goes to the sample company's workspace. */
  workspace: 'own' | 'current';
  /** It changes nothing, so that it works on a database that takes no changes. */
  reads?: true;
  /** Loaded when it is asked for: each brings its own libraries. */
  load(): Promise<Command>;
}

const COMMANDS: Listed[] = [
  { name: 'import', workspace: 'own', load: async () => (await import('../import/import.command.js')).importCommand },
  { name: 'connect', workspace: 'own', load: async () => (await import('../source/connect.command.js')).connectCommand },
  { name: 'sync', workspace: 'current', load: async () => (await import('../source/sync.command.js')).syncCommand },
  { name: 'singer', workspace: 'own', load: async () => (await import('../import/messages.command.js')).singerCommand },
  { name: 'airbyte', workspace: 'own', load: async () => (await import('../import/messages.command.js')).airbyteCommand },
  {
    name: 'definition',
    workspace: 'current',
    load: async () => (await import('../definition/definition.command.js')).definitionCommand,
  },
  { name: 'report', workspace: 'current', load: async () => (await import('../report/report.command.js')).reportCommand },
  { name: 'audit', workspace: 'current', reads: true, load: async () => (await import('../access/audit/audit.command.js')).auditCommand },
  { name: 'key', workspace: 'current', load: async () => (await import('./key.command.js')).keyCommand },
  { name: 'login', workspace: 'current', load: async () => (await import('./login.command.js')).loginCommand },
  { name: 'link', workspace: 'current', load: async () => (await import('./link.command.js')).linkCommand },
];

/** Those that take the database as they find it: migrating it first would be too soon. */
const OF_THE_PLACE: { name: string; load(): Promise<Command<PlaceContext>> }[] = [
  { name: 'backup', load: async () => (await import('../backup/backup.command.js')).backupCommand },
  { name: 'restore', load: async () => (await import('../backup/restore.command.js')).restoreCommand },
  { name: 'delete', load: async () => (await import('../erasure/delete.command.js')).deleteCommand },
];

/** Runs one command on the database of this folder, together with a running `npm start` if there is one. */
export async function runCommand([name, ...typed]: string[], settings: Settings, signal: AbortSignal): Promise<number> {
  if (name === 'help' || name === '--help' || name === '-h') return print(await help());
  const ofThePlace = OF_THE_PLACE.find((one) => one.name === name);
  if (ofThePlace) return runOnPlace(await ofThePlace.load(), { args: typed, settings, signal });
  const listed = COMMANDS.find((one) => one.name === name);
  if (!listed) throw new CommandMistake(`There is no command "${name}". Known: ${names().join(', ')}.`);
  const command = await listed.load();
  if (typed.includes('--help')) return print(usage(command));
  const { args, name: workspaceName } = takeWorkspaceName(typed);
  const { openGround } = await import('./open.js');
  const ground = await openGround(settings);
  try {
    const code = await begunAt(ground, listed, () =>
      undecided(() => command.run(args, contextOf(listed, ground, { signal, workspaceName }))),
    );
    if (code === 0 && listed.workspace === 'own') await showLink(ground, workspaceName);
    return code;
  } catch (error) {
    throw withUsage(error, command);
  } finally {
    await ground.close();
  }
}

/** A command writes down what it has done; one that is broken off before comes into the audit log by what was begun. */
async function begunAt({ longWork: db, keys, clock }: Ground, { name, reads }: Listed, run: () => Promise<number>): Promise<number> {
  if (reads) return run();
  const now = () => clock.now();
  const begun = new BegunDeeds(db, new AuditLog({ db, key: keys.secretKey, now }), now);
  const end = await begun.begin({ workspaceId: INSTALLATION, actor: 'shell', what: `baton ${name}` });
  try {
    const code = await run();
    await end();
    return code;
  } catch (error) {
    if (error instanceof CommandMistake) await end();
    throw error;
  }
}

interface Typed {
  args: string[];
  settings: Settings;
  signal: AbortSignal;
}

async function runOnPlace(command: Command<PlaceContext>, { args, settings, signal }: Typed): Promise<number> {
  if (args.includes('--help')) return print(usage(command));
  const { openPlace } = await import('./open-place.js');
  const { close, ...place } = await openPlace(settings);
  try {
    return await command.run(args, { ...place, dataDirectory: settings.dataDirectory, now: () => new Date(), print, signal });
  } catch (error) {
    throw withUsage(error, command);
  } finally {
    await close();
  }
}

const withUsage = (error: unknown, command: Described): unknown =>
  error instanceof CommandMistake ? new CommandMistake(`${error.message} Usage: ${usage(command)}`, { cause: error }) : error;

function contextOf(
  { workspace }: Listed,
  ground: Ground,
  { signal, workspaceName }: { signal: AbortSignal; workspaceName: string | null },
): CommandContext {
  const { longWork: db, settings, keys, clock } = ground;
  const chosen = async () => {
    const found = await chosenWorkspace(db, workspaceName);
    if (found?.sample && workspace === 'own')
      throw new CommandMistake(`"${found.name}" is the sample company, which takes no data of yours.`);
    return found;
  };
  const own = () => ownWorkspace(db, settings, clock.now());
  const entered = (found: Workspace) => {
    enter(found.id);
    return found;
  };
  return {
    db,
    dataDirectory: settings.dataDirectory,
    secretKey: keys.secretKey,
    workspace: async () => entered((await chosen()) ?? (workspace === 'current' ? await currentWorkspace(db) : null) ?? (await own())),
    now: () => clock.now(),
    print,
    signal,
  };
}

/** Own data is in a workspace of its own, which an earlier session does not show. A command that brought none in makes none. */
async function showLink({ db, settings, clock }: Ground, workspaceName: string | null): Promise<void> {
  const now = clock.now();
  const workspace = workspaceName === null ? await workspaceOf(db, { sample: false }) : await chosenWorkspace(db, workspaceName);
  if (!workspace) return;
  const url = await currentUrl(settings);
  const link = (await hasAdmin(db, workspace.id)) ? url : await signInLink(db, url, { workspaceId: workspace.id, now });
  print(`See it, while Baton runs (npm start):\n\n  ${link}\n`);
}

type Described = Pick<Command, 'name' | 'usage' | 'summary'>;

const names = () => ['start', ...[...COMMANDS, ...OF_THE_PLACE].map(({ name }) => name), 'help'];
const usage = ({ name, usage: rest }: Described) => `npm run baton -- ${[name, rest].filter(Boolean).join(' ')}`;

async function help(): Promise<string> {
  const commands: Described[] = await Promise.all([...COMMANDS, ...OF_THE_PLACE].map(({ load }) => load()));
  const lines = commands.map((command) => `  ${usage(command)}\n      ${command.summary}`);
  const several = 'Where there are several workspaces, --workspace <name> says which one a command is about.';
  return ['npm start starts Baton. Beside it:', '', ...lines, '', several].join('\n');
}

function print(line: string): 0 {
  process.stdout.write(`${line}\n`);
  return 0;
}
