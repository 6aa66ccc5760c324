import { DAY_SECONDS } from '../handoff/column.js';
import { dateIn, type Period, startOfDay } from './period.js';
import type { Question } from './question.js';

type Seen = Pick<Question, 'calendar' | 'dataAsOf' | 'asOf'>;

/** When the window of the last handoff of a period will have passed: the day, and whether everything until then has been read. */
export function maturityOf(seen: Seen, { to }: Period, windowDays: number): { mature: boolean; maturesOn: string | null } {
  const { timeZone } = seen.calendar;
  const passed = startOfDay(to, timeZone).getTime() + windowDays * DAY_SECONDS * 1000;
  const through = seenThrough(seen);
  const mature = through !== null && passed <= through;
  return { mature, maturesOn: mature ? null : dateIn(new Date(passed), timeZone) };
}

/** The day before which every handoff won is mature; null before every source has been read once. */
export function matureUntil(seen: Seen, windowDays: number): string | null {
  const through = seenThrough(seen);
  return through === null ? null : dateIn(new Date(through - windowDays * DAY_SECONDS * 1000), seen.calendar.timeZone);
}

/** The part of a period whose handoffs are all mature; null when none is. */
export function maturePart(seen: Seen, period: Period, windowDays: number): Period | null {
  const end = matureUntil(seen, windowDays);
  if (end === null || end <= period.from) return null;
  return { from: period.from, to: end < period.to ? end : period.to };
}

const seenThrough = ({ dataAsOf, asOf }: Seen): number | null => dataAsOf && Math.min(dataAsOf.getTime(), asOf.getTime());
