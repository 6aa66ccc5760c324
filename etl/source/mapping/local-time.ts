import { tzOffset } from '@date-fns/tz';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * The moment at which the clocks of a zone show `local` (milliseconds of that reading as if it were UTC).
 * A reading that comes twice, when clocks go back, is the first; one that is skipped, when they go forward, is read as if they had not.
 */
export function momentOf(local: number, timeZone: string): Date {
  const [before, after] = offsetsAround(Math.floor(local / DAY), timeZone);
  const early = local - before;
  if (before === after || offsetAt(early, timeZone) === before) return new Date(early);
  const late = local - after;
  return new Date(offsetAt(late, timeZone) === after ? late : early);
}

const offsetAt = (at: number, timeZone: string) => tzOffset(timeZone, new Date(at)) * MINUTE;

type Offsets = readonly [number, number];

/** Asking for an offset costs more than all else that is done to a cell, and a file has few days. */
const known = new Map<string, Map<number, Offsets>>();

/** Offsets a day before a day begins and a day after it ends. */
function offsetsAround(day: number, timeZone: string): Offsets {
  const days = known.get(timeZone) ?? new Map<number, Offsets>();
  known.set(timeZone, days);
  const found = days.get(day);
  if (found) return found;
  const offsets = [offsetAt((day - 1) * DAY, timeZone), offsetAt((day + 2) * DAY, timeZone)] as const;
  days.set(day, offsets);
  return offsets;
}
