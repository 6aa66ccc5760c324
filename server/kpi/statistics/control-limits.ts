import { logGamma } from './gamma.js';

/** The usual range of one more period, and its centre. A null limit is one that cannot be crossed. */
export interface ControlLimits {
  low: number | null;
  center: number;
  high: number | null;
}

/** Probability left outside each limit: that of three standard errors under a normal curve, as Shewhart drew them. */
const TAIL = 0.0013498980316300933;

/** How far apart consecutive medians may be before their difference is more than their usual moving range. Wheeler 2000. */
const XMR = 2.66;

/** Exact binomial limits for `n` handoffs when `x` of `of` had it before; they widen as n falls. */
export function binomialLimits({ x, of }: { x: number; of: number }, n: number): ControlLimits {
  const center = x / of;
  if (x === 0) return { low: null, center, high: null };
  if (x === of) return { low: null, center, high: null };
  const logit = Math.log(center) - Math.log1p(-center);
  const first = logGamma(n + 1) + n * Math.log1p(-center);
  const logMass = (k: number) => first - logGamma(k + 1) - logGamma(n - k + 1) + k * logit;
  const { low, high } = tails(logMass, { mean: n * center, deviation: Math.sqrt(n * center * (1 - center)), most: n });
  return { low: low === 0 ? null : low / n, center, high: high === n ? null : high / n };
}

/** Exact Poisson limits of a rate for one `exposure` when `count` were seen over `over` before. */
export function poissonLimits({ count, over }: { count: number; over: number }, exposure: number): ControlLimits {
  const center = count / over;
  if (count === 0) return { low: null, center, high: null };
  const mean = center * exposure;
  const logMass = (k: number) => k * Math.log(mean) - mean - logGamma(k + 1);
  const { low, high } = tails(logMass, { mean, deviation: Math.sqrt(mean), most: Number.POSITIVE_INFINITY });
  return { low: low === 0 ? null : low / exposure, center, high: high / exposure };
}

/** Limits for one more value of a series (XmR): its mean and 2.66 mean moving ranges to both sides, never below 0. Needs two values. */
export function xmrLimits(values: readonly number[]): ControlLimits {
  const center = values.reduce((sum, value) => sum + value, 0) / values.length;
  const ranges = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value)));
  const reach = (XMR * ranges.reduce((sum, range) => sum + range, 0)) / ranges.length;
  return { low: center - reach > 0 ? center - reach : null, center, high: center + reach };
}

interface Shape {
  mean: number;
  deviation: number;
  most: number;
}

/** The least count with no more than TAIL below it, and the greatest with no more than TAIL above it. */
function tails(logMass: (count: number) => number, { mean, deviation, most }: Shape): { low: number; high: number } {
  const reach = 6 * deviation + 12;
  const from = Math.max(0, Math.floor(mean - reach));
  const to = Math.min(most, Math.ceil(mean + reach));
  let low = from;
  for (let below = Math.exp(logMass(low)); below <= TAIL && low < to; below += Math.exp(logMass(low))) low++;
  let high = to;
  for (let above = Math.exp(logMass(high)); above <= TAIL && high > from; above += Math.exp(logMass(high))) high--;
  return { low, high };
}
