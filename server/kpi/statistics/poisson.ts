import { chiSquareAbove, gammaQuantile } from './gamma.js';
import type { Interval } from './interval.js';
import { type Bounded, difference } from './mover.js';
import { Z95 } from './normal.js';

/** Events counted over an exposure > 0, both in the caller's unit. */
export interface Rate {
  count: number;
  exposure: number;
}

/** Events per unit of exposure with exact limits, 95 % unless another `z` is given. Garwood 1936, Biometrika 28:437. */
export function poisson({ count, exposure }: Rate, z = Z95): Interval & { rate: number } {
  if (!(exposure > 0 && count >= 0)) throw new RangeError(`a rate of ${count} over an exposure of ${exposure} cannot be`);
  const tail = chiSquareAbove(z * z, 1) / 2;
  return {
    rate: count / exposure,
    low: count === 0 ? 0 : gammaQuantile(count, tail) / exposure,
    high: gammaQuantile(count + 1, 1 - tail) / exposure,
  };
}

export const rateBounded = (rate: Rate): Bounded => ({ value: rate.count / rate.exposure, limits: (z) => poisson(rate, z) });

/** First rate minus second, with 95 % limits by squaring and adding the exact ones (MOVER). Zou and Donner 2008, Statistics in Medicine 27:1693. */
export function rateDifference(first: Rate, second: Rate): Interval & { difference: number; p: number } {
  const { low, high, ...rest } = difference(rateBounded(first), rateBounded(second));
  return { ...rest, low: low ?? Number.NEGATIVE_INFINITY, high: high ?? Number.POSITIVE_INFINITY };
}
