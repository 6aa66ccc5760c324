import { gammaQuantile } from './gamma.js';
import type { Interval } from './interval.js';

/** Events counted over an exposure > 0, both in the caller's unit. */
export interface Rate {
  count: number;
  exposure: number;
}

/** Events per unit of exposure with exact 95 % limits. Garwood 1936, Biometrika 28:437. */
export function poisson({ count, exposure }: Rate): Interval & { rate: number } {
  if (!(exposure > 0 && count >= 0)) throw new RangeError(`a rate of ${count} over an exposure of ${exposure} cannot be`);
  return {
    rate: count / exposure,
    low: count === 0 ? 0 : gammaQuantile(count, 0.025) / exposure,
    high: gammaQuantile(count + 1, 0.975) / exposure,
  };
}

/** First rate minus second, with 95 % limits by squaring and adding the exact ones (MOVER). Zou and Donner 2008, Statistics in Medicine 27:1693. */
export function rateDifference(first: Rate, second: Rate): Interval & { difference: number } {
  const [one, two] = [poisson(first), poisson(second)];
  const difference = one.rate - two.rate;
  return {
    difference,
    low: difference - Math.hypot(one.rate - one.low, two.high - two.rate),
    high: difference + Math.hypot(one.high - one.rate, two.rate - two.low),
  };
}
