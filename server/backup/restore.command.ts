import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, CommandMistake, type PlaceContext } from '../command.js';
import { noteOfBackup } from './note-of-backup.js';
import { type Restored, restoreBackup } from './restore-backup.js';
import { sizeWords } from './size-words.js';

/** Fills an empty database from a backup. */
export const restoreCommand: Command<PlaceContext> = {
  name: 'restore',
  usage: '[--mail-missed] [--without-key] <file>',
  summary:
    'fills an empty database from a backup, whole or not at all; --mail-missed lets reports send what they owe since, --without-key leaves credentials out',
  async run(args, { ownerUrl, keys, now, print }) {
    const { file, mailMissed, withoutKey } = parsed(args);
    const before = performance.now();
    const knowsKey = (keyId: string) => keys.find(Buffer.from(keyId, 'hex')) !== null;
    const restored = await restoreBackup({ url: ownerUrl, file, knowsKey, mailMissed, withoutKey, now: now() });
    const { madeAt } = restored.head;
    await noteOfBackup(ownerUrl, { keys, now }, { action: 'backup.restored', detail: { rows: restored.rows, madeAt } });
    for (const line of linesOf(restored, performance.now() - before)) print(line);
    return 0;
  },
};

function parsed(args: string[]) {
  const options = { 'mail-missed': { type: 'boolean', default: false }, 'without-key': { type: 'boolean', default: false } } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new CommandMistake('Name one file.');
    return { file: resolve(process.env.INIT_CWD ?? '.', file), mailMissed: values['mail-missed'], withoutKey: values['without-key'] };
  } catch (cause) {
    if (cause instanceof CommandMistake) throw cause;
    throw new CommandMistake((cause as Error).message, { cause });
  }
}

function linesOf({ head, rows, bytes, settledMails }: Restored, milliseconds: number): string[] {
  const lines = [`${rows} rows of ${head.madeAt}, ${sizeWords({ bytes, milliseconds })}. Everybody signs in anew.`];
  if (settledMails > 0) {
    lines.push(`${settledMails} mails fell due since the backup and may have gone out: they are not sent, and the list of mails says so.`);
  }
  return lines;
}
