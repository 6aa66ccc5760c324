import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DayCounts, incidence } from './incidence.js';
import { stratifiedIncidence } from './stratified-incidence.js';

const DAYS = 12;
type Outcome = 'events' | 'competing' | 'censored';
const row = fc.record({ day: fc.nat(DAYS - 1), outcome: fc.constantFrom<Outcome>('events', 'competing', 'censored') });
const rows = fc.array(row, { minLength: 1, maxLength: 30 });

function counted(some: readonly { day: number; outcome: Outcome }[]): DayCounts {
  const empty = () => new Array<number>(DAYS).fill(0);
  const counts = { events: empty(), competing: empty(), censored: empty() };
  for (const { day, outcome } of some) counts[outcome][day] = (counts[outcome][day] ?? 0) + 1;
  return counts;
}

const many = (n: number, day: number, outcome: Outcome) => Array.from({ length: n }, () => ({ day, outcome }));

describe('stratified incidence', () => {
  test('of nobody says nothing', () => expect(stratifiedIncidence([{ counts: counted([]), day: 3 }])).toBeNull());

  test('asks each stratum for its own day', () => {
    const quick = { counts: counted([...many(6, 2, 'events'), ...many(4, 5, 'events')]), day: 3 };
    const slow = { counts: counted([...many(10, 8, 'events'), ...many(20, 11, 'censored')]), day: 9 };
    expect(stratifiedIncidence([quick, slow])).toMatchObject({ n: 40, share: expect.closeTo((6 + 10) / 40, 12), short: false });
  });

  test('of one stratum is its curve', () => {
    fc.assert(
      fc.property(rows, fc.nat(DAYS - 1), (some, day) => {
        const at = incidence(counted(some)).at(day);
        expect(stratifiedIncidence([{ counts: counted(some), day }])).toMatchObject({
          share: expect.closeTo(at?.share ?? -1, 12),
          se: expect.closeTo(at?.se ?? -1, 12),
          low: expect.closeTo(at?.low ?? -1, 9),
          high: expect.closeTo(at?.high ?? -1, 9),
        });
      }),
    );
  });

  test('without censoring is the plain share of those in time', () => {
    fc.assert(
      fc.property(rows, rows, (one, two) => {
        const ended = (some: typeof one) =>
          some.map(({ day, outcome }) => ({ day, outcome: outcome === 'censored' ? ('competing' as const) : outcome }));
        const inTime = (some: typeof one, by: number) => some.filter(({ day, outcome }) => outcome === 'events' && day <= by).length;
        const [a, b] = [ended(one), ended(two)];
        const got = stratifiedIncidence([
          { counts: counted(a), day: 3 },
          { counts: counted(b), day: 8 },
        ]);
        expect(got?.share).toBeCloseTo((inTime(a, 3) + inTime(b, 8)) / (a.length + b.length), 10);
      }),
    );
  });

  test('adds the variances of its strata by the squares of their weights', () => {
    fc.assert(
      fc.property(rows, rows, (one, two) => {
        const [a, b] = [incidence(counted(one)).at(4), incidence(counted(two)).at(6)];
        const [v, w] = [one.length / (one.length + two.length), two.length / (one.length + two.length)];
        const got = stratifiedIncidence([
          { counts: counted(one), day: 4 },
          { counts: counted(two), day: 6 },
        ]);
        expect((got?.se ?? -1) ** 2).toBeCloseTo((v * (a?.se ?? 0)) ** 2 + (w * (b?.se ?? 0)) ** 2, 12);
      }),
    );
  });

  test('lies within its limits, and is the same in any order', () => {
    fc.assert(
      fc.property(rows, rows, (one, two) => {
        const strata = [
          { counts: counted(one), day: 4 },
          { counts: counted(two), day: 6 },
        ];
        const got = stratifiedIncidence(strata);
        if (!got) throw new Error('there is somebody');
        expect(got.low).toBeLessThanOrEqual(got.share + 1e-12);
        expect(got.high).toBeGreaterThanOrEqual(got.share - 1e-12);
        expect(stratifiedIncidence([...strata].reverse())?.share).toBeCloseTo(got.share, 12);
      }),
    );
  });

  test('says when a stratum has not been seen long enough', () => {
    const young = { counts: counted(many(5, 2, 'censored')), day: 9 };
    expect(stratifiedIncidence([young, { counts: counted(many(5, 2, 'events')), day: 3 }])).toMatchObject({ share: 0.5, short: true });
  });
});
