import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chiSquareAbove } from './gamma.js';
import { type DayCounts, incidence } from './incidence.js';
import { incidenceDifference } from './incidence-difference.js';
import { difference, weightedDifference } from './mover.js';
import { newcombe } from './newcombe.js';
import { Z95 } from './normal.js';
import { poisson, rateDifference } from './poisson.js';
import { quantileDifference } from './quantile-difference.js';
import { reference } from './reference.js';
import { wilson } from './wilson.js';

const normal = (value: number, se: number) => ({ value, limits: (z: number) => ({ low: value - z * se, high: value + z * se }) });
const size = fc.integer({ min: 1, max: 99 });
const part = fc.double({ min: 0, max: 1, noNaN: true });

describe('differences by the limits of the two', () => {
  test('of normal estimates are those of the textbook, p and all', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), (gap, one, two) => {
        const se = Math.hypot(one, two);
        const got = difference(normal(gap, one), normal(0, two));
        expect(got.low).toBeCloseTo(gap - Z95 * se, 9);
        expect(got.high).toBeCloseTo(gap + Z95 * se, 9);
        expect(got.p).toBeCloseTo(chiSquareAbove(Math.min(6, Math.abs(gap) / se) ** 2, 1), 5);
      }),
    );
  });

  test('of sums weigh the squares', () => {
    const got = weightedDifference([
      { weight: 0.25, first: normal(8, 3), second: normal(4, 4) },
      { weight: 0.75, first: normal(1, 1), second: normal(3, 2) },
    ]);
    const se = Math.sqrt(0.25 ** 2 * 25 + 0.75 ** 2 * 5);
    expect(got).toMatchObject({ difference: -0.5, low: expect.closeTo(-0.5 - Z95 * se, 9), high: expect.closeTo(-0.5 + Z95 * se, 9) });
  });

  test('have no limit where one side has none', () => {
    const open = { value: 5, limits: () => ({ low: 2, high: null }) };
    expect(difference(open, normal(1, 1))).toMatchObject({ low: expect.closeTo(4 - Math.hypot(3, Z95), 9), high: null });
    expect(difference(normal(9, 1), open)).toMatchObject({ low: null, p: 1 });
  });

  test('are clear below 0.05 exactly where their limits leave 0 out', () => {
    fc.assert(
      fc.property(size, size, part, part, (n1, n2, a, b) => {
        const [one, two] = [
          { x: Math.round(a * n1), n: n1 },
          { x: Math.round(b * n2), n: n2 },
        ];
        const { low, high, p } = newcombe(one, two);
        if (Math.abs(low) > 1e-7 && Math.abs(high) > 1e-7) expect(p < 0.05).toBe(low > 0 || high < 0);
      }),
    );
  });
});

describe('shares and rates', () => {
  test('differ as the formula says, from limits of the two', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (x1, x2) => {
        const [one, two] = [poisson({ count: x1, exposure: 3 }), poisson({ count: x2, exposure: 7 })];
        const got = rateDifference({ count: x1, exposure: 3 }, { count: x2, exposure: 7 });
        expect(got.low).toBeCloseTo(one.rate - two.rate - Math.sqrt((one.rate - one.low) ** 2 + (two.high - two.rate) ** 2), 9);
        expect(got.high).toBeCloseTo(one.rate - two.rate + Math.sqrt((one.high - one.rate) ** 2 + (two.rate - two.low) ** 2), 9);
      }),
    );
  });

  test('at another confidence are nested', () => {
    fc.assert(
      fc.property(size, part, (n, a) => {
        const x = Math.round(a * n);
        expect(wilson(x, n, 1).low).toBeGreaterThanOrEqual(wilson(x, n).low);
        expect(poisson({ count: x, exposure: n }, 3).high).toBeGreaterThan(poisson({ count: x, exposure: n }).high);
      }),
    );
  });
});

const { series } = reference;
const curve = (name: string) => incidence(series[name] ?? { events: [], competing: [], censored: [] });

describe('curves', () => {
  test('of two treatments differ by day 90 as their reference limits say', () => {
    const [one, two] = [reference.expected.veteran_trt1, reference.expected.veteran_trt2].map(({ points }) =>
      points.find(({ day }) => day === 90),
    );
    const got = incidenceDifference(curve('veteran_trt1'), curve('veteran_trt2'), 90);
    if (!one || !two || !got) throw new Error('the reference has a day 90');
    expect(got.difference).toBeCloseTo(one.share - two.share, 10);
    expect(got.low).toBeCloseTo(one.share - two.share - Math.hypot(one.share - one.low, two.high - two.share), 9);
    expect(got.high).toBeCloseTo(one.share - two.share + Math.hypot(one.high - one.share, two.share - two.low), 9);
  });

  test('have no difference on a day that one of them does not come to', () => {
    expect(incidenceDifference(curve('veteran_trt1'), curve('nobody'), 30)).toBeNull();
    const short: DayCounts = { events: [0, 1, 0], competing: [0, 0, 0], censored: [0, 0, 5] };
    expect(incidenceDifference(incidence(short), curve('veteran_trt1'), 30)).toBeNull();
  });

  test('without censoring differ as shares do, but for the kind of limits', () => {
    const at = (early: number, late: number): DayCounts => ({
      events: [0, early, 0, late],
      competing: [0, 0, 0, 0],
      censored: [0, 0, 0, 0],
    });
    const got = incidenceDifference(incidence(at(300, 700)), incidence(at(400, 600)), 2);
    const want = newcombe({ x: 300, n: 1000 }, { x: 400, n: 1000 });
    expect(got?.difference).toBeCloseTo(want.difference, 12);
    expect(got?.low).toBeCloseTo(want.low, 2);
    expect(got?.high).toBeCloseTo(want.high, 2);
  });

  test('of two treatments have medians 51 days apart, and limits that hold 0', () => {
    const got = quantileDifference(curve('veteran_trt1'), curve('veteran_trt2'), 0.5);
    expect(got).toMatchObject({
      difference: 51,
      low: expect.closeTo(51 - Math.hypot(103 - 54, 90 - 52), 9),
      high: expect.closeTo(51 + Math.hypot(126 - 103, 52 - 43), 9),
    });
  });

  test('that never get there have no difference of medians', () => {
    expect(quantileDifference(curve('mgus2'), curve('veteran'), 0.5)).toBeNull();
  });
});
