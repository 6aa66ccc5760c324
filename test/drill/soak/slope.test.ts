import { expect, test } from 'vitest';
import { theilSen } from './slope.js';

/** One reading every ten seconds. */
const readings = (values: readonly number[]) => values.map((value, i) => ({ at: i * 10, value }));

test('a line has its own slope, by the hour, and no doubt', () => {
  const { slope, low, high } = theilSen(readings([5, 6, 7, 8, 9]));
  for (const found of [slope, low, high]) expect(found).toBeCloseTo(360);
});

test('the median of the six slopes of four readings is 2.5 an interval', () => {
  // 1, 2, 5, 8: slopes 1, 2, 7/3, 3, 3 and 3; the two in the middle are 7/3 and 3.
  expect(theilSen(readings([1, 2, 5, 8])).slope).toBeCloseTo((360 * (7 / 3 + 3)) / 2);
});

test('a single peak in thirty readings, which moves a mean, does not move it', () => {
  const flat = Array.from({ length: 30 }, (_, i) => 100 + (i % 3));
  const peaked = flat.map((value, i) => (i === 27 ? 900 : value));
  expect(theilSen(readings(peaked)).slope).toBeCloseTo(theilSen(readings(flat)).slope, 0);
});

test('the limits hold what rises beneath the saw of a heap', () => {
  const saw = Array.from({ length: 120 }, (_, i) => 200 + i / 36 + 30 * ((i % 7) / 7));
  const { low, high } = theilSen(readings(saw));
  expect(low).toBeLessThan(10);
  expect(high).toBeGreaterThan(10);
});

test('two readings have no slope', () => {
  expect(() => theilSen(readings([1, 2]))).toThrow('too few readings');
});
