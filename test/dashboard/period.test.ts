import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, endOfDay, quarterStart } from '../../dashboard/kpi/calendar.js';
import { asOfDay, asOfMoment, periodOf, presetOf } from '../../dashboard/kpi/period.js';
import { PERIODS, type ScopeSearch } from '../../dashboard/kpi/scope-search.js';

const at = { timeZone: 'Europe/Berlin', fiscalStart: 1, now: new Date('2026-11-22T09:00:00Z') };

test.each([
  [{}, '2025-11-23', '2026-11-23'],
  [{ period: '3m' }, '2026-08-23', '2026-11-23'],
  [{ period: 'quarter' }, '2026-10-01', '2026-11-23'],
  [{ period: 'last-quarter' }, '2026-07-01', '2026-10-01'],
  [{ period: 'mature' }, '2025-08-01', '2026-08-01'],
  [{ period: '3m', asOf: '2026-03-31' }, '2026-01-01', '2026-04-01'],
  [{ from: '2026-01-01', to: '2026-02-01' }, '2026-01-01', '2026-02-01'],
  [{ period: 'custom', from: '2026-05-01', to: '2026-02-01' }, '2025-11-23', '2026-11-23'],
] as [ScopeSearch, string, string][])('%j is [%s, %s)', (search, from, to) => {
  expect(periodOf(search, at)).toEqual({ from, to });
});

test('a fiscal year that starts in February has its quarters there', () => {
  expect(quarterStart('2026-01-31', 2)).toBe('2025-11-01');
  expect(quarterStart('2026-02-01', 2)).toBe('2026-02-01');
});

test('a month less than 31 March is 28 February, or 29 in a leap year', () => {
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  expect(addMonths('2028-03-31', -1)).toBe('2028-02-29');
});

test('a day ends where its zone says, also in the nights of daylight saving', () => {
  expect(endOfDay('2026-03-28', 'Europe/Berlin').toISOString()).toBe('2026-03-28T23:00:00.000Z');
  expect(endOfDay('2026-03-29', 'Europe/Berlin').toISOString()).toBe('2026-03-29T22:00:00.000Z');
  expect(endOfDay('2026-10-25', 'Europe/Berlin').toISOString()).toBe('2026-10-25T23:00:00.000Z');
});

test('an as-of of today or later asks for now', () => {
  expect(asOfMoment('2026-11-22', at)).toBeNull();
  expect(asOfMoment('2030-01-01', at)).toBeNull();
  expect(asOfMoment('2026-11-21', at)?.toISOString()).toBe('2026-11-21T23:00:00.000Z');
  expect(asOfDay('2018-09-01T00:00:00Z', at)).toBe('2018-09-01');
});

test('every period has days and ends no later than the day after the as-of day', () => {
  const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2018-01-01', n));
  const search = fc.record({ period: fc.constantFrom(...PERIODS.filter((one) => one !== 'custom')), asOf: day });
  fc.assert(
    fc.property(search, (asked) => {
      const { from, to } = periodOf(asked, at);
      expect(from < to).toBe(true);
      expect(to <= addDays(asOfDay(asked.asOf, at), 1)).toBe(true);
      expect(presetOf(asked)).toBe(asked.period);
    }),
  );
});
