import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binomialLimits, poissonLimits, xmrLimits } from './control-limits.js';
import { runRule } from './run-rules.js';

const TAIL = 0.0013498980316300933;

/** Binomial probabilities by repeated tossing. */
function tossed(n: number, p: number): number[] {
  let masses = [1];
  for (let i = 0; i < n; i++) masses = [...masses, 0].map((mass, k) => mass * (1 - p) + (masses[k - 1] ?? 0) * p);
  return masses;
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe('binomial limits', () => {
  test('leave the tail of three standard errors outside, and not one count more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 99 }), (n, percent) => {
        const { low, high } = binomialLimits({ x: percent, of: 100 }, n);
        const masses = tossed(n, percent / 100);
        const [least, most] = [Math.round((low ?? 0) * n), Math.round((high ?? 1) * n)];
        expect(sum(masses.slice(0, least))).toBeLessThanOrEqual(TAIL + 1e-12);
        expect(sum(masses.slice(0, least + 1))).toBeGreaterThan(TAIL - 1e-12);
        expect(sum(masses.slice(most + 1))).toBeLessThanOrEqual(TAIL + 1e-12);
        expect(sum(masses.slice(most))).toBeGreaterThan(TAIL - 1e-12);
      }),
    );
  });

  test('widen as n falls', () => {
    expect(binomialLimits({ x: 200, of: 1000 }, 400).high).toBeCloseTo(0.2625, 6);
    expect(binomialLimits({ x: 200, of: 1000 }, 20).high).toBe(0.5);
  });

  test('of what never happened are open', () => expect(binomialLimits({ x: 0, of: 50 }, 20)).toEqual({ low: null, center: 0, high: null }));

  test('hold for a hundred thousand', () => {
    const { low, high } = binomialLimits({ x: 3, of: 10 }, 100_000);
    expect(low).toBeCloseTo(0.2957, 3);
    expect(high).toBeCloseTo(0.3043, 3);
  });
});

describe('poisson limits', () => {
  test('of 9 expected are 2 and 19', () => expect(poissonLimits({ count: 90, over: 10 }, 1)).toEqual({ low: 2, center: 9, high: 19 }));
  test('of one expected have no lower end', () => expect(poissonLimits({ count: 10, over: 100 }, 10).low).toBeNull());
  test('of what never happened are open', () =>
    expect(poissonLimits({ count: 0, over: 9 }, 1)).toEqual({ low: null, center: 0, high: null }));
});

describe('xmr limits', () => {
  test('of 10, 12, 11, 13 are 2.66 mean moving ranges around 11.5', () => {
    const { low, center, high } = xmrLimits([10, 12, 11, 13]);
    expect(center).toBe(11.5);
    expect(high).toBeCloseTo(11.5 + (2.66 * 5) / 3, 12);
    expect(low).toBeCloseTo(11.5 - (2.66 * 5) / 3, 12);
  });

  test('never fall below 0', () => expect(xmrLimits([1, 9, 1]).low).toBeNull());
});

describe('run rules', () => {
  const limits = { low: 5, center: 10, high: 15 };
  const series = (...values: number[]) => values.map((value) => ({ value, limits }));

  test('are silent within the range', () => expect(runRule(series(9, 11, 10, 12, 9))).toBeNull());
  test('are silent about nothing', () => expect(runRule([])).toBeNull());
  test('are silent without limits', () => expect(runRule([{ value: 99, limits: null }])).toBeNull());
  test('fire above the upper limit', () => expect(runRule(series(10, 15.1))).toEqual({ rule: 'outside its limits', direction: 'higher' }));
  test('fire below the lower limit', () => expect(runRule(series(10, 4.9))).toEqual({ rule: 'outside its limits', direction: 'lower' }));
  test('do not fire on the limit', () => expect(runRule(series(10, 15))).toBeNull());
  test('fire at the eighth in a row on one side', () => {
    expect(runRule(series(11, 12, 11, 12, 11, 12, 11))).toBeNull();
    expect(runRule(series(11, 12, 11, 12, 11, 12, 11, 12))).toMatchObject({ rule: 'eight in a row on one side', direction: 'higher' });
  });
  test('fire at the sixth in a row falling', () => {
    expect(runRule(series(12, 11, 10, 9, 8))).toBeNull();
    expect(runRule(series(12, 11, 10, 9, 8, 7))).toMatchObject({ rule: 'six in a row falling', direction: 'lower' });
  });
});
