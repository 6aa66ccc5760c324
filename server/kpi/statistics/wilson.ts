import type { Interval } from './interval.js';
import { Z95 } from './normal.js';

/** 95 % score limits of a share of `x` in `n` >= 1. Wilson 1927, JASA 22:209. */
export function wilson(x: number, n: number): Interval {
  if (!(n >= 1 && x >= 0 && x <= n)) throw new RangeError(`a share of ${x} in ${n} cannot be`);
  const z2 = Z95 * Z95;
  const center = x + z2 / 2;
  const half = Z95 * Math.sqrt((x * (n - x)) / n + z2 / 4);
  return {
    low: x === 0 ? 0 : Math.max(0, (center - half) / (n + z2)),
    high: x === n ? 1 : Math.min(1, (center + half) / (n + z2)),
  };
}
