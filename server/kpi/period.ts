import { TZDate } from '@date-fns/tz';

/** Days of a calendar as 'YYYY-MM-DD', half open. */
export interface Period {
  from: string;
  to: string;
}

export type Interval = 'week' | 'month' | 'quarter';

/** Where the weeks and years of a workspace begin. */
export interface Calendar {
  timeZone: string;
  /** 0 Sunday to 6 Saturday. */
  weekStart: number;
  /** 1 January to 12 December. */
  fiscalStart: number;
}

const DAY = 86_400_000;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const utc = (date: string) => new Date(`${date}T00:00:00Z`);
const written = (date: Date) => date.toISOString().slice(0, 10);
const two = (number: number) => String(number).padStart(2, '0');

/** The first moment of a day in a time zone; where midnight is skipped, the moment the clock is put forward to. */
export function startOfDay(date: string, timeZone: string): Date {
  const key = `${timeZone} ${date}`;
  const start = STARTS.get(key) ?? firstMoment(date, timeZone);
  if (STARTS.size >= MOST_STARTS) STARTS.clear();
  STARTS.set(key, start);
  return new Date(start);
}

/** Days are asked for again and again, and a time zone is slow to say. */
const STARTS = new Map<string, number>();
const MOST_STARTS = 20_000;

function firstMoment(date: string, timeZone: string): number {
  const day = utc(date);
  const local = new TZDate(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), timeZone);
  let start = local.getTime();
  while (dateIn(new Date(start), timeZone) < date) start += 900_000;
  while (dateIn(new Date(start - 900_000), timeZone) === date) start -= 900_000;
  return start;
}

/** The day a moment falls on in a time zone. */
export function dateIn(at: Date, timeZone: string): string {
  const local = new TZDate(at.getTime(), timeZone);
  return `${String(local.getFullYear()).padStart(4, '0')}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
}

export const addDays = (date: string, days: number): string => written(new Date(utc(date).getTime() + days * DAY));

/** The same day of another month, or its last where it has none. */
export function addMonths(date: string, months: number): string {
  const day = utc(date);
  const first = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return written(new Date(first.getTime() + (Math.min(day.getUTCDate(), last) - 1) * DAY));
}

export const daysBetween = (from: string, to: string): number => Math.round((utc(to).getTime() - utc(from).getTime()) / DAY);

/** The first day of the interval that `date` lies in. */
export function startOfInterval(date: string, interval: Interval, { weekStart, fiscalStart }: Calendar): string {
  const day = utc(date);
  if (interval === 'week') return addDays(date, -((day.getUTCDay() - weekStart + 7) % 7));
  const first = `${date.slice(0, 8)}01`;
  return interval === 'month' ? first : addMonths(first, -((day.getUTCMonth() + 1 - fiscalStart + 12) % 3));
}

const next = (date: string, interval: Interval) => (interval === 'week' ? addDays(date, 7) : addMonths(date, interval === 'month' ? 1 : 3));

/** Whole intervals, from the one `from` lies in to the one the day before `to` lies in. */
export function cut({ from, to }: Period, interval: Interval, calendar: Calendar): Period[] {
  const periods: Period[] = [];
  for (let start = startOfInterval(from, interval, calendar); start < to; start = next(start, interval)) {
    periods.push({ from: start, to: next(start, interval) });
  }
  return periods;
}

/** The first whole interval that begins on or after `date`. */
export function firstWhole(date: string, interval: Interval, calendar: Calendar): string {
  const start = startOfInterval(date, interval, calendar);
  return start < date ? next(start, interval) : start;
}

/** 'June 2026', 'Q2 2026', 'week of 1 June 2026'; fiscal years are named after the year they end in. */
export function labelOf({ from }: Period, interval: Interval, { fiscalStart }: Calendar): string {
  const day = utc(from);
  const month = MONTHS[day.getUTCMonth()];
  if (interval === 'month') return `${month} ${day.getUTCFullYear()}`;
  if (interval === 'week') return `week of ${day.getUTCDate()} ${month} ${day.getUTCFullYear()}`;
  const since = (day.getUTCMonth() + 1 - fiscalStart + 12) % 12;
  const ends = fiscalStart > 1 && day.getUTCMonth() + 1 >= fiscalStart ? 1 : 0;
  return `Q${Math.floor(since / 3) + 1} ${fiscalStart > 1 ? 'FY' : ''}${day.getUTCFullYear() + ends}`;
}
