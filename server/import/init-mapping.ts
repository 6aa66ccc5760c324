import { access, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileSample } from '../../etl/source/csv/guess/file-sample.js';
import { guessMapping } from '../../etl/source/csv/guess/guess-mapping.js';
import type { MappedFile } from '../../etl/source/csv/mapping-file.js';
import { CommandMistake } from '../command.js';
import { typedPath } from './typed-path.js';

/** Writes mapping.json beside the first file, guessed from all of them, and says what it guessed. Never replaces one without --force. */
export async function initMapping(typed: string[], { force, print }: { force: boolean; print(line: string): void }): Promise<number> {
  const [first, ...rest] = typed.map(typedPath);
  if (first === undefined) throw new CommandMistake('Name the CSV files to start from.');
  const directory = dirname(first);
  const path = join(directory, 'mapping.json');
  if (!force && (await exists(path))) throw new CommandMistake(`${path} exists already. Use it, or replace it with --force.`);
  const samples = await Promise.all([first, ...rest].map((file) => fileSample(file, relative(directory, file))));
  const { mapping, notes } = guessMapping(basename(directory) || 'files', samples);
  await writeFile(path, `${JSON.stringify(mapping, null, 2)}\n`);
  print(`Wrote ${path}. It guesses:`);
  for (const file of mapping.files) print(guessed(file));
  print('Please check:');
  for (const note of notes) print(`- ${note}`);
  print(`Then: npm run baton -- import ${relative(typedPath('.'), path)}`);
  return 0;
}

function guessed(file: MappedFile): string {
  const columns = Object.entries(file.columns).map(([role, column]) => `${role} = ${typeof column === 'string' ? column : column.column}`);
  const dimensions = 'dimensions' in file && file.dimensions ? Object.keys(file.dimensions) : [];
  const format = file.dateFormat ? `; dates as ${file.dateFormat}` : '';
  const filters = dimensions.length > 0 ? `; to filter by: ${dimensions.join(', ')}` : '';
  return `- ${file.path}: ${file.what}; ${columns.join(', ')}${format}${filters}`;
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
