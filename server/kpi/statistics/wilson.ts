import type { Interval } from './interval.js';
import { Z95 } from './normal.js';

/** Score limits of a share of `x` in `n` >= 1, 95 % unless another `z` is given. Wilson 1927, JASA 22:209. */
export function wilson(x: number, n: number, z = Z95): Interval {
  if (!(n >= 1 && x >= 0 && x <= n)) throw new RangeError(`a share of ${x} in ${n} cannot be`);
  const z2 = z * z;
  const center = x + z2 / 2;
  const half = z * Math.sqrt((x * (n - x)) / n + z2 / 4);
  return {
    low: x === 0 ? 0 : Math.max(0, (center - half) / (n + z2)),
    high: x === n ? 1 : Math.min(1, (center + half) / (n + z2)),
  };
}
