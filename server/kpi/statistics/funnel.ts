import { betaBelow } from './beta.js';
import { gammaAbove } from './gamma.js';

/** A count whose chances are known. */
export interface Chances {
  /** Probability of at most `k`. */
  atMost(k: number): number;
  /** No count is greater; null when there is no such bound. */
  most: number | null;
  mean: number;
}

/** How many of `n` when each has it with probability `p`, 0 < p < 1. */
export const binomial = (n: number, p: number): Chances => ({
  atMost: (k) => (k < 0 ? 0 : k >= n ? 1 : betaBelow(1 - p, { a: n - k, b: k + 1 })),
  most: n,
  mean: n * p,
});

/** How many when `mean` > 0 are expected. */
export const poissonChances = (mean: number): Chances => ({
  atMost: (k) => (k < 0 ? 0 : gammaAbove(k + 1, mean)),
  most: null,
  mean,
});

/**
 * The counts between which all but `outside` of the chances lie, exact and interpolated within the last count, so that limits drawn
 * over n are curves and no saw. Spiegelhalter 2005, Statistics in Medicine 24:1185, appendix A.1.1.
 */
export function funnelLimits(chances: Chances, outside = 0.05): { low: number; high: number } {
  const { most } = chances;
  const high = countAt(chances, 1 - outside / 2);
  return { low: Math.max(0, countAt(chances, outside / 2)), high: most === null ? high : Math.min(most, high) };
}

function countAt({ atMost, mean }: Chances, p: number): number {
  let [low, high] = [-1, Math.ceil(mean + 10 * Math.sqrt(mean) + 20)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (atMost(middle) >= p) high = middle;
    else low = middle;
  }
  const [at, before] = [atMost(high), atMost(high - 1)];
  return high - (at - p) / (at - before);
}

/** Chance of a count as far out as `count`, to either side, with half of its own chance (mid-P). Lancaster 1961, JASA 56:223. */
export function midP({ atMost }: Chances, count: number): number {
  const [below, upTo] = [atMost(count - 1), atMost(count)];
  const own = (upTo - below) / 2;
  return Math.min(1, 2 * Math.min(below + own, 1 - upTo + own));
}
