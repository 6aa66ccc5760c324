import type { Interval } from './interval.js';
import { student95 } from './student.js';
import { wilson } from './wilson.js';

/** Values summed, and their squares. */
export interface Moments {
  n: number;
  sum: number;
  squares: number;
}

/**
 * Mean of values on a bounded scale with 95 % score limits: Wilson's, for as many handoffs as would spread as far were every value at an end of the
 * scale (quasi-binomial, Wedderburn 1974, Biometrika 61:439), with Student's t for z. Student's own limits covered 91 % of ten skewed scores.
 * Null below two values, which say nothing of their spread.
 */
export function meanOf({ n, sum, squares }: Moments, { low, high }: Interval): (Interval & { mean: number }) | null {
  if (n < 2) return null;
  const span = high - low;
  const part = Math.min(1, Math.max(0, (sum / n - low) / span));
  const spread = Math.max(0, squares - (sum * sum) / n) / (n - 1) / span ** 2;
  const widest = part * (1 - part);
  // All alike: nobody knows how far the next would lie, so as if at the ends.
  const effective = spread > 1e-12 && widest > 0 ? Math.max(1, (n * widest) / spread) : n;
  const limits = wilson(Math.min(effective, part * effective), effective, student95(n - 1));
  return { mean: sum / n, low: low + span * limits.low, high: low + span * limits.high };
}
