import type { Bins } from './kpi.js';

/** Where counts go: the cells of one histogram in an array of many. */
interface Histogram {
  cells: Int32Array;
  offset: number;
  bins: number;
}

/** Positions, half open, and the bin at each. */
interface Stretch {
  seen: Bins;
  from: number;
  to: number;
}

/** Counts a stretch into a histogram. */
export function tally(into: Histogram, stretch: Stretch): void {
  if (stretch.to - stretch.from < 4 * into.bins) one(into.cells, into.offset, stretch);
  else inPairs(into, stretch);
}

function one(cells: Int32Array, offset: number, { seen, from, to }: Stretch): void {
  for (let i = from; i < to; i++) {
    const cell = offset + (seen[i] ?? 0);
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
}

/**
 * Neighbours are counted in two tables, so that a count need not wait for the one before it, and are read as one word; eight
 * at a time, for the compiler looks up anew in each turn where an array lies. Half the time of one after the other.
 */
function inPairs({ cells, offset, bins }: Histogram, { seen, from, to }: Stretch): void {
  const start = from + (from & 1);
  const rounds = (to - start) >>> 3;
  const tables = scratch(2 * bins);
  eights(tables, bins, new Uint32Array(seen.buffer, seen.byteOffset + 2 * start, 4 * rounds));
  for (let bin = 0; bin < bins; bin++) cells[offset + bin] = (cells[offset + bin] ?? 0) + (tables[bin] ?? 0) + (tables[bins + bin] ?? 0);
  one(cells, offset, { seen, from, to: start });
  one(cells, offset, { seen, from: start + 8 * rounds, to });
}

/** Zeros to count in, until the next who asks: new memory for each segment would cost more than the counting. */
export function scratch(length: number): Int32Array {
  if (spare.length < length) spare = new Int32Array(length);
  return spare.subarray(0, length).fill(0);
}

let spare = new Int32Array(0);

function eights(tables: Int32Array, bins: number, words: Uint32Array): void {
  for (let i = 0; i < words.length; i += 4) {
    const a = words[i] ?? 0;
    const b = words[i + 1] ?? 0;
    const c = words[i + 2] ?? 0;
    const d = words[i + 3] ?? 0;
    const a0 = a & 0xffff;
    const a1 = bins + (a >>> 16);
    const b0 = b & 0xffff;
    const b1 = bins + (b >>> 16);
    const c0 = c & 0xffff;
    const c1 = bins + (c >>> 16);
    const d0 = d & 0xffff;
    const d1 = bins + (d >>> 16);
    tables[a0] = (tables[a0] ?? 0) + 1;
    tables[a1] = (tables[a1] ?? 0) + 1;
    tables[b0] = (tables[b0] ?? 0) + 1;
    tables[b1] = (tables[b1] ?? 0) + 1;
    tables[c0] = (tables[c0] ?? 0) + 1;
    tables[c1] = (tables[c1] ?? 0) + 1;
    tables[d0] = (tables[d0] ?? 0) + 1;
    tables[d1] = (tables[d1] ?? 0) + 1;
  }
}

/** The group of each position, from `start` on. */
export interface Groups {
  start: number;
  groups: Uint16Array;
}

/** Counts a stretch into one histogram for each group, one behind the other. */
export function tallyGroups({ cells, offset, bins }: Histogram, { seen, from, to }: Stretch, { groups, start }: Groups): void {
  for (let i = from; i < to; i++) {
    const cell = offset + Math.imul(groups[i - start] ?? 0, bins) + (seen[i] ?? 0);
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
}
