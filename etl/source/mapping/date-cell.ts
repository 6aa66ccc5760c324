import type { DateFormat } from './date-format.js';
import { momentOf } from './local-time.js';

const TIME = String.raw`(?:(?:T|,?\s+)(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?\s*(?<half>[AaPp]\.?[Mm]\.?)?\s*(?<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?`;

const day = (pattern: string) => new RegExp(`^${pattern}${TIME}$`);
const ymd = (between: string) => day(String.raw`(?<year>\d{4})${between}(?<month>\d{1,2})${between}(?<day>\d{1,2})`);
const dmy = (between: string) => day(String.raw`(?<day>\d{1,2})${between}(?<month>\d{1,2})${between}(?<year>\d{4})`);
const mdy = (between: string) => day(String.raw`(?<month>\d{1,2})${between}(?<day>\d{1,2})${between}(?<year>\d{4})`);

const PATTERNS: Partial<Record<DateFormat, RegExp>> = {
  iso: ymd('-'),
  'yyyy/mm/dd': ymd('/'),
  'dd/mm/yyyy': dmy('/'),
  'mm/dd/yyyy': mdy('/'),
  'dd.mm.yyyy': dmy('[.]'),
  'dd-mm-yyyy': dmy('-'),
  'mm-dd-yyyy': mdy('-'),
};

/** Outside these years a date is a way of saying "none": 1900-01-01, 1970-01-01, 9999-12-31. */
const FIRST_YEAR = 1971;
const LAST_YEAR = 2199;

/** The moment a cell names; a day without a time is its first moment in `timeZone`. Throws with the reason when it names none. */
export function dateOf(cell: string, format: DateFormat, timeZone: string): Date {
  const at = format.startsWith('unix') ? unixTime(cell, format) : written(cell, format, timeZone);
  const year = at.getUTCFullYear();
  if (year < FIRST_YEAR || year > LAST_YEAR)
    throw new Error('is hardly a date; if it means "not said", list it under "absent" of its column');
  return at;
}

function unixTime(cell: string, format: DateFormat): Date {
  if (!/^\d{1,13}$/.test(cell)) throw new Error(`is not a time in ${format.replace('-', ' ')}`);
  return new Date(Number(cell) * (format === 'unix-seconds' ? 1000 : 1));
}

function written(cell: string, format: DateFormat, timeZone: string): Date {
  const parts = PATTERNS[format]?.exec(cell)?.groups;
  if (!parts) throw new Error(`is not a date written as ${format === 'iso' ? 'yyyy-mm-dd' : format}`);
  const local = clockReading(parts);
  if (local === null) throw new Error('is a day or a time that does not exist');
  return parts.zone ? new Date(local - offsetOf(parts.zone)) : momentOf(local, timeZone);
}

type Parts = Record<string, string | undefined>;

/** Milliseconds as if the clock showed UTC; null for 31 February and 25 o'clock. */
function clockReading(parts: Parts): number | null {
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const hour = hourOf(parts);
  const [minute, second] = [Number(parts.minute ?? 0), Number(parts.second ?? 0)];
  if (hour === null || minute > 59 || second > 59) return null;
  return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 + Math.floor(Number(`0.${parts.fraction ?? 0}`) * 1000);
}

function hourOf({ hour, half }: Parts): number | null {
  const said = Number(hour ?? 0);
  if (!half) return said > 23 ? null : said;
  if (said < 1 || said > 12) return null;
  return (said % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}

function offsetOf(zone: string): number {
  const parts = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!parts) return 0;
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3] ?? 0)) * 60_000;
}
