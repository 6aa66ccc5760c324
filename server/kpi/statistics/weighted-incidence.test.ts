import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incidence } from './incidence.js';
import { type WeightedDays, weightedIncidence } from './weighted-incidence.js';
import { wilson } from './wilson.js';

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

/** Greenwood's sum, row by row, where those at risk are as many as Kish says that their weights are worth. */
function variance(rows: readonly Row[], until: number): number {
  const weigh = (some: readonly Row[]) => some.reduce((sum, { weight }) => sum + weight, 0);
  const days = [...new Set(rows.filter(({ event, day }) => event && day <= until).map(({ day }) => day))];
  const sum = days.reduce((so, t) => {
    const atRisk = rows.filter(({ day }) => day >= t);
    const kish = weigh(atRisk) ** 2 / atRisk.reduce((total, { weight }) => total + weight ** 2, 0);
    const hazard = weigh(rows.filter(({ day, event }) => event && day === t)) / weigh(atRisk);
    return so + hazard / ((1 - hazard) * kish);
  }, 0);
  return survival(rows, until) ** 2 * sum;
}

describe('weighted incidence', () => {
  test('without any weight says nothing', () => expect(weightedIncidence(summed([]), 9)).toBeNull());

  test('with equal weights is Kaplan-Meier with as many handoffs as have the error of Greenwood', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 40 }), fc.nat(DAYS), (rows, day) => {
        const equal = rows.map((r) => ({ ...r, weight: 7 }));
        const ones = summed(rows.map((r) => ({ ...r, weight: 1 })));
        const plain = incidence({ events: ones.events.sum, censored: ones.censored.sum, competing: [] }).at(day);
        const weighted = weightedIncidence(summed(equal), day);
        expect(weighted?.share).toBeCloseTo(plain?.share ?? Number.NaN, 10);
        if (!plain || plain.share < 1e-9 || plain.share > 1 - 1e-9) return;
        const equalNumber = (plain.share * (1 - plain.share)) / plain.se ** 2;
        expect(weighted?.effective).toBeCloseTo(Math.max(1, equalNumber), 6);
      }),
    );
  });

  test('without censoring and with equal weights has the limits of Wilson', () => {
    const rows = Array.from({ length: 20 }, (_, i) => ({ day: i < 6 ? 3 : 12, event: true, weight: 2 }));
    const { low, high } = wilson(6, 20);
    expect(weightedIncidence(summed(rows), 9)).toMatchObject({ low: expect.closeTo(low, 10), high: expect.closeTo(high, 10) });
  });

  test('equals the row by row product limit, its limits those of Wilson for the effective number', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 15 }), fc.nat(DAYS), (rows, day) => {
        const weighted = weightedIncidence(summed(rows), day);
        const [left, spread] = [survival(rows, day), variance(rows, day)];
        expect(weighted?.share).toBeCloseTo(1 - left, 10);
        if (left < 1e-9 || left > 1 - 1e-9) return;
        const effective = Math.max(1, (left * (1 - left)) / spread);
        expect(weighted?.effective).toBeCloseTo(effective, 6);
        expect(weighted?.high).toBeCloseTo(wilson((1 - left) * effective, effective).high, 8);
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
