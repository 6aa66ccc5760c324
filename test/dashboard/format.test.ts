import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  count,
  day,
  fromNow,
  interval,
  lengthOfTime,
  money,
  periodWords,
  quantity,
  type Unit,
  withDays,
} from '../../dashboard/ui/format.js';

const UNITS: Unit[] = ['days', 'hours', 'share', 'per 100 handoffs', 'points'];

describe('a quantity', () => {
  test.each([
    [null, 'share', '–'],
    [Number.NaN, 'days', '–'],
    [0, 'days', '0 days'],
    [1, 'days', '1 day'],
    [41, 'days', '41 days'],
    [1, 'hours', '1 hour'],
    [0, 'share', '0\u00a0%'],
    [0.0762, 'share', '7.6\u00a0%'],
    [0.63, 'share', '63\u00a0%'],
    [22.66, 'per 100 handoffs', '22.7 per 100'],
    [4.25, 'points', '4.3 points'],
  ] as [number | null, Unit, string][])('%s %s is "%s"', (value, unit, words) => {
    expect(quantity(value, unit)).toBe(words);
  });

  test('is never NaN, Infinity or empty, whatever comes', () => {
    const anything = fc.oneof(fc.constantFrom(null, Number.NaN, Number.POSITIVE_INFINITY), fc.double({ min: -1e12, max: 1e12 }));
    fc.assert(fc.property(anything, fc.constantFrom(...UNITS), (value, unit) => !/NaN|∞|Infinity|^$/.test(quantity(value, unit))));
  });
});

test('an interval says which end the data does not bound', () => {
  expect(interval({ value: null, low: null, high: null }, 'days')).toBeNull();
  expect(interval({ value: 41, low: 35, high: 50 }, 'days')).toBe('35 to 50');
  expect(interval({ value: 41, low: 35, high: null }, 'days')).toBe('35 or more');
  expect(interval({ value: 41, low: null, high: 50 }, 'days')).toBe('up to 50');
});

test('an amount without a currency has none, and no amount is no zero', () => {
  expect(money(42_000, 'EUR')).toBe('€42,000');
  expect(money(42_000, null)).toBe('42,000');
  expect(money(null, 'EUR')).toBe('–');
});

test('days are the same days in every zone', () => {
  expect(day('2026-03-01')).toBe('1 Mar 2026');
  expect(periodWords({ from: '2026-03-01', to: '2026-04-01' })).toBe('1 Mar 2026 to 31 Mar 2026');
  expect(withDays('so far: comparable from 2027-02-21 on')).toBe('so far: comparable from 21 Feb 2027 on');
});

test('lengths of time come in their largest whole step', () => {
  expect([0.5, 1, 59, 60, 47 * 60, 48 * 60].map(lengthOfTime)).toEqual([
    'less than a minute',
    '1 minute',
    '59 minutes',
    '1 hour',
    '47 hours',
    '2 days',
  ]);
  const now = new Date('2026-06-01T12:00:00Z');
  expect(fromNow('2026-06-01T09:00:00Z', now)).toBe('3 hours ago');
  expect(fromNow('2026-06-01T15:00:00Z', now)).toBe('in 3 hours');
});

test('counts are grouped', () => {
  expect(count(1204)).toBe('1,204');
});
