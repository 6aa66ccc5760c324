import type { Dictionary } from '../handoff/column.js';
import { type Grouping, groupingOf } from './grouping.js';
import type { Bins, Counts, Observation, Weights } from './kpi.js';
import { observed, observedIn } from './observed.js';
import { inside, type Segment, segmentsOf } from './segment.js';
import { maturePosition, type Range, type Selection } from './selection.js';
import { scratch, tally, tallyGroups } from './tally.js';

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

/** What is being counted: the bin at each position, and all cells in one array: first those of the segments, then the groups. */
interface Tables {
  seen: Bins;
  bins: number;
  segments: readonly Segment[];
  cells: Int32Array;
}

/** Each handoff is counted once, in its segment; ranges are sums of segments. */
export function count(selection: Selection, { observe, windowDays }: { observe: Observation; windowDays: number }, cut: Cut): Counted {
  const { bins } = observe;
  const { ranges, by } = cut;
  const segments = segmentsOf(by ? [...ranges, by.range] : ranges, maturePosition(selection, windowDays));
  const grouping = by && groupingOf(selection.rows, by);
  const cells = new Int32Array((segments.length + 2 * (grouping?.codes.length ?? 0)) * bins);
  const tables: Tables = { seen: observedIn(selection, observe), bins, segments, cells };
  segments.forEach((segment, i) => {
    if (grouping && by && inside(segment, by.range)) countGroups(tables, { segment, i }, grouping);
    else tally({ cells, offset: i * bins, bins }, { ...segment, seen: tables.seen });
  });
  return { ranges: ranges.map((range) => within(tables, range)), groups: grouping ? groupsOf(tables, grouping) : new Map() };
}

/** Where the groups of the mature begin (or the others), behind the segments. */
const groupsAt = ({ segments, bins }: Tables, { codes }: Grouping, mature: boolean) =>
  (segments.length + (mature ? 0 : codes.length)) * bins;

/** A segment and its groups: with many handoffs in it, one block of group and bin is counted and added up both ways; else each is counted by itself. */
function countGroups(tables: Tables, { segment, i }: { segment: Segment; i: number }, grouping: Grouping): void {
  const { cells, bins, seen } = tables;
  const stretch = { ...segment, seen };
  const offset = groupsAt(tables, grouping, segment.mature);
  const size = grouping.codes.length * bins;
  if (segment.to - segment.from < 2 * size) {
    tally({ cells, offset: i * bins, bins }, stretch);
    tallyGroups({ cells, offset, bins }, stretch, grouping);
    return;
  }
  const block = scratch(size);
  tallyGroups({ cells: block, offset: 0, bins }, stretch, grouping);
  add(cells, offset, block);
  for (let group = 0; group < size; group += bins) add(cells, i * bins, block.subarray(group, group + bins));
}

function add(cells: Int32Array, offset: number, values: Int32Array): void {
  for (let i = 0; i < values.length; i++) cells[offset + i] = (cells[offset + i] ?? 0) + (values[i] ?? 0);
}

/** What was counted between `from` and `to` of the cells. */
const histogram = ({ cells, bins }: Tables, offset: number) => cells.subarray(offset, offset + bins);

function within(tables: Tables, range: Range): Counts {
  const { segments, bins } = tables;
  const [mature, rest]: [Int32Array[], Int32Array[]] = [[], []];
  for (const [i, segment] of segments.entries()) {
    if (inside(segment, range)) (segment.mature ? mature : rest).push(histogram(tables, i * bins));
  }
  const known = sum(mature, bins);
  return { all: rest.length === 0 ? known : sum([...(mature.length > 0 ? [known] : []), ...rest], bins), mature: known };
}

/** One alone is its own sum: counts are never written to once they are given away. */
function sum(histograms: readonly Int32Array[], bins: number): Int32Array {
  const [first, ...others] = histograms;
  if (first && others.length === 0) return first;
  const total = new Int32Array(bins);
  for (const one of histograms) add(total, 0, one);
  return total;
}

/** The histograms of the others become those of all. */
function groupsOf(tables: Tables, grouping: Grouping): Map<number, Counts> {
  const { bins, cells } = tables;
  const [matureAt, allAt] = [groupsAt(tables, grouping, true), groupsAt(tables, grouping, false)];
  add(cells, allAt, cells.subarray(matureAt, allAt));
  return new Map(
    grouping.codes.map((code, group) => [
      code,
      { all: histogram(tables, allAt + group * bins), mature: histogram(tables, matureAt + group * bins) },
    ]),
  );
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
    put(all, bin, 1);
    if (i < maturity) put(mature, bin, 1);
    put(weights.sum, bin, weight);
    put(weights.squares, bin, weight * weight);
  }
  return { all, mature, weights };
}

function put(values: Int32Array | Float64Array, index: number, by: number): void {
  values[index] = (values[index] ?? 0) + by;
}
