import type { Change, Counts, Difference, Estimate, Quotients } from './kpi.js';
import { remembered } from './remembered.js';
import { binomialLimits, poissonLimits, xmrLimits } from './statistics/control-limits.js';
import { logRank } from './statistics/log-rank.js';
import { newcombe, type Share, shareBounded } from './statistics/newcombe.js';
import { type Rate, rateBounded, rateDifference } from './statistics/poisson.js';
import { quantileDifference } from './statistics/quantile-difference.js';
import type { TimeUntil } from './time-until.js';

/** Earlier periods a usual range needs. */
const BASELINE = 6;

const HUNDRED = 100;

/** Shares that rest on whole counts: exact binomial limits, Newcombe's difference. */
export function shareChange(shareOf: (counts: Counts) => Share): Change {
  const share = remembered(shareOf);
  return {
    limits(earlier, now) {
      const past = earlier.map(share).filter(({ n }) => n > 0);
      const { n } = share(now);
      if (past.length < BASELINE || n === 0) return null;
      return binomialLimits({ x: sum(past.map(({ x }) => x)), of: sum(past.map((one) => one.n)) }, n);
    },
    difference(now, before) {
      const [one, two] = [share(now), share(before)];
      return one.n === 0 || two.n === 0 ? null : newcombe(one, two);
    },
    quotients: () => ({
      kind: 'share',
      name: null,
      scale: 1,
      of(counts) {
        const { x, n } = share(counts);
        return { sum: x, over: n };
      },
      bounded: (counts) => shareBounded(share(counts)),
    }),
  };
}

/** Rates per 100: exact Poisson limits. */
export function rateChange(rateOf: (counts: Counts) => Rate): Change {
  const rate = remembered(rateOf);
  return {
    limits(earlier, now) {
      const past = earlier.map(rate).filter(({ exposure }) => exposure > 0);
      const { exposure } = rate(now);
      if (past.length < BASELINE || exposure === 0) return null;
      const { low, center, high } = poissonLimits(
        { count: sum(past.map(({ count }) => count)), over: sum(past.map((one) => one.exposure)) },
        exposure,
      );
      return { low: low && low * HUNDRED, center: center * HUNDRED, high: high && high * HUNDRED };
    },
    difference(now, before) {
      const [one, two] = [rate(now), rate(before)];
      if (one.exposure === 0 || two.exposure === 0) return null;
      const { difference, low, high, p } = rateDifference(one, two);
      return { difference: difference * HUNDRED, low: low * HUNDRED, high: high * HUNDRED, p };
    },
    quotients: () => ({
      kind: 'rate',
      name: null,
      scale: HUNDRED,
      of(counts) {
        const { count, exposure } = rate(counts);
        return { sum: count, over: exposure };
      },
      bounded: (counts) => rateBounded(rate(counts)),
    }),
  };
}

/**
 * Medians: XmR limits. Two differ when the log-rank test of their curves says so, which looks at every day; the limits are those of the difference of the
 * medians alone, so they may hold 0 where the curves differ. The log-rank test and not Gray's: it asks whether value comes sooner to those who are still
 * there, and leavers have a KPI of their own.
 */
export function medianChange(time: TimeUntil, estimate: (counts: Counts) => Estimate): Change {
  const median = remembered((counts: Counts) => estimate(counts).value);
  return {
    limits(earlier) {
      const past = earlier.flatMap((counts) => median(counts) ?? []);
      return past.length < BASELINE ? null : xmrLimits(past);
    },
    difference(now, before): Difference | null {
      const between = quantileDifference(time.curve(now), time.curve(before), 0.5);
      if (!between) return null;
      const { p } = logRank([time.days(now.all), time.days(before.all)]);
      return { ...between, p: p ?? 1 };
    },
    quotients(whole) {
      const typical = median(whole);
      return typical === null ? null : shareBy(time, Math.min(typical, seenBy(time, whole)));
    },
  };
}

/** The last day through which everybody mature was seen. */
function seenBy(time: TimeUntil, { mature }: Counts): number {
  const first = Array.from(time.days(mature).censored).findIndex((count) => count > 0);
  return first < 0 ? time.horizon : Math.max(0, first - 1);
}

/** Medians do not add up, shares do: who got there by the median of all is above half where it goes faster. */
function shareBy(time: TimeUntil, day: number): Quotients {
  const share = remembered(({ mature }: Counts) => ({
    x: sum(Array.from(time.days(mature).events).slice(0, day + 1)),
    n: time.share(mature).n,
  }));
  return {
    kind: 'share',
    name: `share by ${time.step} ${day}`,
    scale: 1,
    of(counts) {
      const { x, n } = share(counts);
      return { sum: x, over: n };
    },
    bounded: (counts) => shareBounded(share(counts)),
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
