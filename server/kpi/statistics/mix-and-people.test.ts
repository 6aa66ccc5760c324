import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binomial, funnelLimits, midP, poissonChances } from './funnel.js';
import { kitagawa, type Quotient, type Stratum } from './kitagawa.js';
import { newcombe, shareBounded } from './newcombe.js';

const bounded = ({ sum, over }: Quotient) => shareBounded({ x: sum, n: over });
const quotient = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]): Quotient => ({ sum: Math.min(a, b), over: Math.max(a, b) }));
const strata = fc.array(fc.record({ now: quotient, before: quotient }), { minLength: 1, maxLength: 6 });
const total = (quotients: Quotient[]) =>
  quotients.reduce((so, { sum, over }) => ({ sum: so.sum + sum, over: so.over + over }), { sum: 0, over: 0 });

/** By its definition: the whole with one side's shares and the other side's rates, and the average of both ways to get from one to the other. */
function swapped(groups: readonly Stratum[], what: 'mix' | 'rate'): number {
  const [now, before] = [total(groups.map((g) => g.now)), total(groups.map((g) => g.before))];
  const rate = (q: Quotient, other: Quotient) => (q.over > 0 ? q.sum / q.over : other.over > 0 ? other.sum / other.over : 0);
  const whole = (shares: 'now' | 'before', rates: 'now' | 'before') =>
    groups.reduce((sum, g) => {
      const share = g[shares].over / (shares === 'now' ? now.over : before.over);
      return sum + share * rate(g[rates], g[rates === 'now' ? 'before' : 'now']);
    }, 0);
  if (what === 'rate') return (whole('now', 'now') - whole('now', 'before') + whole('before', 'now') - whole('before', 'before')) / 2;
  return (whole('now', 'now') - whole('before', 'now') + whole('now', 'before') - whole('before', 'before')) / 2;
}

describe('kitagawa', () => {
  test('of an empty side says nothing', () => {
    expect(kitagawa([], bounded)).toBeNull();
    expect(kitagawa([{ now: { sum: 1, over: 2 }, before: { sum: 0, over: 0 } }], bounded)).toBeNull();
  });

  test('of shares that moved and rates that did not is all mix', () => {
    const got = kitagawa(
      [
        { now: { sum: 8, over: 80 }, before: { sum: 2, over: 20 } },
        { now: { sum: 10, over: 20 }, before: { sum: 40, over: 80 } },
      ],
      bounded,
    );
    expect(got?.difference).toBeCloseTo(-0.24, 12);
    expect(got?.mix).toBeCloseTo(-0.24, 12);
    expect(got?.rate).toBeCloseTo(0, 12);
    // More of the good and fewer of the bad did as much: each counts against the average of all, 0.3.
    expect(got?.parts.map(({ mix }) => mix)).toEqual([expect.closeTo(-0.12, 12), expect.closeTo(-0.12, 12)]);
  });

  test('adds up to the difference exactly, and equals the swapping of one side at a time', () => {
    fc.assert(
      fc.property(strata, (groups) => {
        const got = kitagawa(groups, bounded);
        const [now, before] = [total(groups.map((g) => g.now)), total(groups.map((g) => g.before))];
        expect(got === null).toBe(Math.min(now.over, before.over) === 0);
        if (!got) return;
        expect(got.difference).toBeCloseTo(now.sum / now.over - before.sum / before.over, 12);
        expect(got.parts.reduce((sum, { mix, rate }) => sum + mix + rate, 0)).toBeCloseTo(got.difference, 12);
        expect(got.rate).toBeCloseTo(swapped(groups, 'rate'), 12);
        expect(got.mix).toBeCloseTo(swapped(groups, 'mix'), 12);
      }),
    );
  });

  test('of one group is all rate, with the limits of Newcombe', () => {
    const got = kitagawa([{ now: { sum: 9, over: 30 }, before: { sum: 4, over: 40 } }], bounded);
    const want = newcombe({ x: 9, n: 30 }, { x: 4, n: 40 });
    expect(got?.mix).toBe(0);
    expect(got?.rateLimits.low).toBeCloseTo(want.low, 12);
    expect(got?.parts[0]?.rateLimits?.high).toBeCloseTo(want.high, 12);
  });

  test('a group that is new is all mix, and has no rate to have changed from', () => {
    const got = kitagawa(
      [
        { now: { sum: 5, over: 50 }, before: { sum: 10, over: 100 } },
        { now: { sum: 25, over: 50 }, before: { sum: 0, over: 0 } },
      ],
      bounded,
    );
    expect(got?.parts[1]).toMatchObject({ rate: 0, rateLimits: null });
    expect(got?.mix).toBeCloseTo(0.2, 12);
  });
});

/** Chances of every count, by tossing one after the other. */
function tossed(n: number, p: number): number[] {
  let masses = [1];
  for (let i = 0; i < n; i++) masses = [...masses, 0].map((mass, k) => mass * (1 - p) + (masses[k - 1] ?? 0) * p);
  return masses;
}

const sum = (values: number[]) => values.reduce((so, value) => so + value, 0);

describe('chances', () => {
  test('of the binomial are those of tossing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 99 }), fc.nat(60), (n, percent, k) => {
        const masses = tossed(n, percent / 100);
        expect(binomial(n, percent / 100).atMost(k)).toBeCloseTo(sum(masses.slice(0, k + 1)), 10);
        const [below, own, above] = [sum(masses.slice(0, k)), masses[k] ?? 0, sum(masses.slice(k + 1))];
        if (k <= n) expect(midP(binomial(n, percent / 100), k)).toBeCloseTo(Math.min(1, 2 * (Math.min(below, above) + own / 2)), 9);
      }),
    );
  });

  test('of the Poisson are the sum of its terms', () => {
    for (const mean of [0.4, 3, 41]) {
      let [term, so] = [Math.exp(-mean), 0];
      for (let k = 0; k < 60; k++) {
        so += term;
        expect(poissonChances(mean).atMost(k)).toBeCloseTo(so, 11);
        term *= mean / (k + 1);
      }
    }
  });
});

describe('funnel limits', () => {
  test('lie between the counts at which the chances pass one in forty', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 2, max: 98 }), (n, percent) => {
        const { low, high } = funnelLimits(binomial(n, percent / 100));
        const masses = tossed(n, percent / 100);
        const atMost = (k: number) => sum(masses.slice(0, Math.max(0, k + 1)));
        if (low > 0) expect(atMost(Math.ceil(low))).toBeGreaterThan(0.025 - 1e-9);
        if (low > 0) expect(atMost(Math.ceil(low) - 1)).toBeLessThan(0.025 + 1e-9);
        expect(atMost(Math.ceil(high))).toBeGreaterThan(0.975 - 1e-9);
        expect(atMost(Math.ceil(high) - 1)).toBeLessThan(0.975 + 1e-9);
      }),
    );
  });

  test('narrow as n grows, and are further out for fewer false alarms', () => {
    const at = (n: number, outside: number) => funnelLimits(binomial(n, 0.2), outside).high / n;
    expect(at(400, 0.05)).toBeLessThan(at(20, 0.05));
    expect(at(20, 0.002)).toBeGreaterThan(at(20, 0.05));
    expect(at(400, 0.05)).toBeCloseTo(0.2 + 1.96 * 0.02, 2);
  });

  test('of what is expected less than once start at 0 and never pass everybody', () => {
    expect(funnelLimits(poissonChances(0.5)).low).toBe(0);
    expect(funnelLimits(binomial(3, 0.9)).high).toBeLessThanOrEqual(3);
  });
});
