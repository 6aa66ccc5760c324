import { keyringOf } from '../../etl/warehouse/index.js';
import { INSTALLATION } from '../access/audit/audit.js';
import { noteByShell } from '../access/audit/note-by-shell.js';
import { type Command, type CommandContext, CommandMistake } from '../command.js';
import { forgetOtherKeys, noteKey } from './check-key.js';
import { newRoot, openKeyFile } from './key-file.js';
import { readKeys, sealingKey, shownId } from './keys.js';
import { resealAll } from './reseal-all.js';
import { keysInUse } from './sealed-values.js';
import { readSettings } from './settings.js';

const VERBS: Record<string, (context: CommandContext) => Promise<number>> = { show, rotate, forget };

/** The key with which secrets are sealed, replaced while Baton runs. */
export const keyCommand: Command = {
  name: 'key',
  usage: 'show | rotate | forget',
  summary: 'shows which key seals what, replaces it while Baton runs, and forgets the ones that were replaced',
  async run(args, context) {
    const verb = args.length === 1 ? VERBS[args[0] ?? ''] : undefined;
    if (!verb) throw new CommandMistake(`Say one of ${Object.keys(VERBS).join(', ')}.`);
    return verb(context);
  },
};

async function show({ db, dataDirectory, print }: CommandContext): Promise<number> {
  const { secretKey: ring } = await readKeys(dataDirectory, readSettings(process.env));
  const current = shownId(ring.current());
  const counts = await keysInUse(db);
  print(`${current} seals; it has sealed ${counts.get(current) ?? 0} values.`);
  for (const [keyId, count] of counts) {
    if (keyId === current) continue;
    const known = ring.find(Buffer.from(keyId, 'hex')) !== null;
    print(`${keyId} has sealed ${count} values${known ? '' : ', and is not known here'}.`);
  }
  return 0;
}

/** A rotation that was stopped goes on; otherwise a new one begins. */
async function rotate(context: CommandContext): Promise<number> {
  const { db, dataDirectory, now, print, signal } = context;
  const settings = readSettings(process.env);
  const { secretKey: known } = await readKeys(dataDirectory, settings);
  const before = shownId(known.current());
  if (settings.secretKey !== undefined && !settings.newSecretKey && !settings.oldSecretKey)
    throw new CommandMistake('The key is that of BATON_SECRET_KEY. Set BATON_SECRET_KEY_NEW, for the server too, and run this again.');
  if (settings.secretKey === undefined) await renewFile(context);
  const target = settings.secretKey !== undefined && settings.newSecretKey ? sealingKey(settings.newSecretKey) : null;
  const ring = target ? { current: () => target, find: keyringFind(known, target) } : known;
  await noteKey(db, ring, now());
  const { count, brokenCount } = await resealAll(db, { ring, signal, print });
  const keyId = shownId(ring.current());
  const detail = { keyId, before, count, brokenCount };
  await noteByShell({ ...context, secretKey: ring }, { workspaceId: INSTALLATION, action: 'key.rotated', subject: keyId, detail });
  print(`${count} values are sealed with the key ${keyId} now.`);
  if (brokenCount > 0) print(`${brokenCount} could not be opened and are as they were: enter those credentials again.`);
  print(target ? AFTER_VARIABLE : AFTER_FILE);
  return brokenCount === 0 ? 0 : 1;
}

const AFTER_VARIABLE =
  'Now start every server with the new key as BATON_SECRET_KEY and the former as BATON_SECRET_KEY_OLD; when all have, run key rotate once more, then key forget, and leave the former out.';
const AFTER_FILE =
  'A running server follows the file. The former key is still in it, for backups and sessions: npm run baton -- key forget takes it out.';

const keyringFind = (known: { find(id: Buffer): Buffer | null }, target: Buffer) => (id: Buffer) =>
  keyringOf(target).find(id) ?? known.find(id);

/** Unless what an earlier rotation has left is still being sealed anew. */
async function renewFile({ db, dataDirectory, print }: CommandContext): Promise<void> {
  const file = await openKeyFile(dataDirectory);
  const [current = '', ...former] = file.roots();
  const counts = await keysInUse(db);
  const left = [...counts.keys()].filter((keyId) => keyId !== shownId(sealingKey(current)));
  if (left.length > 0) {
    print('A rotation was stopped before its end; it goes on.');
    return;
  }
  await file.keep([newRoot(), ...new Set([current, ...former].map((root) => root.trim()))]);
}

async function forget(context: CommandContext): Promise<number> {
  const { db, dataDirectory, print } = context;
  const settings = readSettings(process.env);
  const { secretKey: ring } = await readKeys(dataDirectory, settings);
  const current = shownId(ring.current());
  const left = [...(await keysInUse(db))].filter(([keyId]) => keyId !== current);
  if (left.length > 0) throw new CommandMistake('There is something left that another key sealed. Run: npm run baton -- key rotate');
  if (settings.secretKey === undefined) {
    const file = await openKeyFile(dataDirectory);
    await file.keep(file.roots().slice(0, 1));
  }
  await forgetOtherKeys(db, ring);
  await noteByShell({ ...context, secretKey: ring }, { workspaceId: INSTALLATION, action: 'key.forgotten', subject: current });
  print(`Only ${current} opens what is sealed here. Backups that were made before need the key of their time.`);
  return 0;
}
