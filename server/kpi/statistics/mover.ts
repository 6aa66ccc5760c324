import { chiSquareAbove } from './gamma.js';
import { Z95 } from './normal.js';

/** A value and its limits at any confidence, `z` in standard normal deviations; a null limit is not bounded by the data. */
export interface Bounded {
  value: number;
  limits(z: number): { low: number | null; high: number | null };
}

/** First minus second with 95 % limits; a null limit is not bounded by the data. */
export interface LimitedDifference {
  difference: number;
  low: number | null;
  high: number | null;
}

/** `p` is the chance of a difference this far from 0 where there is none: below 0.05 exactly where the limits leave 0 out. */
export interface BoundedDifference extends LimitedDifference {
  p: number;
}

/** Two that are compared, with a weight >= 0 that is taken as known. */
export interface Pair {
  weight: number;
  first: Bounded;
  second: Bounded;
}

/** First minus second, its limits from the limits of the two: Zou and Donner 2008, Statistics in Medicine 27:1693 (MOVER). */
export const difference = (first: Bounded, second: Bounded): BoundedDifference => weightedDifference([{ weight: 1, first, second }]);

/** The same for a sum of such differences of independent pairs. */
export const weightedDifference = (pairs: readonly Pair[]): BoundedDifference => ({ ...limitedDifference(pairs), p: chanceOf(pairs) });

/** Without the chance, which costs a dozen times the limits. */
export function limitedDifference(pairs: readonly Pair[]): LimitedDifference {
  const sum = sumOf(pairs);
  return { difference: sum, low: bounded(sum - reach(pairs, Z95, 'low')), high: bounded(sum + reach(pairs, Z95, 'high')) };
}

const bounded = (limit: number) => (Number.isFinite(limit) ? limit : null);

const sumOf = (pairs: readonly Pair[]) =>
  pairs.reduce((total, { weight, first, second }) => total + weight * (first.value - second.value), 0);

/** How far a limit lies from the difference. */
const reach = (pairs: readonly Pair[], z: number, side: 'low' | 'high') =>
  Math.sqrt(pairs.reduce((total, pair) => total + squared(pair, z, side), 0));

function squared({ weight, first, second }: Pair, z: number, side: 'low' | 'high'): number {
  if (weight === 0) return 0;
  const [one, two] = [first.limits(z)[side], second.limits(z)[side === 'low' ? 'high' : 'low']];
  if (one === null || two === null) return Number.POSITIVE_INFINITY;
  return weight ** 2 * ((first.value - one) ** 2 + (two - second.value) ** 2);
}

/** Limits are asked for no further out than this: p is then below 2e-9. */
const FARTHEST = 6;

/** Uncertainty of z. */
const CLOSE = 1e-7;

/** The z at which a limit comes to lie on 0, as a probability; limits move out with z, nearly in proportion, so it is found by false position (Illinois). */
function chanceOf(pairs: readonly Pair[]): number {
  const sum = sumOf(pairs);
  const beyond = (z: number) => reach(pairs, z, sum > 0 ? 'low' : 'high') - Math.abs(sum);
  if (!(beyond(FARTHEST) > 0)) return sum === 0 ? 1 : chiSquareAbove(FARTHEST ** 2, 1);
  let [low, high, below, above] = [0, FARTHEST, -Math.abs(sum), beyond(FARTHEST)];
  for (let step = 0; step < 60 && high - low > CLOSE; step++) {
    const even = !Number.isFinite(above) || step % 3 === 2;
    const z = even ? (low + high) / 2 : low - (below * (high - low)) / (above - below);
    const excess = beyond(z);
    if (Math.abs(excess) < CLOSE * Math.abs(sum)) return chiSquareAbove(z * z, 1);
    if (excess > 0) [high, above, below] = [z, excess, below / 2];
    else [low, below, above] = [z, excess, above / 2];
  }
  return low === 0 ? 1 : chiSquareAbove(low * low, 1);
}
