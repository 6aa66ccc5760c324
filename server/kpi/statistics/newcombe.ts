import type { Interval } from './interval.js';
import { wilson } from './wilson.js';

/** `x` successes in `n` >= 1. */
export interface Share {
  x: number;
  n: number;
}

/** First share minus second, with 95 % limits from the two Wilson intervals. Newcombe 1998, Statistics in Medicine 17:873, method 10. */
export function newcombe(first: Share, second: Share): Interval & { difference: number } {
  const [p1, p2] = [first.x / first.n, second.x / second.n];
  const [one, two] = [wilson(first.x, first.n), wilson(second.x, second.n)];
  const difference = p1 - p2;
  return {
    difference,
    low: difference - Math.hypot(p1 - one.low, two.high - p2),
    high: difference + Math.hypot(one.high - p1, p2 - two.low),
  };
}
