import { parse as parseAll } from 'csv-parse/sync';
import { type CsvFile, head, refused } from './csv-bytes.js';

/** How a file is cut into columns. */
export interface Table {
  file: CsvFile;
  delimiter: string;
  /** Names of the columns, in order; a column without a name is '(column 3)'. */
  header: string[];
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** More than any export has: what says otherwise is a file gone wrong. */
const MOST_COLUMNS = 2000;

/** Characters; the beginning of a file that is looked at, 64 kB, has more of them in any encoding. */
const LONG_HEADER = 20_000;

/** Rows looked at to find the delimiter. */
const SAMPLE = 20;

/** Longest row, in characters: an unclosed quote must not swallow the file. */
export const LONGEST_ROW = 1_000_000;

/** What every reading of a file has in common; `relax` because people put quotes inside words. */
export const DIALECT = {
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  relax_quotes: true,
  max_record_size: LONGEST_ROW,
};

/** Finds delimiter and header. Throws a SourceError when the file is no CSV, or when its header cannot name columns. */
export async function tableOf(file: CsvFile, declared: string | undefined): Promise<Table> {
  const text = await head(file);
  const delimiter = declared ?? sniffed(text);
  if (text.length > LONG_HEADER && !headerEnds(text, delimiter))
    throw refused(
      `${file.name} has a first row longer than 64 kB, or a quote in it that is never closed. The first row must name the columns.`,
    );
  const header = (sample(text, delimiter)[0] ?? []).map((name, index) => name.trim() || `(column ${index + 1})`);
  if (header.length === 0) throw refused(`${file.name} has no readable first row. The first row must name the columns.`);
  if (header.length > MOST_COLUMNS)
    throw refused(`${file.name} has ${header.length} columns; at most ${MOST_COLUMNS} are read. Check its delimiter.`);
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice !== undefined) throw refused(`${file.name} has two columns named '${twice}'. Rename one of them in the first row.`);
  return { file, delimiter, header };
}

/** Whether the first row is whole in the beginning of a file: more text would not change it. */
function headerEnds(text: string, delimiter: string): boolean {
  const [first, longer] = [text, `${text}x`].map((one) => sample(one, delimiter, 1)[0]?.at(-1));
  return first !== undefined && first === longer;
}

/** The first rows, the header among them; only the header, or nothing, where the beginning of the file ends inside a quoted cell. */
export function sample(text: string, delimiter: string, most = SAMPLE): string[][] {
  for (const to of [most, SAMPLE, 1]) {
    try {
      return parseAll(text, { ...DIALECT, delimiter, to, skip_empty_lines: true, bom: true });
    } catch {}
  }
  return [];
}

/** The delimiter by which the first rows fall into most columns, the same number in each; a comma when none does. */
function sniffed(text: string): string {
  const widths = DELIMITERS.map((delimiter) => {
    const rows = sample(text, delimiter);
    const width = rows[0]?.length ?? 0;
    const agreeing = rows.filter((row) => row.length === width).length;
    return { delimiter, width, score: width > 1 ? (agreeing / rows.length) * width : 0 };
  });
  return widths.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}
