import type { DateFormat } from '../../mapping/date-format.js';
import type { MappedFile } from '../mapping-file.js';
import type { ColumnSample } from './column-sample.js';
import type { FileSample } from './file-sample.js';

type Said = Pick<MappedFile, 'delimiter' | 'encoding' | 'decimal' | 'dateFormat'>;

/** How a file is written: only what differs from the usual is said. `mapped` is the rest of its mapping, whose columns count. */
export function guessWriting(sample: FileSample, mapped: string): { said: Said; notes: string[] } {
  const used = sample.columns.filter(({ column }) => mapped.includes(JSON.stringify(column)));
  const dates = used.filter(({ dateFormats }) => dateFormats.length > 0);
  const [dateFormat, other] = agreed(dates);
  const commas = used.some(({ decimals }) => decimals.length === 1 && decimals[0] === ',');
  const said: Said = {
    ...(sample.encoding && { encoding: sample.encoding }),
    ...(commas && { decimal: ',' as const }),
    ...(dateFormat && dateFormat !== 'iso' && { dateFormat }),
  };
  return { said, notes: [...encodingNote(sample), ...dateNote(dates, dateFormat, other), ...zeroNotes(used)] };
}

/** The ways in which the most date columns can be read, likeliest first. */
function agreed(dates: ColumnSample[]): DateFormat[] {
  const formats = [...new Set(dates.flatMap(({ dateFormats }) => dateFormats))];
  const fitting = (format: DateFormat) => dates.filter(({ dateFormats }) => dateFormats.includes(format)).length;
  const most = Math.max(0, ...formats.map(fitting));
  return formats.filter((format) => fitting(format) === most);
}

const encodingNote = ({ encoding }: FileSample) =>
  encoding ? [`it is no UTF-8 and is read as ${encoding}; look at a name with an accent`] : [];

function dateNote(dates: ColumnSample[], format: DateFormat | undefined, other: DateFormat | undefined): string[] {
  const differing = dates.filter(({ dateFormats }) => format && !dateFormats.includes(format)).map(({ column }) => column);
  return [
    ...(other ? [`its dates can be read as ${format} or as ${other}; ${format} is written, correct it if it is wrong`] : []),
    ...(differing.length > 0 ? [`${differing.join(', ')} is written in another way than its other dates, and will be rejected`] : []),
  ];
}

/** Zero in most rows is more often "not said" than nothing. */
function zeroNotes(used: ColumnSample[]): string[] {
  return used.flatMap(({ column, cells, decimals }) => {
    const zeros = decimals.length > 0 ? cells.filter((cell) => Number(cell.replace(',', '.')) === 0) : [];
    if (zeros.length <= cells.length / 2) return [];
    return [`${column} is ${zeros[0]} in most rows; if that means "not said", add "absent": { "${column}": ["${zeros[0]}"] }`];
  });
}
