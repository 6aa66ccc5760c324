import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Clusters, clusteredShare } from './clustered-share.js';
import { student95 } from './student.js';
import { wilson } from './wilson.js';

interface Handoff {
  m: number;
  d: number;
}

const handoff = fc.integer({ min: 1, max: 10 }).chain((d) => fc.record({ m: fc.integer({ min: 0, max: d }), d: fc.constant(d) }));

function summed(handoffs: readonly Handoff[]): Clusters {
  const sum = (of: (one: Handoff) => number) => handoffs.reduce((total, one) => total + of(one), 0);
  return {
    n: handoffs.length,
    m: sum(({ m }) => m),
    d: sum(({ d }) => d),
    mm: sum(({ m }) => m * m),
    md: sum(({ m, d }) => m * d),
    dd: sum(({ d }) => d * d),
  };
}

/** Leaving out one handoff after the other. */
function jackknife(handoffs: readonly Handoff[]): number {
  const n = handoffs.length;
  const without = handoffs.map((_, i) => {
    const rest = summed(handoffs.filter((_, k) => k !== i));
    return rest.m / rest.d;
  });
  const mean = without.reduce((sum, share) => sum + share, 0) / n;
  return ((n - 1) / n) * without.reduce((sum, share) => sum + (share - mean) ** 2, 0);
}

describe('a share of readings that go together', () => {
  test('of nothing and of one handoff says nothing', () => {
    expect(clusteredShare(summed([]))).toBeNull();
    expect(clusteredShare(summed([{ m: 3, d: 4 }]))).toBeNull();
  });

  test('is all successes over all readings, within its limits', () => {
    fc.assert(
      fc.property(fc.array(handoff, { minLength: 2, maxLength: 60 }), (handoffs) => {
        const got = clusteredShare(summed(handoffs));
        const { m, d } = summed(handoffs);
        expect(got?.share).toBeCloseTo(m / d, 12);
        expect(got?.low).toBeLessThanOrEqual(m / d + 1e-12);
        expect(got?.high).toBeGreaterThanOrEqual(m / d - 1e-12);
      }),
    );
  });

  test('is no surer for ten readings of each handoff that all say the same', () => {
    const one = Array.from({ length: 40 }, (_, i) => ({ m: i % 4 === 0 ? 0 : 1, d: 1 }));
    const ten = one.map(({ m }) => ({ m: m * 10, d: 10 }));
    expect(clusteredShare(summed(ten))).toEqual({
      share: 0.75,
      low: expect.closeTo(clusteredShare(summed(one))?.low ?? -1, 12),
      high: expect.closeTo(clusteredShare(summed(one))?.high ?? -1, 12),
    });
  });

  test('varies as it does when one handoff after the other is left out', () => {
    fc.assert(
      fc.property(fc.array(handoff, { minLength: 80, maxLength: 120 }), (handoffs) => {
        const sums = summed(handoffs);
        const share = sums.m / sums.d;
        const variance = ((sums.n / (sums.n - 1)) * (sums.mm - 2 * share * sums.md + share ** 2 * sums.dd)) / sums.d ** 2;
        fc.pre(variance > 1e-6);
        expect(variance / jackknife(handoffs)).toBeGreaterThan(0.85);
        expect(variance / jackknife(handoffs)).toBeLessThan(1.15);
      }),
      { numRuns: 30 },
    );
  });

  test('of handoffs that all met everything keeps a lower limit', () => {
    const got = clusteredShare(summed(Array.from({ length: 10 }, () => ({ m: 5, d: 5 }))));
    expect(got).toMatchObject({ share: 1, high: 1 });
    expect(got?.low).toBeGreaterThan(0.6);
    expect(got?.low).toBeLessThan(0.75);
  });
});

test('of one reading a handoff is as sure as one handoff fewer, each for itself', () => {
  const handoffs = Array.from({ length: 40 }, (_, i) => ({ m: i < 12 ? 1 : 0, d: 1 }));
  const { low, high } = wilson(0.3 * 39, 39, student95(39));
  expect(clusteredShare(summed(handoffs))).toMatchObject({ share: 0.3, low: expect.closeTo(low, 10), high: expect.closeTo(high, 10) });
});
