import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DayCounts, incidence } from './incidence.js';
import { olistReference, reference } from './reference.js';

const { expected, series } = reference;
const nobody: DayCounts = { events: [], competing: [], censored: [] };

interface Row {
  day: number;
  outcome: 'events' | 'competing' | 'censored';
}

const total = (counts: ArrayLike<number>) => Array.from(counts).reduce((sum, count) => sum + count, 0);

const DAYS = 40;
const row = fc.record({ day: fc.nat(DAYS - 1), outcome: fc.constantFrom<Row['outcome']>('events', 'competing', 'censored') });

function counted(rows: readonly Row[]): Record<Row['outcome'], number[]> {
  const empty = () => new Array<number>(DAYS).fill(0);
  const counts = { events: empty(), competing: empty(), censored: empty() };
  for (const { day, outcome } of rows) counts[outcome][day] = (counts[outcome][day] ?? 0) + 1;
  return counts;
}

/** Row by row, with the variance as the sum it is defined by. */
function slow(rows: readonly Row[], until: number): { share: number; se: number } {
  const days = [...new Set(rows.filter((r) => r.outcome !== 'censored').map((r) => r.day))]
    .filter((day) => day <= until)
    .sort((a, b) => a - b);
  let survival = 1;
  let share = 0;
  const steps = days.map((day) => {
    const n = rows.filter((r) => r.day >= day).length;
    const d1 = rows.filter((r) => r.day === day && r.outcome === 'events').length;
    const d = d1 + rows.filter((r) => r.day === day && r.outcome === 'competing').length;
    const before = survival;
    share += (before * d1) / n;
    survival *= (n - d) / n;
    return { n, d1, d, before, share };
  });
  const variance = steps.reduce((sum, { n, d1, d, before, share: at }) => {
    const rise = share - at;
    const one = n > d ? (rise ** 2 * d) / (n * (n - d)) : 0;
    return sum + one + (before ** 2 * d1 * (n - d1)) / n ** 3 - (2 * rise * before * d1) / n ** 2;
  }, 0);
  return { share, se: Math.sqrt(Math.max(0, variance)) };
}

describe('cumulative incidence', () => {
  test.each(['veteran', 'veteran_trt1', 'veteran_trt2', 'mgus2', 'mgus2_F'] as const)('of %s is that of R to 1e-9', (name) => {
    const curve = incidence(series[name] ?? nobody);
    expect(curve).toMatchObject({ n: expected[name].n, events: expected[name].events });
    const { competing, censored } = series[name] ?? nobody;
    expect([total(competing), total(censored)]).toEqual([expected[name].competing, expected[name].censored]);
    for (const { day, share, se, low, high, atRisk } of expected[name].points) {
      const at = curve.at(day);
      expect(at?.atRisk).toBe(atRisk);
      expect(at?.share).toBeCloseTo(share, 10);
      expect(at?.se).toBeCloseTo(se, 10);
      expect(at?.low).toBeCloseTo(low, 10);
      expect(at?.high).toBeCloseTo(high, 10);
    }
    for (const { p, ...days } of expected[name].quantiles) expect(curve.quantile(p)).toEqual(days);
  });

  test('of a real funnel has a median of 126 days, not the 50 of those who got there', () => {
    const curve = incidence(olistReference.series);
    const { n, events, median, firstQuartile, points } = olistReference.expected;
    expect(curve).toMatchObject({ n, events });
    expect(curve.quantile(0.5)).toEqual(median);
    expect(curve.quantile(0.25)).toEqual(firstQuartile);
    for (const { day, share, low, high } of points) {
      expect(curve.at(day)?.share).toBeCloseTo(share, 10);
      expect(curve.at(day)?.low).toBeCloseTo(low, 10);
      expect(curve.at(day)?.high).toBeCloseTo(high, 10);
    }
  });

  test('of nobody says nothing', () => {
    const curve = incidence(nobody);
    expect(curve).toMatchObject({ n: 0, events: 0, lastDay: -1, complete: false });
    expect(curve.at(3)).toBeNull();
    expect(curve.quantile(0.5)).toEqual({ day: null, low: null, high: null });
  });

  test('claims nothing after the last day anybody was seen', () => {
    const curve = incidence(
      counted([
        { day: 3, outcome: 'events' },
        { day: 9, outcome: 'censored' },
      ]),
    );
    expect(curve).toMatchObject({ lastDay: 9, complete: false });
    expect(curve.at(30)).toMatchObject({ day: 9, share: 0.5 });
  });

  test('is complete when nobody is left waiting', () => {
    expect(
      incidence(
        counted([
          { day: 3, outcome: 'events' },
          { day: 4, outcome: 'competing' },
        ]),
      ).complete,
    ).toBe(true);
  });

  test('keeps an upper limit when nothing has happened yet: none in ten may still be a quarter', () => {
    const curve = incidence(counted(Array.from({ length: 10 }, () => ({ day: 20, outcome: 'censored' as const }))));
    expect(curve.at(20)).toMatchObject({ share: 0, low: 0, high: expect.closeTo(0.2775327998629, 9) });
  });

  test('keeps a lower limit when all have got there', () => {
    const curve = incidence(counted(Array.from({ length: 10 }, () => ({ day: 2, outcome: 'events' as const }))));
    expect(curve.at(20)).toMatchObject({ share: 1, low: expect.closeTo(0.7224672001371, 9), high: 1 });
  });

  test('equals the slow reading of rows', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), fc.nat(DAYS), (rows, day) => {
        const at = incidence(counted(rows)).at(day);
        const want = slow(rows, day);
        expect(at?.share).toBeCloseTo(want.share, 10);
        expect(at?.se).toBeCloseTo(want.se, 7);
      }),
    );
  });

  test('has its quantiles on the first days at which the curve and its limits get there, looked for day by day', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), fc.constantFrom(0.25, 0.5, 0.75), (rows, p) => {
        const curve = incidence(counted(rows));
        const first = (reached: (at: { share: number; low: number; high: number }) => boolean) => {
          const day = Array.from({ length: DAYS }, (_, t) => t).find((t) => {
            const at = t <= curve.lastDay ? curve.at(t) : null;
            return at !== null && at.share > 0 && reached(at);
          });
          return day ?? null;
        };
        expect(curve.quantile(p)).toEqual({
          day: first(({ share }) => share >= p - 1e-12),
          low: first(({ high }) => high >= p - 1e-12),
          high: first(({ low }) => low >= p - 1e-12),
        });
      }),
    );
  });

  test('is the same however the rows are split before they are counted', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), fc.array(row), (some, others) => {
        const [one, two] = [counted(some), counted(others)];
        const add = (key: Row['outcome']) => one[key].map((count, day) => count + (two[key][day] ?? 0));
        const merged = incidence({ events: add('events'), competing: add('competing'), censored: add('censored') });
        expect(merged.at(20)).toEqual(incidence(counted([...others, ...some])).at(20));
      }),
    );
  });

  test('never leaves 0 to 1, never falls, and lies within its limits', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const curve = incidence(counted(rows));
        let before = 0;
        for (let day = 0; day < DAYS; day++) {
          const at = curve.at(day);
          if (!at) throw new Error('there is somebody');
          expect(at.share).toBeGreaterThanOrEqual(before);
          expect(at.low).toBeLessThanOrEqual(at.share);
          expect(at.high).toBeGreaterThanOrEqual(at.share - 1e-12);
          expect(at.high).toBeLessThanOrEqual(1);
          before = at.share;
        }
      }),
    );
  });
});
