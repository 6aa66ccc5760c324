import { tzOffset } from '@date-fns/tz';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * The moment at which the clocks of a zone show `local` (milliseconds of that reading as if it were UTC).
 * A reading that comes twice, when clocks go back, is the first; one that is skipped, when they go forward, is read as if they had not.
 */
export function momentOf(local: number, timeZone: string): Date {
  const offset = (at: number) => tzOffset(timeZone, new Date(at)) * MINUTE;
  const before = offset(local - DAY);
  const after = offset(local + DAY);
  const early = local - before;
  if (before === after || offset(early) === before) return new Date(early);
  const late = local - after;
  return new Date(offset(late) === after ? late : early);
}
