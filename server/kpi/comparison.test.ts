import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUILT_IN_TERMS } from '../../test/terms.js';
import { apartOf } from './apart.js';
import { churn90d } from './churn-90d.js';
import { comparedIn } from './compared.js';
import { comparisonOf, judged, type Unjudged } from './comparison.js';
import type { Counts } from './kpi.js';
import { maturePart, matureUntil, maturityOf } from './maturity.js';
import { measured } from './measure.js';
import type { Question } from './question.js';
import { benjaminiHochberg } from './statistics/benjamini-hochberg.js';

const kpi = churn90d(BUILT_IN_TERMS);

/** A year that ends today, seen through this morning. */
const NOW = new Date('2026-10-05T06:00:00Z');
const question = {
  calendar: { timeZone: 'Europe/Berlin', weekStart: 1, fiscalStart: 1 },
  asOf: NOW,
  dataAsOf: NOW,
  period: { from: '2025-10-06', to: '2026-10-06' },
  snapshot: { firstWonFrom: () => 0 },
  rows: new Uint32Array(),
  terms: BUILT_IN_TERMS,
} as unknown as Question;

const previous = { name: 'the previous 12 months', period: { from: '2024-10-06', to: '2025-10-06' } };

/** `gone` of `n` left on day 40, the others stayed beyond the window. */
function churned(gone: number, n: number): Counts {
  const bins = new Int32Array(kpi.observe.bins);
  for (let bin = 0; bin < bins.length; bin++) {
    const { outcome, value } = kpi.read(bin);
    if (outcome === 'churned' && value === 40 && gone > 0) {
      bins[bin] = gone;
      break;
    }
  }
  const kept = Array.from(bins.keys()).find((bin) => kpi.read(bin).outcome === 'kept');
  if (kept === undefined) throw new Error('one can be kept');
  bins[kept] = n - gone;
  return { all: bins, mature: bins };
}

describe('an immature period', () => {
  test('is compared by its mature part, with the same stretch earlier', () => {
    expect(comparedIn(question, kpi, previous)).toMatchObject({
      now: { from: '2025-10-06', to: '2026-07-07' },
      before: { from: '2024-10-06', to: '2025-07-07' },
      whole: false,
    });
  });

  test('of a few days is shifted by days', () => {
    const short = { ...question, period: { from: '2026-06-20', to: '2026-07-20' } };
    const earlier = { name: 'the previous 30 days', period: { from: '2026-05-21', to: '2026-06-20' } };
    expect(comparedIn(short, kpi, earlier)).toMatchObject({ now: { to: '2026-07-07' }, before: { from: '2026-05-21', to: '2026-06-07' } });
  });

  test('has both parts mature, whenever it is asked and however long it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 400 }), (length, ago) => {
        const day = (n: number) => new Date(Date.UTC(2026, 9, 6) - n * 86_400_000).toISOString().slice(0, 10);
        const period = { from: day(ago + length), to: day(ago) };
        const { now, before, whole } = comparedIn({ ...question, period }, kpi, {
          name: '',
          period: { from: day(ago + 2 * length), to: day(ago + length) },
        });
        const part = maturePart(question, period, kpi.windowDays);
        expect(whole).toBe(part === null || part.to === period.to);
        if (part === null) return;
        expect(now).toEqual(part);
        for (const one of [now, before]) expect(maturityOf(question, one, kpi.windowDays).mature).toBe(true);
      }),
    );
  });

  test('is mature until the day before which every window has passed, and never before every source was read', () => {
    expect(matureUntil(question, 90)).toBe('2026-07-07');
    expect(matureUntil({ ...question, dataAsOf: null }, 90)).toBeNull();
    expect(maturePart(question, { from: '2026-09-01', to: '2026-10-01' }, 90)).toBeNull();
  });
});

describe('a comparison', () => {
  const compared = comparedIn(question, kpi, previous);
  const one = (now: Counts, before: Counts) => judged([comparisonOf(kpi, question, { compared, now, before })])[0];

  test('says which part of the period it is of', () => {
    expect(one(churned(40, 200), churned(10, 200))?.words).toBe(
      'won until 2026-07-06: 15.0 points higher than in the previous 12 months (won until 2025-07-06)',
    );
    expect(one(churned(12, 200), churned(10, 200))?.words).toBe('won until 2026-07-06: no clear change');
  });

  test('gives no difference where a side has fewer than five', () => {
    expect(one(churned(1, 4), churned(10, 200))).toMatchObject({
      difference: null,
      p: null,
      clear: false,
      words: expect.stringContaining('see the list'),
    });
    expect(one(churned(20, 200), churned(1, 4))?.difference).toBeNull();
    expect(one(churned(20, 200), churned(0, 0))).toMatchObject({ difference: null, words: 'no earlier data' });
  });

  test('is null where none was asked for', () => expect(judged([null])).toEqual([null]));

  test('beside many that are alike has to be clearer than alone', () => {
    const near = comparisonOf(kpi, question, { compared, now: churned(24, 200), before: churned(11, 200) });
    const alike = Array.from({ length: 12 }, () =>
      comparisonOf(kpi, question, { compared, now: churned(10, 200), before: churned(10, 200) }),
    );
    expect(judged([near])[0]).toMatchObject({ clear: true });
    expect(judged([near, ...alike])[0]).toMatchObject({ clear: false, words: 'won until 2026-07-06: no clear change' });
  });

  test('is adjusted by Benjamini and Hochberg over those that have a p', () => {
    const given = (p: number | null): Unjudged => {
      const measure = measured({ value: 0.1, low: 0, high: 0.2, why: null }, { n: 50, mature: 50 });
      return {
        unit: 'share',
        name: '',
        period: previous.period,
        measure,
        of: null,
        difference: 0.1,
        low: 0.05,
        high: 0.2,
        p,
        clear: false,
        words: '',
      };
    };
    const ps = [0.01, null, 0.04, 0.03, 0.005, 0.5, 0.2];
    const adjusted = benjaminiHochberg(ps.filter((p) => p !== null));
    expect(judged(ps.map(given)).flatMap((comparison) => comparison?.p ?? [])).toEqual(adjusted);
  });
});

describe('groups of a breakdown', () => {
  test('that are all alike are not set apart: one in twenty of forty would be by themselves', () => {
    const groups = Array.from({ length: 40 }, (_, i) => churned(2 + (i % 6), 50));
    expect(apartOf(kpi, groups).filter(({ clear }) => clear)).toEqual([]);
  });

  test('set one apart that is far from the others, and say which way', () => {
    const groups = [churned(25, 60), ...Array.from({ length: 9 }, () => churned(4, 60))];
    const [first, ...rest] = apartOf(kpi, groups);
    expect(first).toMatchObject({ clear: true, words: 'higher than the others' });
    expect(first?.difference).toBeCloseTo(25 / 60 - 4 / 60, 12);
    expect(rest.every(({ clear }) => !clear)).toBe(true);
  });

  test('of fewer than five say nothing', () => {
    expect(apartOf(kpi, [churned(2, 4), churned(9, 60)])[0]).toMatchObject({ difference: null, p: null, clear: false });
  });
});
