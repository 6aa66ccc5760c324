import type { Random } from '../../../etl/sandbox/company/random.js';
import { normalQuantile } from '../../../server/kpi/statistics/normal.js';

/** A company whose truth is known: a log-normal time to value, a steady danger of leaving, and handoffs won all along `days`. */
export interface Company {
  /** Days in which half of those who stay get there. */
  median: number;
  sigma: number;
  /** Chance of leaving per day. */
  danger: number;
  /** The handoffs were won evenly over so many days before the end of the data. */
  days: number;
}

/** Medians of 12 to 60 days, 2 to 25 % gone by day 90, won over 4 to 14 months: a fifth to three quarters are younger than 90 days. */
export function companyOf(random: Random): Company {
  return {
    median: random.between(12, 60),
    sigma: random.between(0.4, 1),
    danger: -Math.log(1 - random.between(0.02, 0.25)) / 90,
    days: random.between(120, 420),
  };
}

/** Nodes of the midpoint rule over the normal score of the time to value: 1e-6 is enough beside intervals of a hundredth. */
const NODES = 2_000;

const SCORES = Array.from({ length: NODES }, (_, i) => normalQuantile((i + 0.5) / NODES));

/** True share at value by the end of `day`, leavers staying in the denominator: the mean over all times to value of the chance not to have left before. */
export function trueShare({ median, sigma, danger }: Company, day: number): number {
  let sum = 0;
  for (const score of SCORES) {
    const time = median * Math.exp(sigma * score);
    if (time < day + 1) sum += Math.exp(-danger * time);
  }
  return sum / NODES;
}

/** The first day by whose end half are at value; null where half never are. */
export function trueMedian(company: Company): number | null {
  for (let day = 0; day < 400; day++) if (trueShare(company, day) >= 0.5) return day;
  return null;
}

/** True share gone by the end of `day`. */
export const trueChurn = ({ danger }: Company, day: number): number => 1 - Math.exp(-danger * (day + 1));
