import { type Design, rowCount, rowOf } from './design.js';
import type { Grouped } from './logistic.js';
import { pickRows, rowsOf } from './rows.js';
import { AGE_TERMS, inputsOf, type Scaled } from './scale.js';

/** Blocks of time that take turns at being left out. */
export const FOLDS = 5;

/** Rows that are alike and of one fold, as one. */
export interface Alike extends Grouped {
  fold: Uint8Array;
  /** The group of each row of the design. */
  groupOf: Int32Array;
}

/** Groups the rows of a design: handoffs share few combinations of what is known about them. All rows of one handoff are of one fold. */
export function alike(design: Design, scaled: readonly Scaled[], churnDays: number): Alike {
  const folds = foldsOf(design);
  const groups = new Map<string, number>();
  const groupOf = new Int32Array(rowCount(design));
  const firsts: number[] = [];
  for (let row = 0; row < groupOf.length; row++) {
    const features = rowOf(design, row);
    const key = `${folds[row]} ${design.age[row]} ${scaled.map(({ feature }) => features[feature]).join(' ')}`;
    let group = groups.get(key);
    if (group === undefined) {
      group = firsts.push(row) - 1;
      groups.set(key, group);
    }
    groupOf[row] = group;
  }
  const inputs = firsts.map((row) => inputsOf(scaled, rowOf(design, row), (design.age[row] ?? 0) / churnDays));
  const [count, positive] = [new Float64Array(firsts.length), new Float64Array(firsts.length)];
  for (const [row, group] of groupOf.entries()) {
    count[group] = (count[group] ?? 0) + 1;
    positive[group] = (positive[group] ?? 0) + (design.churned[row] ?? 0);
  }
  return {
    rows: rowsOf(inputs, AGE_TERMS + scaled.length),
    count,
    positive,
    fold: Uint8Array.from(firsts, (row) => folds[row] ?? 0),
    groupOf,
  };
}

/** Handoffs in the order of winning, cut into blocks of as many handoffs. */
function foldsOf({ handoff }: Design): Uint8Array {
  const rank = new Int32Array(handoff.length);
  for (let row = 1; row < handoff.length; row++) rank[row] = (rank[row - 1] ?? 0) + Number(handoff[row] !== handoff[row - 1]);
  const handoffs = (rank.at(-1) ?? 0) + 1;
  return Uint8Array.from(rank, (of) => Math.floor((of * FOLDS) / handoffs));
}

/** The groups of every fold but one, or of that one alone. */
export function ofFold(groups: Alike, keep: (fold: number) => boolean): Grouped & { index: number[] } {
  const index = [...groups.fold.keys()].filter((group) => keep(groups.fold[group] ?? 0));
  const pick = (values: Float64Array) => Float64Array.from(index, (group) => values[group] ?? 0);
  return { rows: pickRows(groups.rows, index), count: pick(groups.count), positive: pick(groups.positive), index };
}
