import type { About } from './about.js';
import { wordsOf } from './column-sample.js';
import type { FileSample } from './file-sample.js';
import { columnsOf, happenedIn, valuesOf } from './find-columns.js';

/** More values than these are no kinds of events. */
const MOST_KINDS = 50;

/** A file with customers and dates. Where no column says what happened, the first row of each customer is first value. */
export function guessEvents(sample: FileSample): About | null {
  const whose = columnsOf(sample, { account: 'accountId', deal: 'dealId' });
  const at = firstDate(sample);
  if (!at || (!whose.account && !whose.deal)) return null;
  const id = uniqueId(sample, Object.values(whose));
  const columns = { ...(id && { id }), ...whose, at };
  const teller = valuesOf(sample, 'eventKind');
  if (!teller || teller.values.length > MOST_KINDS)
    return { file: { what: 'events', kind: 'first-value', columns }, notes: [`the first ${at} of each customer is taken as first value`] };
  const known = teller.values.map((value) => [value, happenedIn(wordsOf(value))] as const).filter(([, kind]) => kind !== undefined);
  const values = Object.fromEntries(known);
  const unknown = teller.values.filter((value) => !(value in values));
  const notes =
    unknown.length > 0
      ? [`these values of ${teller.column} are left out: ${unknown.join(', ')}; add those that mean something, as first-value`]
      : [];
  return { file: { what: 'events', kind: { column: teller.column, values }, columns }, notes };
}

export function firstDate({ columns }: FileSample): string | undefined {
  const dates = columns.filter(({ dateFormats }) => dateFormats.length > 0);
  return (dates.find(({ words }) => /answer|respon|submit|event|occur|happen/.test(words)) ?? dates[0])?.column;
}

function uniqueId({ columns, rowCount }: FileSample, others: string[]): string | undefined {
  return columns.find(({ column, words, distinct }) => /\bid$/.test(words) && distinct.length === rowCount && !others.includes(column))
    ?.column;
}
