import { type WorkingTime, weeklyHours, workingTimeOf } from '../definition/working-time.js';
import { type Columns, EPOCH } from '../handoff/column.js';
import type { Terms } from './kpi.js';
import { remembered } from './remembered.js';

/** The calendar whose hours count for what is counted in hours; null where the wall clock does. */
export const workingOf = ({ time, definition: { definition }, timeZone }: Terms): WorkingTime | null =>
  time === 'working' ? workingTimeOf(definition.calendar, timeZone) : null;

/** How hours are called on these terms. */
export const hoursWord = ({ time }: Terms): string => (time === 'working' ? 'working hours' : 'hours');

/** Whole days on the wall clock within which so many hours of these terms have passed, a week of holidays aside. */
export function daysFor({ time, definition: { definition } }: Terms, hours: number): number {
  if (time === 'wall') return Math.ceil(hours / 24);
  return Math.ceil((hours / weeklyHours(definition.calendar)) * 7) + 2;
}

/** Working seconds until each deal was won: asked for by everything that is counted from it. */
export function workedUntilWon(columns: Columns, time: WorkingTime): Float64Array {
  const known = wonOf(columns);
  const worked = known.get(time) ?? Float64Array.from(columns.moment.won_at, (won) => time.until(EPOCH + won));
  known.set(time, worked);
  return worked;
}

const wonOf = remembered((_: Columns) => new Map<WorkingTime, Float64Array>());
