import type { Dictionary } from '../handoff/column.js';
import { remembered } from './remembered.js';
import type { Range } from './selection.js';
import type { Groups } from './tally.js';

/** A dimension within a range: its values that occur there, each with a number of its own. */
export interface Grouping extends Groups {
  /** Code of the dimension, by group. */
  codes: number[];
}

/** The same for every KPI of a question. */
const groupingsOf = remembered((_: Uint32Array) => new WeakMap<object, Grouping>());

export function groupingOf(rows: Uint32Array, by: { range: Range; dictionary: Dictionary }): Grouping {
  const known = groupingsOf(rows);
  const grouping = known.get(by) ?? grouped(rows, by);
  known.set(by, grouping);
  return grouping;
}

function grouped(rows: Uint32Array, { range, dictionary: { codes, values } }: { range: Range; dictionary: Dictionary }): Grouping {
  const { from, to } = range;
  const groupOf = new Int32Array(values.length).fill(-1);
  const occurring: number[] = [];
  const groups = new Uint16Array(Math.max(0, to - from));
  for (let i = from; i < to; i++) {
    const code = codes[rows[i] ?? 0] ?? 0;
    if (groupOf[code] === -1) groupOf[code] = occurring.push(code) - 1;
    groups[i - from] = groupOf[code] ?? 0;
  }
  return { start: from, groups, codes: occurring };
}
