import type { Dictionary } from '../handoff/column.js';
import { invalid } from '../http/problem.js';
import { apartOf } from './apart.js';
import type { Counts, Kpi } from './kpi.js';
import type { KpiAnswer } from './kpi.schema.js';
import { measure } from './measure.js';
import { assertKnown, type Question } from './question.js';
import { dimensionNames } from './select.js';
import type { Range } from './selection.js';

type Group = NonNullable<KpiAnswer['breakdown']>[number];

/** A breakdown into more groups than this is a list. */
const MOST_GROUPS = 500;

/** The dimension to break down by. Refuses, as bad input, one nobody knows and one with too many values. */
export function dictionaryOf({ snapshot, rows }: Question, by: string, range: Range): Dictionary {
  assertKnown(by, { known: dimensionNames(snapshot), field: 'by' });
  const dictionary = snapshot.dimension(by) ?? { values: [null], codes: new Uint8Array(snapshot.count) };
  if (valuesIn(rows, dictionary, range) <= MOST_GROUPS) return dictionary;
  throw invalid([{ message: `"${by}" has more than ${MOST_GROUPS} values here; filter them first`, path: ['by'] }]);
}

function valuesIn(rows: Uint32Array, { values, codes }: Dictionary, { from, to }: Range): number {
  const present = new Uint8Array(values.length);
  for (let i = from; i < to; i++) present[codes[rows[i] ?? 0] ?? 0] = 1;
  return present.reduce((count, is) => count + is, 0);
}

/** One measure for each value that occurs, the largest group first. */
export function breakdownOf(
  kpi: Kpi,
  { values }: Dictionary,
  { groups, apart }: { groups: ReadonlyMap<number, Counts>; apart: boolean },
): Group[] {
  const standing = apart ? apartOf(kpi, [...groups.values()]) : [];
  return [...groups]
    .map(([code, counts], i) => {
      const value = values[code] ?? null;
      return { value, label: value ?? 'not known', measure: measure(kpi, counts), apart: standing[i] ?? null };
    })
    .sort((a, b) => b.measure.n - a.measure.n || Number(a.value === null) - Number(b.value === null) || (a.label < b.label ? -1 : 1));
}
