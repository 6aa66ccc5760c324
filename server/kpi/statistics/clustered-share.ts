import type { Interval } from './interval.js';
import { Z95 } from './normal.js';
import { student95 } from './student.js';
import { wilson } from './wilson.js';

/** Sums over `n` handoffs, each with `m` successes in `d` readings; m may be a fraction from 0 to d. */
export interface Clusters {
  n: number;
  m: number;
  d: number;
  mm: number;
  md: number;
  dd: number;
}

/**
 * All successes over all readings, where the readings of one handoff go together. Limits: Wilson's for as many independent readings as would be as sure
 * (linearised variance of a ratio, Cochran 1977, ch. 6; effective size as in Dean and Pagano 2015, J. Survey Statistics and Methodology 3:484), with
 * Student's t for z. Null below two handoffs or without readings.
 */
export function clusteredShare({ n, m, d, mm, md, dd }: Clusters, z = Z95): (Interval & { share: number }) | null {
  if (n < 2 || d <= 0) return null;
  const share = Math.min(1, Math.max(0, m / d));
  const variance = ((n / (n - 1)) * Math.max(0, mm - 2 * share * md + share * share * dd)) / (d * d);
  const widest = share * (1 - share);
  // All alike: nobody knows how far the next handoff would lie, so each counts as one.
  const effective = variance > 1e-15 && widest > 0 ? Math.max(1, widest / variance) : n;
  return { share, ...wilson(Math.min(effective, share * effective), effective, (z * student95(n - 1)) / Z95) };
}
