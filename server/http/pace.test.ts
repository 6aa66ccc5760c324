import { expect, test } from 'vitest';
import { Paces } from './pace.js';

test('so many at once, then so many a second, each for itself', () => {
  let now = 0;
  const paces = new Paces({ burst: 3, perSecond: 2 }, () => now);
  const takes = (n: number) => Array.from({ length: n }, () => paces.take('a') === null).filter(Boolean).length;
  expect(takes(5)).toBe(3);
  expect(paces.take('a')).toBeCloseTo(0.5);
  expect(paces.take('b')).toBeNull();
  now = 1_000;
  expect(takes(5)).toBe(2);
  now = 60_000;
  expect(takes(5)).toBe(3);
});

test('memory for those who asked is bounded', () => {
  const paces = new Paces({ burst: 1, perSecond: 0.001 }, () => 0);
  expect(paces.take('first')).toBeNull();
  for (let n = 0; n < 20_000; n++) paces.take(String(n));
  expect(paces.take('19999')).not.toBeNull();
  expect(paces.take('first')).toBeNull();
});
