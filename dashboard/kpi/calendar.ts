import { TZDate } from '@date-fns/tz';

/** Calendar days are texts, "2026-03-01": no zone can move them. */
const parts = (day: string): [number, number, number] => {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
};

const text = (date: Date): string => date.toISOString().slice(0, 10);

export function addDays(day: string, days: number): string {
  const [year, month, date] = parts(day);
  return text(new Date(Date.UTC(year, month - 1, date + days)));
}

/** The same day of another month, or that month's last day: 31 March less one month is 28 February. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = parts(day);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return text(new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))));
}

/** The first day of the quarter, counted from the month in which the fiscal year starts (1 to 12). */
export function quarterStart(day: string, fiscalStart = 1): string {
  const [year, month] = parts(day);
  return text(new Date(Date.UTC(year, month - 1 - ((month - fiscalStart + 12) % 3), 1)));
}

export const monthStart = (day: string): string => `${day.slice(0, 7)}-01`;

/** Which day it is in a zone at a moment. */
export function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** The moment at which a day ends in a zone, whatever daylight saving does that night. */
export function endOfDay(day: string, timeZone: string): Date {
  const [year, month, date] = parts(addDays(day, 1));
  return new Date(new TZDate(year, month - 1, date, timeZone).getTime());
}
