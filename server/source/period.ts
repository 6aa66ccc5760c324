import { nextRun } from './next-run.js';

/** So many slots show every gap of a usual schedule: a week of every quarter of an hour. */
const SLOTS = 700;
const WEEK = 8 * 86_400_000;

/**
 * How old the data of a schedule may be, in minutes: twice its longest gap within a week, so that one late run is no alarm.
 * Throws when the expression is none.
 */
export function periodOf(schedule: string, timeZone: string, from: Date): number {
  let longest = 0;
  let slot = nextRun(schedule, timeZone, from);
  for (let n = 0; n < SLOTS && slot.getTime() - from.getTime() < WEEK; n++) {
    const next = nextRun(schedule, timeZone, slot);
    longest = Math.max(longest, next.getTime() - slot.getTime());
    slot = next;
  }
  return Math.max(1, Math.ceil((2 * (longest || WEEK)) / 60_000));
}
