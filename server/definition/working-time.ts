import type { WorkingCalendar } from './definition.js';
import { publicHolidays } from './public-holidays.js';
import { steadyTimes } from './zone-offsets.js';

const DAY = 86_400;

/** Nobody is taken to work before 2000 or from 2100 on: what lies there is a mistyped date. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;

const newYear = (year: number): number => Date.UTC(year, 0, 1) / 1000;
const yearOf = (at: number): number => new Date(at * 1000).getUTCFullYear();

/** Shifts of a range of years, one after the other. */
interface Shifts {
  from: number;
  to: number;
  /** When each begins; the first has no length and lies before all, the last never comes. */
  start: Float64Array;
  length: Float64Array;
  /** Seconds worked before each, since the first shift that was ever looked up. */
  before: Float64Array;
  /** By UTC day since `from`, the last shift that began by its midnight. */
  last: Int32Array;
}

/** The working hours of a calendar. Times are in seconds since 1970. Years are laid out when first asked about. */
export class WorkingTime {
  private shifts: Shifts | null = null;
  private anchor = 0;

  constructor(
    private readonly calendar: WorkingCalendar,
    private readonly timeZone: string,
  ) {}

  /** Seconds worked until `at`, since a moment that stays the same: only differences say something. */
  until(at: number): number {
    let { shifts } = this;
    if (shifts === null || at < shifts.from || at >= shifts.to) {
      if (at < newYear(FIRST_YEAR)) return this.until(newYear(FIRST_YEAR));
      if (at >= newYear(LAST_YEAR + 1)) return this.until(newYear(LAST_YEAR + 1) - 1);
      shifts = this.reach(yearOf(at));
    }
    const { start, length, before } = shifts;
    let i = shifts.last[Math.floor((at - shifts.from) / DAY)] ?? 0;
    while ((start[i + 1] ?? at) <= at) i++;
    const into = at - (start[i] ?? at);
    const most = length[i] ?? 0;
    return (before[i] ?? 0) + (into < most ? into : most);
  }

  /** Working seconds from one moment to a later one; 0 when it is not later. */
  between(from: number, to: number): number {
    return to > from ? this.until(to) - this.until(from) : 0;
  }

  /** The first moment by which so many working seconds have passed since `from`. */
  after(from: number, seconds: number): number {
    if (!(seconds > 0)) return from;
    const wanted = this.until(from) + seconds;
    let shifts = this.reach(yearOf(from));
    while (this.until(shifts.to - 1) < wanted && yearOf(shifts.to) <= LAST_YEAR) shifts = this.reach(yearOf(shifts.to));
    const { start, before } = shifts;
    let [low, high] = [0, before.length];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((before[middle] ?? wanted) < wanted) low = middle;
      else high = middle;
    }
    return (start[low] ?? from) + wanted - (before[low] ?? 0);
  }

  /** Lays out the years up to and including this one. */
  private reach(year: number): Shifts {
    const within = Math.min(LAST_YEAR, Math.max(FIRST_YEAR, year));
    const known = this.shifts;
    if (known && newYear(within) >= known.from && newYear(within) < known.to) return known;
    if (!known) this.anchor = newYear(within);
    const from = Math.min(known?.from ?? this.anchor, newYear(within));
    const to = Math.max(known?.to ?? 0, newYear(within + 1));
    this.shifts = laidOut(shiftsOf(this.calendar, this.timeZone, { from, to }), { from, to, anchor: this.anchor });
    return this.shifts;
  }
}

/** The same for the same calendar, so that its years are laid out once. */
const known = new WeakMap<WorkingCalendar, Map<string, WorkingTime>>();

/** The working time of a calendar; `timeZone` is that of the workspace, which holds where the calendar has none. */
export function workingTimeOf(calendar: WorkingCalendar, timeZone: string): WorkingTime {
  const zone = calendar.timeZone ?? timeZone;
  const zones = known.get(calendar) ?? new Map<string, WorkingTime>();
  known.set(calendar, zones);
  const time = zones.get(zone) ?? new WorkingTime(calendar, zone);
  zones.set(zone, time);
  return time;
}

/** Hours that are worked in a week without holidays. */
export const weeklyHours = ({ days, from, to }: WorkingCalendar): number => (new Set(days).size * shiftLength(from, to)) / 3600;

/** A shift that ends at or before the time it begins ends on the day after. */
function shiftLength(from: string, to: string): number {
  const length = timeOfDay(to) - timeOfDay(from);
  return length > 0 ? length : length + DAY;
}

function timeOfDay(written: string): number {
  const [hours = 0, minutes = 0] = written.split(':').map(Number);
  return hours * 3600 + minutes * 60;
}

/** Beginning and end of every shift that touches [from, to), in order. */
function shiftsOf(calendar: WorkingCalendar, timeZone: string, { from, to }: { from: number; to: number }): [number, number][] {
  const days = new Set(calendar.days);
  const free = freeDays(calendar);
  const [opens, length] = [timeOfDay(calendar.from), shiftLength(calendar.from, calendar.to)];
  return steadyTimes(timeZone, from, to).flatMap((steady) => {
    const shifts: [number, number][] = [];
    const first = Math.floor((steady.from + steady.ahead) / DAY) - 1;
    for (let day = first; day * DAY < steady.to + steady.ahead; day++) {
      // 1 January 1970 was a Thursday.
      if (!days.has((day + 4) % 7) || free(day)) continue;
      const begins = day * DAY + opens - steady.ahead;
      const [start, end] = [Math.max(steady.from, begins), Math.min(steady.to, begins + length)];
      if (start < end) shifts.push([start, end]);
    }
    return shifts;
  });
}

/** Tells of a day (counted since 1970) whether nobody works on it. */
function freeDays({ country, holidays }: WorkingCalendar): (day: number) => boolean {
  const named = new Set(holidays.map(({ on }) => Date.parse(on) / 1000 / DAY));
  const years = new Set<number>();
  return (day) => {
    const year = yearOf(day * DAY);
    if (country !== null && !years.has(year)) {
      years.add(year);
      for (const on of publicHolidays(country, year)) named.add(Date.parse(on) / 1000 / DAY);
    }
    return named.has(day);
  };
}

function laidOut(shifts: readonly [number, number][], { from, to, anchor }: { from: number; to: number; anchor: number }): Shifts {
  const start = Float64Array.of(from - DAY, ...shifts.map(([begins]) => begins), Number.POSITIVE_INFINITY);
  const length = Float64Array.of(0, ...shifts.map(([begins, ends]) => ends - begins), 0);
  const before = new Float64Array(start.length);
  for (let i = 1; i < before.length; i++) before[i] = (before[i - 1] ?? 0) + (length[i - 1] ?? 0);
  const i = start.findLastIndex((begins) => begins <= anchor);
  const origin = (before[i] ?? 0) + Math.min(anchor - (start[i] ?? anchor), length[i] ?? 0);
  for (let j = 0; j < before.length; j++) before[j] = (before[j] ?? 0) - origin;
  const last = new Int32Array((to - from) / DAY + 1);
  for (let day = 0, shift = 0; day < last.length; day++) {
    while ((start[shift + 1] ?? 0) <= from + day * DAY) shift++;
    last[day] = shift;
  }
  return { from, to, start, length, before, last };
}
