import { chiSquareAbove } from './gamma.js';
import { Z95 } from './normal.js';

/** A value and its limits at any confidence, `z` in standard normal deviations; a null limit is not bounded by the data. */
export interface Bounded {
  value: number;
  limits(z: number): { low: number | null; high: number | null };
}

/** First minus second with 95 % limits. `p` is the chance of a difference this far from 0 where there is none: below 0.05 exactly where the limits leave 0 out. */
export interface BoundedDifference {
  difference: number;
  low: number | null;
  high: number | null;
  p: number;
}

/** Limits of a weighted sum are asked for no further out than this: p is then below 2e-9. */
const FARTHEST = 6;

/** They leave z uncertain by 5e-7. */
const HALVINGS = 24;

/** First minus second, its limits from the limits of the two: Zou and Donner 2008, Statistics in Medicine 27:1693 (MOVER). */
export const difference = (first: Bounded, second: Bounded): BoundedDifference => weightedDifference([{ weight: 1, first, second }]);

/** The same for a sum of such differences of independent pairs, each with a weight >= 0 that is taken as known. */
export function weightedDifference(pairs: readonly { weight: number; first: Bounded; second: Bounded }[]): BoundedDifference {
  const sum = pairs.reduce((total, { weight, first, second }) => total + weight * (first.value - second.value), 0);
  const reach = (z: number, side: 'low' | 'high') => Math.sqrt(pairs.reduce((total, pair) => total + squared(pair, z, side), 0));
  const limit = (z: number, side: 'low' | 'high') => bounded(side === 'low' ? sum - reach(z, side) : sum + reach(z, side));
  const towardsZero = sum > 0 ? 'low' : 'high';
  const z = sum === 0 ? 0 : furthest((at) => reach(at, towardsZero) < Math.abs(sum));
  return { difference: sum, low: limit(Z95, 'low'), high: limit(Z95, 'high'), p: z === 0 ? 1 : chiSquareAbove(z * z, 1) };
}

const bounded = (limit: number) => (Number.isFinite(limit) ? limit : null);

function squared({ weight, first, second }: { weight: number; first: Bounded; second: Bounded }, z: number, side: 'low' | 'high'): number {
  if (weight === 0) return 0;
  const [one, two] = [first.limits(z)[side], second.limits(z)[side === 'low' ? 'high' : 'low']];
  if (one === null || two === null) return Number.POSITIVE_INFINITY;
  return weight ** 2 * ((first.value - one) ** 2 + (two - second.value) ** 2);
}

/** The greatest z for which the interval still leaves 0 out; intervals widen with z. */
function furthest(leavesOut: (z: number) => boolean): number {
  let [low, high] = [0, FARTHEST];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (leavesOut(middle)) low = middle;
    else high = middle;
  }
  return low;
}
