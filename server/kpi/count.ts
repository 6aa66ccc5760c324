import type { Dictionary } from '../handoff/column.js';
import type { Bins, Counts, Observation, Weights } from './kpi.js';
import { observed } from './observed.js';
import { maturePosition, type Range, type Selection } from './selection.js';

/** What is counted apart: each range, and within one of them each value of a dimension. */
export interface Cut {
  ranges: readonly Range[];
  by: { range: Range; dictionary: Dictionary } | null;
}

export interface Counted {
  ranges: Counts[];
  /** By code of the dimension; only codes that occur. */
  groups: Map<number, Counts>;
}

/** One look at each row, then one increment for each range it lies in. All counts lie in one array. */
export function count(selection: Selection, { observe, windowDays }: { observe: Observation; windowDays: number }, cut: Cut): Counted {
  const { bins } = observe;
  const groupOf = cut.by ? groupsOf(selection, cut.by) : new Map<number, number>();
  const cells = new Int32Array((cut.ranges.length + groupOf.size) * 2 * bins);
  const seen = observed(selection, observe);
  const { rows } = selection;
  const mature = maturePosition(selection, windowDays);
  cut.ranges.forEach((range, cell) => {
    for (const half of halves(range, mature)) tally(cells, (cell * 2 + half.mature) * bins, { rows, seen, ...half });
  });
  if (cut.by) tallyGroups(cells.subarray(cut.ranges.length * 2 * bins), selection, { by: cut.by, groupOf, seen, mature, bins });
  const countsOf = (cell: number) => merged(cells.subarray(cell * 2 * bins, (cell + 1) * 2 * bins), bins);
  return {
    ranges: cut.ranges.map((_, cell) => countsOf(cell)),
    groups: new Map([...groupOf].map(([code, group]) => [code, countsOf(cut.ranges.length + group)])),
  };
}

/** Rows are in order of winning, so the mature ones come first. */
function halves({ from, to }: Range, mature: number) {
  const middle = Math.min(to, Math.max(from, mature));
  return [
    { from, to: middle, mature: 1 },
    { from: middle, to, mature: 0 },
  ];
}

function tally(cells: Int32Array, offset: number, { rows, seen, from, to }: { rows: Uint32Array; seen: Bins } & Range): void {
  for (let i = from; i < to; i++) {
    const cell = offset + (seen[rows[i] ?? 0] ?? 0);
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
}

/** Which codes occur in a range, each with a number of its own. */
function groupsOf({ rows }: Selection, { range, dictionary }: NonNullable<Cut['by']>): Map<number, number> {
  const present = new Uint8Array(dictionary.values.length);
  for (let i = range.from; i < range.to; i++) present[dictionary.codes[rows[i] ?? 0] ?? 0] = 1;
  const groups = new Map<number, number>();
  for (let code = 0; code < present.length; code++) if (present[code] === 1) groups.set(code, groups.size);
  return groups;
}

interface Grouped {
  by: NonNullable<Cut['by']>;
  groupOf: Map<number, number>;
  seen: Bins;
  mature: number;
  bins: number;
}

function tallyGroups(cells: Int32Array, { rows }: Selection, { by, groupOf, seen, mature, bins }: Grouped): void {
  const { codes, values } = by.dictionary;
  const start = new Int32Array(values.length);
  for (const [code, group] of groupOf) start[code] = group * 2 * bins;
  for (const half of halves(by.range, mature)) {
    const offset = half.mature * bins;
    for (let i = half.from; i < half.to; i++) {
      const row = rows[i] ?? 0;
      const cell = offset + (start[codes[row] ?? 0] ?? 0) + (seen[row] ?? 0);
      cells[cell] = (cells[cell] ?? 0) + 1;
    }
  }
}

function merged(cells: Int32Array, bins: number): Counts {
  const mature = cells.subarray(bins);
  const all = cells.slice(0, bins);
  for (let bin = 0; bin < bins; bin++) all[bin] = (all[bin] ?? 0) + (mature[bin] ?? 0);
  return { all, mature };
}

/** The same for one range where each handoff weighs something; those without a weight are left out of the counts too. */
export function weigh(
  selection: Selection,
  { observe, windowDays }: { observe: Observation; windowDays: number },
  { range, weightOf }: { range: Range; weightOf: (row: number) => number | null },
): Counts & { weights: Weights } {
  const seen = observed(selection, observe);
  const [all, mature] = [new Int32Array(observe.bins), new Int32Array(observe.bins)];
  const weights = { sum: new Float64Array(observe.bins), squares: new Float64Array(observe.bins) };
  const maturity = maturePosition(selection, windowDays);
  for (let i = range.from; i < range.to; i++) {
    const row = selection.rows[i] ?? 0;
    const weight = weightOf(row);
    if (weight === null) continue;
    const bin = seen[row] ?? 0;
    add(all, bin, 1);
    if (i < maturity) add(mature, bin, 1);
    add(weights.sum, bin, weight);
    add(weights.squares, bin, weight * weight);
  }
  return { all, mature, weights };
}

function add(values: Int32Array | Float64Array, index: number, by: number): void {
  values[index] = (values[index] ?? 0) + by;
}
