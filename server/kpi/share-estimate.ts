import { type Estimate, NOTHING } from './kpi.js';
import type { Share } from './statistics/newcombe.js';
import { wilson } from './statistics/wilson.js';

/** A share with Wilson's limits; nothing of nobody. */
export function shareEstimate({ x, n }: Share): Estimate {
  return n === 0 ? NOTHING : { value: x / n, ...wilson(x, n), why: null };
}

/** Handoffs in the bins that fit. */
export function countOf(bins: Int32Array, fits: (bin: number) => boolean): number {
  let count = 0;
  for (let bin = 0; bin < bins.length; bin++) if (fits(bin)) count += bins[bin] ?? 0;
  return count;
}
