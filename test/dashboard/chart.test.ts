import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticksFromZero, topOf } from '../../dashboard/chart/scale.js';
import { type ChartPoint, trendRows } from '../../dashboard/chart/trend-point.js';
import { ordered } from '../../dashboard/kpi/group-order.js';

const measure = (value: number | null, low = 0, high = 1, n = 50) => ({ value, low, high, n, mature: n, wide: n < 30, why: null });
const group = (label: string, value: number | null, low?: number, high?: number) => ({
  value: label,
  label,
  measure: measure(value, low, high),
  apart: null,
});
const point = (key: string, value: number | null, mature = true): ChartPoint => ({
  key,
  label: key,
  value,
  low: value,
  high: value,
  n: 9,
  mature,
  limits: null,
  outside: false,
  reading: [],
});

test('an axis starts at 0, ends at or above its highest value and has few round steps', () => {
  expect(ticksFromZero(0)).toEqual([0, 1]);
  expect(ticksFromZero(41)).toEqual([0, 10, 20, 30, 40, 50]);
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (top) => {
      const ticks = ticksFromZero(top);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(top * (1 - 1e-9));
      expect(ticks.length).toBeLessThanOrEqual(8);
    }),
  );
});

test('one wide interval does not flatten the rest, and a share never passes 100 %', () => {
  expect(topOf([{ value: 10, high: 500 }], [], false)).toBe(16);
  expect(topOf([{ value: 0.9, high: 1.4 }], [], true)).toBeLessThanOrEqual(1);
});

test('the dashed line of what is not complete starts at the last complete value', () => {
  const rows = trendRows([point('a', 1), point('b', 2), point('c', 3, false)], 10);
  expect(rows.map((row) => row.settled)).toEqual([1, 2, null]);
  expect(rows.map((row) => row.soFar)).toEqual([null, 2, 3]);
});

test('a value that is missing is a gap and not a zero', () => {
  const [row] = trendRows([point('a', null)], 10);
  expect(row).toMatchObject({ settled: null, soFar: null, band: null });
});

test('groups come best first, those without a value last', () => {
  const groups = [group('a', 3, 3, 3), group('b', null), group('c', 1, 1, 1)];
  expect(ordered(groups, { better: 'lower', people: true }).groups.map(({ label }) => label)).toEqual(['c', 'a', 'b']);
  expect(ordered(groups, { better: 'higher', people: false }).groups.map(({ label }) => label)).toEqual(['a', 'c', 'b']);
});

test('people whose intervals overlap are not ranked', () => {
  const people = [group('Zoe', 1, 0, 3), group('Ann', 2, 1, 4)];
  const { groups, words } = ordered(people, { better: 'lower', people: true });
  expect(groups.map(({ label }) => label)).toEqual(['Ann', 'Zoe']);
  expect(words).toContain('no ranking');
});
