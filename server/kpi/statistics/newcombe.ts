import type { Interval } from './interval.js';
import { type Bounded, difference } from './mover.js';
import { wilson } from './wilson.js';

/** `x` successes in `n` >= 1. */
export interface Share {
  x: number;
  n: number;
}

export const shareBounded = ({ x, n }: Share): Bounded => ({ value: x / n, limits: (z) => wilson(x, n, z) });

/** First share minus second, with 95 % limits from the two Wilson intervals. Newcombe 1998, Statistics in Medicine 17:873, method 10. */
export function newcombe(first: Share, second: Share): Interval & { difference: number; p: number } {
  const { low, high, ...rest } = difference(shareBounded(first), shareBounded(second));
  return { ...rest, low: low ?? -1, high: high ?? 1 };
}
