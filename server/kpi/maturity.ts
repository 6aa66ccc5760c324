import { DAY_SECONDS } from '../handoff/column.js';
import { dateIn, type Period, startOfDay } from './period.js';
import type { Question } from './question.js';

/** When the window of the last handoff of a period will have passed: the day, and whether everything until then has been read. */
export function maturityOf(
  { calendar, dataAsOf, asOf }: Question,
  { to }: Period,
  windowDays: number,
): { mature: boolean; maturesOn: string | null } {
  const passed = new Date(startOfDay(to, calendar.timeZone).getTime() + windowDays * DAY_SECONDS * 1000);
  const mature = dataAsOf !== null && passed <= dataAsOf && passed <= asOf;
  return { mature, maturesOn: mature ? null : dateIn(passed, calendar.timeZone) };
}
