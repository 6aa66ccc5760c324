import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benjaminiHochberg } from './benjamini-hochberg.js';
import { chiSquareAbove, gammaBelow, gammaQuantile, logGamma } from './gamma.js';
import { newcombe } from './newcombe.js';
import { normalQuantile } from './normal.js';
import { poisson, rateDifference } from './poisson.js';
import { reference } from './reference.js';
import { wilson } from './wilson.js';

const { expected } = reference;

/** Probability of at most `k` events when `mean` are expected, term by term. */
function poissonAtMost(k: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let i = 1; i <= k; i++) {
    term *= mean / i;
    sum += term;
  }
  return sum;
}

describe('normal quantile', () => {
  test.each([
    [0.5, 0],
    [0.975, 1.959963984540054],
    [0.999, 3.090232306167813],
    [1e-10, -6.361340902404056],
  ])('of %d is %d', (p, value) => expect(normalQuantile(p)).toBeCloseTo(value, 12));

  test('of an impossible probability throws', () => expect(() => normalQuantile(1)).toThrow('must lie between 0 and 1'));
});

describe('gamma', () => {
  test('function of whole numbers is the factorial', () => expect(Math.exp(logGamma(11))).toBeCloseTo(3_628_800, 4));

  test('with chi-square of one degree: 3.841 is passed once in twenty', () =>
    expect(chiSquareAbove(3.841458820694124, 1)).toBeCloseTo(0.05, 12));

  test('quantile is the inverse of the probability', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0.001, max: 0.999, noNaN: true }), (a, p) => {
        expect(gammaBelow(a, gammaQuantile(a, p))).toBeCloseTo(p, 9);
      }),
    );
  });
});

describe('wilson', () => {
  test.each(expected.wilson)('of $x in $n is that of R', ({ x, n, low, high }) => {
    expect(wilson(x, n).low).toBeCloseTo(low, 10);
    expect(wilson(x, n).high).toBeCloseTo(high, 10);
  });

  test('of more than all throws', () => expect(() => wilson(3, 2)).toThrow('a share of 3 in 2 cannot be'));

  test('limits are where the score test gives up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const x = Math.round(part * n);
        const { low, high } = wilson(x, n);
        for (const p of [low, high].filter((limit) => limit > 0 && limit < 1)) {
          expect(Math.abs(x / n - p) / Math.sqrt((p * (1 - p)) / n)).toBeCloseTo(1.959963984540054, 6);
        }
      }),
    );
  });
});

describe('newcombe', () => {
  test.each(expected.newcombe)('of $x1/$n1 and $x2/$n2 is that of R', ({ x1, n1, x2, n2, diff, low, high }) => {
    const got = newcombe({ x: x1, n: n1 }, { x: x2, n: n2 });
    expect(got.difference).toBeCloseTo(diff, 10);
    expect(got.low).toBeCloseTo(low, 10);
    expect(got.high).toBeCloseTo(high, 10);
  });

  test('turned round changes the sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }), fc.nat(99), (n1, n2, k) => {
        const [one, two] = [
          { x: k % (n1 + 1), n: n1 },
          { x: k % (n2 + 1), n: n2 },
        ];
        expect(newcombe(one, two).low).toBeCloseTo(-newcombe(two, one).high, 12);
      }),
    );
  });
});

describe('poisson', () => {
  test.each(expected.poisson)('of $count over $exposure is that of R', ({ count, exposure, rate, low, high }) => {
    const got = poisson({ count, exposure });
    expect(got.rate).toBeCloseTo(rate, 10);
    expect(got.low).toBeCloseTo(low, 10);
    expect(got.high).toBeCloseTo(high, 10);
  });

  test('over no exposure throws', () => expect(() => poisson({ count: 1, exposure: 0 })).toThrow('cannot be'));

  test('limits leave one in forty on each side', () => {
    fc.assert(
      fc.property(fc.nat(300), (count) => {
        const { low, high } = poisson({ count, exposure: 1 });
        expect(poissonAtMost(count, high)).toBeCloseTo(0.025, 9);
        if (count > 0) expect(1 - poissonAtMost(count - 1, low)).toBeCloseTo(0.025, 9);
      }),
    );
  });

  test('difference of equal rates is 0 and its limits lie around it', () => {
    const { difference, low, high } = rateDifference({ count: 20, exposure: 100 }, { count: 40, exposure: 200 });
    expect(difference).toBe(0);
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
  });
});

describe('benjamini and hochberg', () => {
  test('of nothing is nothing', () => expect(benjaminiHochberg([])).toEqual([]));

  test('is that of R', () => {
    const got = benjaminiHochberg(expected.bh.p);
    expect(got.map((p) => p.toFixed(12))).toEqual(expected.bh.adjusted.map((p) => p.toFixed(12)));
  });

  test('equals its definition: the least of the scaled p-values at or above each', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 1 }), (ps) => {
        const sorted = [...ps].sort((a, b) => a - b);
        const scaled = sorted.map((p, i) => Math.min(1, (p * ps.length) / (i + 1)));
        const got = benjaminiHochberg(ps);
        for (const [i, p] of ps.entries()) expect(got[i]).toBeCloseTo(Math.min(...scaled.slice(sorted.indexOf(p))), 12);
      }),
    );
  });
});
