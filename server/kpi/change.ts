import type { Change, Counts, Difference, Estimate } from './kpi.js';
import { remembered } from './remembered.js';
import { binomialLimits, poissonLimits, xmrLimits } from './statistics/control-limits.js';
import { logRank } from './statistics/log-rank.js';
import { newcombe, type Share } from './statistics/newcombe.js';
import { type Rate, rateDifference } from './statistics/poisson.js';
import type { TimeUntil } from './time-until.js';

/** Earlier periods a usual range needs. */
const BASELINE = 6;

/** Chance of calling two like curves different. */
const ALPHA = 0.05;

const clear = (difference: { low: number; high: number }) => difference.low > 0 || difference.high < 0;

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
      if (one.n === 0 || two.n === 0) return null;
      const difference = newcombe(one, two);
      return { ...difference, clear: clear(difference) };
    },
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
      return { low: low && low * 100, center: center * 100, high: high && high * 100 };
    },
    difference(now, before) {
      const [one, two] = [rate(now), rate(before)];
      if (one.exposure === 0 || two.exposure === 0) return null;
      const { difference, low, high } = rateDifference(one, two);
      return { difference: difference * 100, low: low * 100, high: high * 100, clear: clear({ low, high }) };
    },
  };
}

/** Medians: XmR limits; two curves differ when the log-rank test says so, and their medians carry no limits of the difference. */
export function medianChange(time: TimeUntil, estimate: (counts: Counts) => Estimate): Change {
  const median = remembered((counts: Counts) => estimate(counts).value);
  return {
    limits(earlier) {
      const past = earlier.flatMap((counts) => median(counts) ?? []);
      return past.length < BASELINE ? null : xmrLimits(past);
    },
    difference(now, before): Difference | null {
      const [one, two] = [median(now), median(before)];
      if (one === null || two === null) return null;
      const { p } = logRank([time.days(now.all), time.days(before.all)]);
      return { difference: one - two, low: null, high: null, clear: p !== null && p < ALPHA };
    },
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
