import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { boundedLines } from './bounded-lines.js';
import { refused, text } from './csv-bytes.js';
import { DIALECT, type Table } from './csv-table.js';

/** One row as it stands in the file. */
export interface RawRow {
  /** As a spreadsheet counts: the header is row 1. */
  number: number;
  cells: Record<string, string>;
  /** What is wrong with the row as a whole; null when it has the cells its header promises. */
  fault: string | null;
}

/** Every row below the header, one at a time, however long the file. Throws a SourceError when it stops being CSV. */
export async function* rowsOf({ file, delimiter, header }: Table, signal: AbortSignal): AsyncGenerator<RawRow> {
  const parser = parse({ ...DIALECT, delimiter });
  // An error reaches us through the parser, which the pipeline destroys with it.
  pipeline(Readable.from(boundedLines(file.name, text(file))), parser, () => {});
  let number = 0;
  let headerSeen = false;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      signal.throwIfAborted();
      number += 1;
      if (cells.every((cell) => cell.trim() === '')) continue;
      if (headerSeen) yield rawRow(number, cells, header);
      headerSeen = true;
    }
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw refused(`${file.name} cannot be read after row ${number}: ${FAULTS[cause.code] ?? cause.message}`, cause);
  }
}

const FAULTS: Partial<Record<CsvError['code'], string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed. Close it, or export the file again.',
  CSV_MAX_RECORD_SIZE:
    'a row is longer than a million characters, as happens when a quote is never closed. Close it, or export the file again.',
};

function rawRow(number: number, cells: string[], header: string[]): RawRow {
  const surplus = cells.slice(header.length).some((cell) => cell.trim() !== '');
  const widthFault = surplus || cells.length < header.length ? `has ${cells.length} cells where the header has ${header.length}` : null;
  const zero = cells.some((cell) => cell.includes('\0'));
  return {
    number,
    cells: Object.fromEntries(header.map((name, index) => [name, storable(cells[index] ?? '')])),
    fault: widthFault ?? (zero ? 'has a zero byte in a cell' : null),
  };
}

/** Postgres keeps no zero byte; the row is refused, but must be shown. */
const storable = (cell: string) => (cell.includes('\0') ? cell.replaceAll('\0', '\ufffd') : cell);
