import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { medianChange, rateChange, shareChange } from './change.js';
import { earlierThan } from './earlier.js';
import type { Counts } from './kpi.js';
import { measured } from './measure.js';
import { daysBetween } from './period.js';
import { signalOf } from './signal.js';
import type { Firing } from './statistics/run-rules.js';
import { quantileOf } from './time-estimate.js';
import { timeUntil } from './time-until.js';
import type { Judged } from './trend.js';

const counts = (...bins: number[]): Counts => ({ all: Int32Array.from(bins), mature: Int32Array.from(bins) });

/** The first bin counts who did, the second who did not. */
const share = shareChange(({ mature }) => ({ x: mature[0] ?? 0, n: (mature[0] ?? 0) + (mature[1] ?? 0) }));

describe('shares', () => {
  const usual = Array.from({ length: 6 }, () => counts(10, 90));

  test('have no usual range from five periods', () => expect(share.limits(usual.slice(1), counts(10, 90))).toBeNull());

  test('have one from six, wider for fewer handoffs', () => {
    const [many, few] = [share.limits(usual, counts(40, 360)), share.limits(usual, counts(3, 27))];
    expect(many?.center).toBe(0.1);
    expect(few?.high ?? 0).toBeGreaterThan(many?.high ?? 1);
  });

  test('differ clearly when the limits of the difference leave 0 out', () => {
    const [far, near] = [share.difference(counts(30, 70), counts(10, 90)), share.difference(counts(12, 88), counts(10, 90))];
    expect(far?.difference).toBeCloseTo(0.2, 12);
    expect(far?.p).toBeLessThan(0.001);
    expect(near?.p).toBeGreaterThan(0.05);
    expect(share.difference(counts(0, 0), counts(10, 90))).toBeNull();
  });
});

describe('rates', () => {
  /** The first bin counts episodes, the second exposure. */
  const rate = rateChange(({ mature }) => ({ count: mature[0] ?? 0, exposure: mature[1] ?? 0 }));

  test('are told per 100', () => {
    const difference = rate.difference(counts(60, 100), counts(20, 100));
    expect(difference?.difference).toBeCloseTo(40, 10);
    expect(difference?.p).toBeLessThan(0.001);
    expect(
      rate.limits(
        Array.from({ length: 6 }, () => counts(9, 100)),
        counts(9, 100),
      ),
    ).toEqual({ low: 2, center: 9, high: 19 });
  });
});

describe('medians', () => {
  const time = timeUntil({ moment: 'first_value_at' }, { horizon: 30 });
  const median = medianChange(time, quantileOf(time, 0.5));
  /** `n` handoffs each on `day` and on the day after. */
  const around = (day: number, n: number) => {
    const bins = new Int32Array(time.bins);
    bins[32 + day] = n;
    bins[33 + day] = n;
    return { all: bins, mature: bins };
  };

  test('differ by the log-rank test, and carry limits of the difference of the medians', () => {
    const [apart, alike] = [median.difference(around(20, 20), around(5, 20)), median.difference(around(5, 20), around(5, 20))];
    expect(apart).toMatchObject({ difference: 15, low: 14, high: 16 });
    expect(apart?.p).toBeLessThan(1e-6);
    expect(alike).toMatchObject({ difference: 0, p: 1 });
  });

  test('are taken apart as the share by the median of all, or by the last day through which everybody was seen', () => {
    const of = (counts: Counts) => median.quotients(around(20, 20))?.of(counts);
    expect(median.quotients(around(20, 20))?.name).toBe('share by day 20');
    expect(of(around(20, 3))).toEqual({ sum: 3, over: 6 });
    const bins = around(20, 5).all;
    bins[12] = 1;
    expect(median.quotients({ all: bins, mature: bins })?.name).toBe('share by day 11');
  });

  test('have the range of their moving ranges', () => {
    const earlier = [10, 12, 11, 13, 12, 14].map((day) => around(day, 9));
    expect(median.limits(earlier, around(10, 9))).toEqual({ low: expect.closeTo(7.744, 9), center: 12, high: expect.closeTo(16.256, 9) });
    expect(median.limits(earlier.slice(1), around(10, 9))).toBeNull();
  });
});

describe('the earlier period', () => {
  test.each([
    [{ from: '2026-01-01', to: '2026-07-01' }, 'previous', 'the previous 6 months', '2025-07-01', '2026-01-01'],
    [{ from: '2026-03-01', to: '2026-04-01' }, 'previous', 'the previous month', '2026-02-01', '2026-03-01'],
    [{ from: '2026-03-10', to: '2026-03-24' }, 'previous', 'the previous 14 days', '2026-02-24', '2026-03-10'],
    [{ from: '2026-03-10', to: '2026-03-24' }, 'year', 'the year before', '2025-03-10', '2025-03-24'],
  ] as const)('of %j by %s is %s', (period, compare, name, from, to) => {
    expect(earlierThan(period, compare)).toEqual({ name, period: { from, to } });
  });

  test('ends where the period begins, and is as long unless it is whole months', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 800 }), (start, length) => {
        const day = (n: number) => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10);
        const asked = { from: day(start), to: day(start + length) };
        const { name, period } = earlierThan(asked, 'previous');
        expect(period.to).toBe(asked.from);
        if (!name.includes('month')) expect(daysBetween(period.from, period.to)).toBe(length);
      }),
    );
  });
});

describe('the signal', () => {
  const measure = measured({ value: 1, low: 0, high: 2, why: null }, { n: 50, mature: 50 });
  function point(label: string, mature: boolean, firing: Firing | null): Judged {
    const period = { from: '2026-06-01', to: '2026-07-01' };
    return { firing, point: { period, label, measure, mature, maturesOn: null, limits: null, outside: firing !== null, restated: null } };
  }
  const higher: Firing = { rule: 'outside its limits', direction: 'higher' };

  test('of no period is no clear change', () => {
    expect(signalOf([], 'month')).toEqual({ clear: false, words: 'no clear change', rule: null, period: null });
  });

  test('is that of the newest mature period', () => {
    const trend = [point('May 2026', true, null), point('June 2026', true, higher), point('July 2026', false, null)];
    expect(signalOf(trend, 'month')).toMatchObject({
      clear: true,
      words: 'higher than its usual range in June 2026',
      rule: 'outside its limits',
    });
  });

  test('keeps what was news two mature periods ago, and forgets what is older', () => {
    const quiet = ['May 2026', 'June 2026', 'July 2026'].map((label) => point(label, true, null));
    const trend = [point('April 2026', true, higher), ...quiet];
    expect(signalOf(trend.slice(0, 3), 'month').words).toBe('higher than its usual range in April 2026');
    expect(signalOf(trend, 'month')).toMatchObject({ clear: false, words: 'no clear change', rule: null });
  });

  test('prefers the newer of two', () => {
    const trend = [point('May 2026', true, higher), point('June 2026', true, { ...higher, direction: 'lower' })];
    expect(signalOf(trend, 'month').words).toBe('lower than its usual range in June 2026');
  });

  test('names runs and weeks', () => {
    const run: Firing = { rule: 'eight in a row on one side', direction: 'lower' };
    expect(signalOf([point('week of 1 June 2026', true, run)], 'week').words).toBe(
      'lower than usual for eight weeks in a row, last in the week of 1 June 2026',
    );
  });
});
