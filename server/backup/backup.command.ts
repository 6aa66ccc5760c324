import { resolve } from 'node:path';
import { keyIdOf } from '../../etl/warehouse/index.js';
import { type Command, CommandMistake, type PlaceContext } from '../command.js';
import { makeBackup } from './make-backup.js';
import { noteOfBackup } from './note-of-backup.js';
import { readBackup } from './read-backup.js';
import { sizeWords } from './size-words.js';

/** Writes all there is into one file. */
export const backupCommand: Command<PlaceContext> = {
  name: 'backup',
  usage: '[--check] <file>',
  summary: 'writes all there is into one file, while Baton runs; --check reads such a file through and says whether it is whole',
  async run(args, context) {
    const [file, ...more] = args.filter((arg) => arg !== '--check');
    if (!file || more.length > 0 || file.startsWith('-')) throw new CommandMistake('Name one file.');
    const path = resolve(process.env.INIT_CWD ?? '.', file);
    return args.includes('--check') ? check(path, context) : make(path, context);
  },
};

async function make(file: string, { ownerUrl, keys, now, print, signal }: PlaceContext): Promise<number> {
  const before = performance.now();
  const { tables, bytes, fileBytes } = await makeBackup({
    url: ownerUrl,
    file,
    keyId: keyIdOf(keys.current()).toString('hex'),
    now: now(),
    signal,
  });
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  await noteOfBackup(ownerUrl, { keys, now }, { action: 'backup.made', detail: { rows, fileBytes } });
  print(
    `${file}: ${rows} rows of ${tables.length} tables, ${sizeWords({ bytes, milliseconds: performance.now() - before })}, ${sizeWords({ bytes: fileBytes })} in the file.`,
  );
  print('The secret key is not in it, nor who is signed in: keep the file secret-key, or BATON_SECRET_KEY, in another place.');
  return 0;
}

async function check(file: string, { print }: PlaceContext): Promise<number> {
  let rows = 0;
  for await (const part of readBackup(file)) {
    if (part.kind === 'head') print(`Made by Baton ${part.head.baton} at ${part.head.madeAt}, sealed with the key ${part.head.keyId}.`);
    if (part.kind === 'end') rows += part.end.rows;
  }
  print(`${file} is whole: ${rows} rows.`);
  return 0;
}
