import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incidence } from './incidence.js';
import { type WeightedDays, weightedIncidence } from './weighted-incidence.js';

const DAYS = 15;
const row = fc.record({ day: fc.nat(DAYS - 1), event: fc.boolean(), weight: fc.integer({ min: 1, max: 50 }) });
type Row = { day: number; event: boolean; weight: number };

function summed(rows: readonly Row[]): WeightedDays {
  const sums = () => ({ sum: new Array<number>(DAYS).fill(0), squares: new Array<number>(DAYS).fill(0) });
  const days = { events: sums(), censored: sums() };
  for (const { day, event, weight } of rows) {
    const side = event ? days.events : days.censored;
    side.sum[day] = (side.sum[day] ?? 0) + weight;
    side.squares[day] = (side.squares[day] ?? 0) + weight ** 2;
  }
  return days;
}

/** Weighted product limit, row by row. */
function survival(rows: readonly Row[], until: number): number {
  const weigh = (some: readonly Row[]) => some.reduce((sum, { weight }) => sum + weight, 0);
  const days = [...new Set(rows.filter(({ event, day }) => event && day <= until).map(({ day }) => day))].sort((a, b) => a - b);
  return days.reduce((left, t) => {
    const atRisk = weigh(rows.filter(({ day }) => day >= t));
    return (left * (atRisk - weigh(rows.filter(({ day, event }) => event && day === t)))) / atRisk;
  }, 1);
}

/** The infinitesimal jackknife by its definition: what a little more of each row's weight does to the answer. */
function jackknife(rows: readonly Row[], until: number): number {
  const h = 1e-4;
  const nudged = (i: number, by: number) => rows.map((r, k) => (k === i ? { ...r, weight: r.weight + by } : r));
  const pull = (i: number) => (survival(nudged(i, h), until) - survival(nudged(i, -h), until)) / (2 * h);
  return Math.sqrt(rows.reduce((sum, { weight }, i) => sum + (weight * pull(i)) ** 2, 0));
}

describe('weighted incidence', () => {
  test('without any weight says nothing', () => expect(weightedIncidence(summed([]), 9)).toBeNull());

  test('with equal weights is Kaplan-Meier with the error of Greenwood', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 40 }), fc.nat(DAYS), (rows, day) => {
        const equal = rows.map((r) => ({ ...r, weight: 7 }));
        const ones = summed(rows.map((r) => ({ ...r, weight: 1 })));
        const plain = incidence({ events: ones.events.sum, censored: ones.censored.sum, competing: [] }).at(day);
        const weighted = weightedIncidence(summed(equal), day);
        expect(weighted?.share).toBeCloseTo(plain?.share ?? Number.NaN, 10);
        expect(weighted?.se).toBeCloseTo(plain?.se ?? Number.NaN, 7);
      }),
    );
  });

  test('equals the row by row product limit and its jackknife', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 15 }), fc.nat(DAYS), (rows, day) => {
        const weighted = weightedIncidence(summed(rows), day);
        expect(weighted?.share).toBeCloseTo(1 - survival(rows, day), 10);
        if (survival(rows, day) > 0) expect(weighted?.se).toBeCloseTo(jackknife(rows, day), 5);
      }),
    );
  });

  test('of one heavy leaver among many is wide: the limits know that it is one draw', () => {
    const rows = [{ day: 5, event: true, weight: 50 }, ...Array.from({ length: 50 }, () => ({ day: 14, event: false, weight: 1 }))];
    const share = weightedIncidence(summed(rows), 10);
    expect(share?.share).toBe(0.5);
    expect((share?.high ?? 0) - (share?.low ?? 0)).toBeGreaterThan(0.7);
  });
});
