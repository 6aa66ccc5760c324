import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaBelow } from './beta.js';
import { meanOf } from './mean.js';
import { student95, studentOutside } from './student.js';

const SCALE = { low: 1, high: 5 };
const moments = (scores: number[]) => ({
  n: scores.length,
  sum: scores.reduce((a, b) => a + b, 0),
  squares: scores.reduce((a, b) => a + b * b, 0),
});

describe('student', () => {
  test.each([
    [1, 12.706204736432095],
    [4, 2.7764451051977987],
    [9, 2.2621571627409915],
    [30, 2.0422724563012373],
    [1000, 1.9623390808264078],
  ])('with %d degrees of freedom is as in the tables', (df, t) => expect(student95(df)).toBeCloseTo(t, 9));

  test('outside 0 is everything', () => expect(studentOutside(0, 5)).toBe(1));
});

test('incomplete beta of whole shapes is the sum of a binomial', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      (a, b, x) => {
        const n = a + b - 1;
        let so = 0;
        for (let j = a; j <= n; j++) {
          let ways = 1;
          for (let i = 0; i < j; i++) ways *= (n - i) / (i + 1);
          so += ways * x ** j * (1 - x) ** (n - j);
        }
        expect(betaBelow(x, { a, b })).toBeCloseTo(so, 10);
      },
    ),
  );
});

describe('mean', () => {
  test('of fewer than two says nothing', () => expect(meanOf(moments([4]), SCALE)).toBeNull());

  test('lies within its limits, and they within the scale', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 60 }), (scores) => {
        const got = meanOf(moments(scores), SCALE);
        if (!got) throw new Error('there are scores');
        expect(got.low).toBeGreaterThanOrEqual(1);
        expect(got.high).toBeLessThanOrEqual(5);
        expect(got.low).toBeLessThanOrEqual(got.mean + 1e-9);
        expect(got.high).toBeGreaterThanOrEqual(got.mean - 1e-9);
      }),
    );
  });

  test('of many scores has the limits of Student', () => {
    const scores = Array.from({ length: 2000 }, (_, i) => 1 + ((i * 7) % 5));
    const got = meanOf(moments(scores), SCALE);
    const reach = student95(1999) * Math.sqrt((2 * 2000) / 1999 / 2000);
    expect(got?.low).toBeCloseTo(3 - reach, 3);
    expect(got?.high).toBeCloseTo(3 + reach, 3);
  });

  test('of skewed scores reaches further down than up: a few more could only be worse', () => {
    const got = meanOf(moments([5, 5, 5, 5, 5, 5, 5, 5, 4, 3]), SCALE);
    expect(got?.mean).toBe(4.7);
    // By hand: as if 24.37 answers lay at the ends of the scale, with t of 9 degrees of freedom.
    expect(got?.low).toBeCloseTo(3.876, 3);
    expect(got?.high).toBeCloseTo(4.934, 3);
    expect(4.7 - (got?.low ?? 5)).toBeGreaterThan((got?.high ?? 0) - 4.7);
  });
});
