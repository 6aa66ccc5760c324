import { basename } from 'node:path';
import { SourceError } from '../../source-error.js';
import { type CsvFile, fingerprint, head } from '../csv-bytes.js';
import { sample, tableOf } from '../csv-table.js';
import { type ColumnSample, columnSample } from './column-sample.js';

/** Rows looked at. */
const ROWS = 500;

/** What the beginning of a file shows. */
export interface FileSample {
  path: string;
  delimiter: string;
  /** Null for utf-8. */
  encoding: string | null;
  columns: ColumnSample[];
  rowCount: number;
}

/** Throws a SourceError when the file is no CSV. `path` is what the mapping will say. */
export async function fileSample(at: string, path: string): Promise<FileSample> {
  const file = { name: basename(at), path: at, encoding: await encodingOf({ name: basename(at), path: at, encoding: null }) };
  const { delimiter, header } = await tableOf(file, undefined);
  const rows = sample(await head(file), delimiter, ROWS).slice(1);
  const columns = header.map((column, index) =>
    columnSample(
      column,
      rows.map((row) => row[index] ?? ''),
    ),
  );
  return { path, delimiter, encoding: file.encoding, columns, rowCount: rows.length };
}

/** What is no UTF-8 is most often Excel's; the mapping says so for a person to check. */
async function encodingOf(file: CsvFile): Promise<string | null> {
  await head(file);
  return fingerprint(file).then(
    () => null,
    (error: unknown) => {
      if (error instanceof SourceError) return 'windows-1252';
      throw error;
    },
  );
}
