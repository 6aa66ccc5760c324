import { NEVER, type Ragged } from '../handoff/column.js';

/** The moment of a row; a row without one has NEVER. */
export const momentAt = (moments: Int32Array, row: number): number => moments[row] ?? NEVER;

/** The end of what is known of a row: when it came to an end by itself, when the customer left, or now. */
export function endOf(row: number, { stop, left, until }: { stop: Int32Array; left: Int32Array; until: number }): number {
  const stoppedAt = momentAt(stop, row);
  if (stoppedAt <= until) return stoppedAt;
  const leftAt = momentAt(left, row);
  return leftAt <= until ? leftAt : until;
}

/** How many moments of a row's list lie in [start, end). */
export function timesIn({ offsets, values }: Ragged, row: number, { start, end }: { start: number; end: number }): number {
  let times = 0;
  for (let i = offsets[row] ?? 0; i < (offsets[row + 1] ?? 0); i++) {
    const at = momentAt(values, i);
    if (at >= start && at < end) times++;
  }
  return times;
}

/** Before any moment there is. */
export const EVER = -0x8000_0000;
