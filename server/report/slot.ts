import { CronTime } from 'cron';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A cron expression of five fields, read in an IANA time zone. */
export interface Timetable {
  schedule: string;
  timeZone: string;
}

/** How far back the newest slot is looked for, nearest first: few slots are walked whatever the schedule. */
const LOOK_BACK_DAYS = [2, 32, 370, 3_000];

/** Why a schedule cannot be kept, as a sentence; null when it can. A report goes out at most once an hour. */
export function scheduleFault(schedule: string): string | null {
  const fields = schedule.trim().split(/\s+/);
  if (fields.length !== 5) return `"${schedule}" is not a schedule: give five cron fields, such as "0 8 * * 1" for Monday at 08:00.`;
  const { valid, error } = CronTime.validateCronExpression(schedule);
  if (!valid)
    return `"${schedule}" is not a schedule: ${lowerFirst(error?.message ?? 'it cannot be read')}. "0 8 * * 1" is Monday at 08:00.`;
  if (!/^\d+$/.test(fields[0] ?? '')) return `"${schedule}" goes out more than once an hour: let the first field be one minute, such as 0.`;
  return neverComes(schedule) ? `"${schedule}" never comes: there is no such day.` : null;
}

export function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return /^[A-Za-z]/.test(timeZone);
  } catch {
    return false;
  }
}

/** The first slot after a moment. */
export function nextSlot(timetable: Timetable, after: Date): Date {
  for (const slot of slotsFrom(timetable, after)) return slot;
  throw new Error(`The schedule "${timetable.schedule}" has no slot after ${after.toISOString()}.`);
}

/** The last slot in (after, until]; null when there is none. */
export function newestSlot(timetable: Timetable, { after, until }: { after: Date; until: Date }): Date | null {
  for (const days of LOOK_BACK_DAYS) {
    const from = Math.max(after.getTime(), until.getTime() - days * DAY);
    let newest: Date | null = null;
    for (const slot of slotsFrom(timetable, new Date(from))) {
      if (slot > until) break;
      newest = slot;
    }
    if (newest || from === after.getTime()) return newest;
  }
  return null;
}

/** How many slots lie in the open interval (after, before), counted up to `most`. */
export function slotCount(timetable: Timetable, { after, before, most }: { after: Date; before: Date; most: number }): number {
  let count = 0;
  for (const slot of slotsFrom(timetable, after)) {
    if (slot >= before || count === most) break;
    count += 1;
  }
  return count;
}

/**
 * Slots after a moment, in order. The walk starts three hours early: begun inside the hour that a clock change
 * repeats, it would find 02:30 a second time.
 */
function* slotsFrom({ schedule, timeZone }: Timetable, after: Date): Generator<Date> {
  const cron = new CronTime(schedule, timeZone);
  let slot = new Date(after.getTime() - 3 * HOUR);
  for (;;) {
    slot = cron.getNextDateFrom(slot, timeZone).toJSDate();
    if (slot > after) yield slot;
  }
}

/**
 * The slot of a report that is sent by hand: the last second before this minute. A second click within the minute is
 * the same mail, and it is never a slot of a schedule, which are whole minutes.
 */
export function slotByHand(now: Date): Date {
  return new Date(Math.floor(now.getTime() / MINUTE) * MINUTE - 1_000);
}

function neverComes(schedule: string): boolean {
  try {
    new CronTime(schedule, 'UTC').getNextDateFrom(new Date(0), 'UTC');
    return false;
  } catch {
    return true;
  }
}

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
