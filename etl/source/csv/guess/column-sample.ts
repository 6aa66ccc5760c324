import { dateOf } from '../../mapping/date-cell.js';
import { DATE_FORMATS, type DateFormat } from '../../mapping/date-format.js';
import { decimalOf } from '../../mapping/number-cell.js';

/** What the first rows show of one column. */
export interface ColumnSample {
  column: string;
  /** The header as words: 'Close Date' and 'closeDate' are 'close date'. */
  words: string;
  /** Cells that are not empty. */
  cells: string[];
  distinct: string[];
  /** Every way in which all its cells can be read as dates; none for other columns. */
  dateFormats: DateFormat[];
  /** Every decimal sign with which all its cells are numbers. */
  decimals: ('.' | ',')[];
}

/** Seconds since 1970 look like any other number, so that they are never guessed. */
const GUESSABLE = DATE_FORMATS.filter((format) => !format.startsWith('unix'));

/** Share of the cells that must agree: exports are dirty. */
const AGREEING = 0.95;

export function columnSample(column: string, all: string[]): ColumnSample {
  const cells = all.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return {
    column,
    words: wordsOf(column),
    cells,
    distinct: [...new Set(cells)],
    dateFormats: GUESSABLE.filter((format) => agree(cells, (cell) => dateOf(cell, format, 'UTC'))),
    decimals: (['.', ','] as const).filter((decimal) => agree(cells, (cell) => decimalOf(cell, decimal))),
  };
}

export const wordsOf = (header: string): string =>
  header
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

function agree(cells: string[], read: (cell: string) => unknown): boolean {
  const readable = cells.filter((cell) => {
    try {
      read(cell);
      return true;
    } catch {
      return false;
    }
  });
  return cells.length > 0 && readable.length >= cells.length * AGREEING;
}
