import { tzOffset } from '@date-fns/tz';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUILT_IN, type WorkingCalendar } from './definition.js';
import { knownCountry, publicHolidays } from './public-holidays.js';
import { WorkingTime, weeklyHours, workingTimeOf } from './working-time.js';

const OFFICE: WorkingCalendar = { ...BUILT_IN.calendar, timeZone: 'Europe/Berlin' };
const at = (written: string) => Date.parse(written) / 1000;
const hours = (calendar: Partial<WorkingCalendar>, from: string, to: string) => {
  const office = { ...OFFICE, ...calendar };
  return new WorkingTime(office, office.timeZone ?? 'UTC').between(at(from), at(to)) / 3600;
};

describe('working hours', () => {
  test.each<[string, string, string, number, Partial<WorkingCalendar>]>([
    ['of a working day are those of its shift', '2026-03-02T00:00+01:00', '2026-03-03T00:00+01:00', 8, {}],
    ['of a night are none', '2026-03-02T17:00+01:00', '2026-03-03T09:00+01:00', 0, {}],
    ['of a weekend are none', '2026-03-06T16:00+01:00', '2026-03-09T10:00+01:00', 2, {}],
    ['backwards are none', '2026-03-09T10:00+01:00', '2026-03-06T16:00+01:00', 0, {}],
    ['of an early deal begin with the shift', '2026-03-02T03:00+01:00', '2026-03-02T09:30+01:00', 0.5, {}],
    ['of the night the clocks go forward are one fewer', '2026-03-29T00:00+01:00', '2026-03-29T08:00+02:00', 7, wholeWeek()],
    ['of the night the clocks go back are one more', '2026-10-25T00:00+02:00', '2026-10-25T08:00+01:00', 9, wholeWeek()],
    ['lie where a zone half an hour off has them', '2026-03-02T03:29Z', '2026-03-02T03:31Z', 1 / 60, { timeZone: 'Asia/Kolkata' }],
    ['are none on a day off of ones own', '2026-03-02T00:00+01:00', '2026-03-03T12:00+01:00', 3, dayOff('2026-03-02')],
    ['are none on a public holiday', '2026-05-01T00:00+02:00', '2026-05-02T00:00+02:00', 0, { country: 'DE' }],
    ['know the holidays of a state', '2026-01-06T00:00+01:00', '2026-01-07T00:00+01:00', 0, { country: 'DE-BY' }],
    ['go on over the end of a year', '2025-12-31T16:00+01:00', '2026-01-01T10:00+01:00', 2, {}],
    ['of a night shift belong to the day it begins on', '2026-03-06T21:00+01:00', '2026-03-09T00:00+01:00', 8, nights()],
    ['before 2000 are none', '1931-01-01T00:00Z', '2000-01-01T00:00Z', 0, {}],
  ])('%s', (_, from, to, expected, calendar) => expect(hours(calendar, from, to)).toBe(expected));

  test('of a week are the days times the shift', () => {
    expect([weeklyHours(OFFICE), weeklyHours({ ...OFFICE, ...nights() }), weeklyHours({ ...OFFICE, ...wholeWeek() })]).toEqual([
      40, 40, 168,
    ]);
  });
});

function wholeWeek(): Partial<WorkingCalendar> {
  return { days: [0, 1, 2, 3, 4, 5, 6], from: '00:00', to: '00:00' };
}

function nights(): Partial<WorkingCalendar> {
  return { from: '22:00', to: '06:00' };
}

function dayOff(on: string): Partial<WorkingCalendar> {
  return { holidays: [{ on, name: 'ours' }] };
}

const calendar = fc.record({
  timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Africa/Cairo', 'Pacific/Apia'),
  days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
  from: fc.constantFrom('00:00', '00:30', '02:15', '09:00', '13:30', '22:00'),
  to: fc.constantFrom('00:00', '01:30', '03:00', '17:00', '23:59'),
  country: fc.constantFrom(null, 'DE', 'US'),
  holidays: fc.array(
    fc.constantFrom('2026-03-30', '2026-10-26', '2025-12-31').map((on) => ({ on, name: 'ours' })),
    { maxLength: 2 },
  ),
});

/** Where the clocks change, years end and holidays lie. */
const start = fc
  .constantFrom('2026-03-27', '2026-10-23', '2025-12-29', '2026-04-02', '2026-04-22', '2026-10-29', '2026-03-06', '2026-10-02')
  .chain((on) => fc.integer({ min: 0, max: 4 * 1440 }).map((minutes) => at(`${on}T00:00:00Z`) + minutes * 60));

/** Minute by minute, by what a clock on the wall shows. */
function slow({ timeZone, days, from, to, country, holidays }: WorkingCalendar, first: number, last: number): number {
  const free = new Set([
    ...holidays.map(({ on }) => on),
    ...(country === null ? [] : [2025, 2026].flatMap((y) => publicHolidays(country, y))),
  ]);
  const works = (local: Date) => days.includes(local.getUTCDay()) && !free.has(local.toISOString().slice(0, 10));
  let seconds = 0;
  for (let minute = first; minute < last; minute += 60) {
    const local = new Date(minute * 1000 + tzOffset(timeZone ?? 'UTC', new Date(minute * 1000)) * 60_000);
    const clock = local.toISOString().slice(11, 16);
    const yesterday = new Date(local.getTime() - 86_400_000);
    const today = works(local) && clock >= from && (to <= from || clock < to);
    if (today || (to <= from && clock < to && works(yesterday))) seconds += 60;
  }
  return seconds;
}

describe('a calendar', () => {
  test('counts as one does minute by minute', () => {
    fc.assert(
      fc.property(calendar, start, fc.integer({ min: 0, max: 4 * 1440 }), (one, first, minutes) => {
        const last = first + minutes * 60;
        expect(new WorkingTime(one, one.timeZone).between(first, last)).toBe(slow(one, first, last));
      }),
      { numRuns: 40 },
    );
  });

  test('adds up: what is worked until noon and after it is what is worked', () => {
    fc.assert(
      fc.property(calendar, start, fc.nat(90 * 86_400), fc.nat(90 * 86_400), (one, first, some, more) => {
        const time = new WorkingTime(one, one.timeZone);
        const [middle, last] = [first + some, first + some + more];
        expect(time.between(first, middle) + time.between(middle, last)).toBe(time.between(first, last));
      }),
      { numRuns: 40 },
    );
  });

  test('knows the first moment by which so many hours have passed', () => {
    fc.assert(
      fc.property(calendar, start, fc.integer({ min: 1, max: 400 * 3600 }), (one, first, seconds) => {
        const time = new WorkingTime(one, one.timeZone);
        const then = time.after(first, seconds);
        expect(time.between(first, then)).toBe(seconds);
        expect(time.between(first, then - 1)).toBe(seconds - 1);
      }),
      { numRuns: 40 },
    );
  });

  test('is the same in whatever order its years are asked about', () => {
    const [one, two] = [new WorkingTime(OFFICE, 'Europe/Berlin'), new WorkingTime(OFFICE, 'Europe/Berlin')];
    const late = one.until(at('2026-06-01T12:00Z'));
    const early = one.until(at('2019-06-01T12:00Z'));
    two.until(at('2020-01-01T00:00Z'));
    expect(late - early).toBe(two.between(at('2019-06-01T12:00Z'), at('2026-06-01T12:00Z')));
    expect(one.until(at('2026-06-01T12:00Z'))).toBe(late);
  });

  test('that takes no time ends when it begins', () =>
    expect(new WorkingTime(OFFICE, 'UTC').after(at('2026-03-01T00:00Z'), 0)).toBe(at('2026-03-01T00:00Z')));

  test('is laid out once for a zone', () => {
    expect(workingTimeOf(BUILT_IN.calendar, 'UTC')).toBe(workingTimeOf(BUILT_IN.calendar, 'UTC'));
    expect(workingTimeOf(BUILT_IN.calendar, 'UTC')).not.toBe(workingTimeOf(BUILT_IN.calendar, 'Asia/Tokyo'));
    expect(workingTimeOf(OFFICE, 'UTC')).toBe(workingTimeOf(OFFICE, 'Asia/Tokyo'));
  });
});

test('a country is known, or it is not', () => {
  expect(['DE', 'DE-BY', 'US-CA', 'XX', 'DE-ZZ', ''].map(knownCountry)).toEqual([true, true, true, false, false, false]);
});
