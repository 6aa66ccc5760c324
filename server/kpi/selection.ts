import { DAY_SECONDS } from '../handoff/column.js';
import type { Snapshot } from '../handoff/snapshot.js';

/** Rows of a snapshot from the first won to the last, and through when they are known (seconds since EPOCH). */
export interface Selection {
  snapshot: Snapshot;
  rows: Uint32Array;
  until: number;
  /** False before every source has been read once: then no window has passed for certain. */
  read: boolean;
}

/** Positions in `rows`, half open. */
export interface Range {
  from: number;
  to: number;
}

/** Where the rows won at or after `seconds` begin. */
export function positionOf({ snapshot, rows }: Selection, seconds: number): number {
  const row = snapshot.firstWonFrom(seconds);
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Before it, every window of `days` had passed. */
export function maturePosition(selection: Selection, days: number): number {
  return selection.read ? positionOf(selection, selection.until - days * DAY_SECONDS + 1) : 0;
}

/** Rows are in order and none comes twice: the last one stands in its own place only where none is missing. */
export const isEvery = (rows: Uint32Array): boolean => rows.at(-1) === undefined || rows.at(-1) === rows.length - 1;
