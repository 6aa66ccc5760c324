import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DayCounts } from './incidence.js';
import { logRank } from './log-rank.js';
import { reference } from './reference.js';

const { expected, series } = reference;
const of = (name: string): DayCounts => series[name] ?? { events: [], competing: [], censored: [] };

const DAYS = 12;
const counts = fc.record({
  events: fc.array(fc.nat(3), { minLength: DAYS, maxLength: DAYS }),
  censored: fc.array(fc.nat(3), { minLength: DAYS, maxLength: DAYS }),
});

/** The two-group test as the textbook's 2 x 2 table of each day. */
function slow(one: { events: number[]; censored: number[] }, two: { events: number[]; censored: number[] }): number | null {
  const atRisk = (group: typeof one, day: number) => [...group.events.slice(day), ...group.censored.slice(day)].reduce((a, b) => a + b, 0);
  let [excess, variance] = [0, 0];
  for (let day = 0; day < DAYS; day++) {
    const [n1, n2, d1, d2] = [atRisk(one, day), atRisk(two, day), one.events[day] ?? 0, two.events[day] ?? 0];
    const [n, d] = [n1 + n2, d1 + d2];
    if (d === 0) continue;
    excess += d1 - (d * n1) / n;
    if (n > 1) variance += (n1 * n2 * d * (n - d)) / (n * n * (n - 1));
  }
  return variance > 1e-12 ? excess ** 2 / variance : null;
}

describe('log-rank', () => {
  test('of two treatments is that of R', () => {
    const { chisq, df, p } = expected.veteran_logrank;
    const got = logRank([of('veteran_trt1'), of('veteran_trt2')]);
    expect(got.df).toBe(df);
    expect(got.chiSquare).toBeCloseTo(chisq, 10);
    expect(got.p).toBeCloseTo(p, 10);
  });

  test('of four cell types is that of R', () => {
    const { chisq, df, p } = expected.veteran_celltype_logrank;
    const got = logRank(['squamous', 'smallcell', 'adeno', 'large'].map((type) => of(`veteran_${type}`)));
    expect(got.df).toBe(df);
    expect(got.chiSquare).toBeCloseTo(chisq, 9);
    expect(got.p).toBeCloseTo(p, 10);
  });

  test('of one group says nothing', () => expect(logRank([of('veteran')])).toEqual({ chiSquare: 0, df: 0, p: null }));

  test('where nothing happened says nothing', () => {
    const waiting = { events: [0, 0], competing: [0, 0], censored: [4, 4] };
    expect(logRank([waiting, waiting]).p).toBeNull();
  });

  test('of two groups equals the sum over the tables of each day', () => {
    fc.assert(
      fc.property(counts, counts, (one, two) => {
        const none = new Array<number>(DAYS).fill(0);
        const got = logRank([one, two].map((group) => ({ ...group, competing: none })));
        const want = slow(one, two);
        const empty = [one, two].some((group) => [...group.events, ...group.censored].every((count) => count === 0));
        if (want === null || empty) expect(got.p).toBeNull();
        else expect(got.chiSquare).toBeCloseTo(want, 8);
      }),
    );
  });
});
