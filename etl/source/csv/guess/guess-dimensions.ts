import type { ColumnSample } from './column-sample.js';
import type { FileSample } from './file-sample.js';

/** More values than these cannot be read in a chart. */
const MOST_VALUES = 40;
const LONGEST_VALUE = 40;
/** Beyond this the filter bar is longer than the page. */
const MOST_DIMENSIONS = 8;

/** Headers that mean a dimension every workspace knows. */
const KNOWN: [RegExp, string][] = [
  [/^(lead )?(source|origin|channel)$/, 'lead-source'],
  [/^(region|territory|country)$/, 'region'],
  [/^(product|plan|product line|package)$/, 'product'],
  [/^(industry|vertical)$/, 'industry'],
  [/^(segment|tier|customer segment)$/, 'segment'],
];

/** Columns of words with few values, which are worth filtering and breaking down by. */
export function guessDimensions({ columns, rowCount }: FileSample, used: string[]): Record<string, string> {
  const candidates = columns.filter((column) => !used.includes(column.column) && fewWords(column, rowCount));
  return Object.fromEntries(candidates.slice(0, MOST_DIMENSIONS).map(({ column, words }) => [dimensionName(words), column]));
}

function fewWords({ words, cells, distinct, dateFormats, decimals }: ColumnSample, rowCount: number): boolean {
  if (dateFormats.length > 0 || decimals.length > 0 || !/^[a-z]/.test(words) || / ?\b(id|no|number|email|phone)$/.test(words)) return false;
  const repeated = distinct.length > 1 && distinct.length <= Math.min(MOST_VALUES, rowCount / 2);
  return repeated && cells.every((cell) => cell.length <= LONGEST_VALUE);
}

const dimensionName = (words: string) => KNOWN.find(([pattern]) => pattern.test(words))?.[1] ?? words.replaceAll(' ', '-');
