/** Every number, date and amount on the screen is written here and nowhere else. */
export type Unit = 'days' | 'hours' | 'share' | 'per 100 handoffs' | 'points' | 'of 100';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const dayOf = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** Keeps a percent sign on the line of its number. */
const UNBROKEN = '\u00a0';

/** What stands where a value is unknown; never a zero. */
export const UNKNOWN = '–';

export const count = (value: number): string => whole.format(value);

/** A number of no unit: a score, days, episodes. */
export const plainNumber = (value: number | null): string => (value === null ? UNKNOWN : tenth.format(value));

/** "1 handoff", "2 handoffs". */
export const counted = (value: number, one: string, many = `${one}s`): string => `${count(value)} ${value === 1 ? one : many}`;

/** The digits alone, with as many as the unit can bear: shares under 10 % keep a tenth. */
export function digits(value: number, unit: Unit): string {
  if (unit === 'share') return (value > 0 && value < 0.1 ? tenth : whole).format(value * 100);
  return (unit === 'days' || unit === 'hours' ? whole : tenth).format(value);
}

/** The word after the digits. */
export function unitWord(value: number, unit: Unit): string {
  if (unit === 'share') return '%';
  if (unit === 'per 100 handoffs') return 'per 100';
  if (unit === 'of 100') return unit;
  return value === 1 ? unit.slice(0, -1) : unit;
}

export function quantity(value: number | null, unit: Unit): string {
  if (value === null || !Number.isFinite(value)) return UNKNOWN;
  if (unit === 'hours' && value === 0) return 'under 1 hour';
  return `${digits(value, unit)}${unit === 'share' ? UNBROKEN : ' '}${unitWord(value, unit)}`;
}

/** "35 to 50"; an end the data does not bound is said so. */
export function interval(measure: { value: number | null; low: number | null; high: number | null }, unit: Unit): string | null {
  if (measure.value === null) return null;
  if (measure.low === null && measure.high === null) return 'not bounded by the data';
  if (measure.high === null) return `${digits(measure.low ?? 0, unit)} or more`;
  if (measure.low === null) return `up to ${digits(measure.high, unit)}`;
  return `${digits(measure.low, unit)} to ${digits(measure.high, unit)}`;
}

export function money(amount: number | string | null, currency: string | null): string {
  if (amount === null || !Number.isFinite(Number(amount))) return UNKNOWN;
  if (!currency) return whole.format(Number(amount));
  return new Intl.NumberFormat('en', { style: 'currency', currency, maximumFractionDigits: 0 }).format(Number(amount));
}

/** A calendar day, "2026-03-01" to "1 Mar 2026". */
export const day = (value: string): string => dayOf.format(new Date(`${value.slice(0, 10)}T00:00:00Z`));

/** A sentence of the server's, with its days as we write them. */
export const withDays = (words: string): string => words.replace(/\b\d{4}-\d\d-\d\d\b/g, (found) => day(found));

/** A half-open period in words; its last day is the one before `to`. */
export function periodWords(period: { from: string; to: string }): string {
  const last = new Date(`${period.to}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() - 1);
  return `${day(period.from)} to ${dayOf.format(last)}`;
}

/** A moment on the workspace's clock: "1 Mar 2026, 09:00". */
export function moment(value: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(value));
}

/** "3 hours": the largest whole step of a length of time. */
export function lengthOfTime(minutes: number): string {
  const size = Math.abs(minutes);
  if (size < 1) return 'less than a minute';
  if (size < 60) return counted(Math.floor(size), 'minute');
  if (size < 48 * 60) return counted(Math.floor(size / 60), 'hour');
  return counted(Math.floor(size / 1440), 'day');
}

/** "3 hours ago" or "in 3 hours". */
export function fromNow(value: string, now: Date): string {
  const minutes = (now.getTime() - new Date(value).getTime()) / 60_000;
  if (Math.abs(minutes) < 1) return 'just now';
  return minutes > 0 ? `${lengthOfTime(minutes)} ago` : `in ${lengthOfTime(minutes)}`;
}

/** "lead-source" to "lead source", for names the workspace made up itself. */
export const plainName = (id: string): string => id.replace(/[-_]+/g, ' ');
