import type { Random } from '../../../etl/sandbox/company/random.js';
import type { WeightedDays } from '../../../server/kpi/statistics/weighted-incidence.js';
import type { Company } from './company.js';
import { timeToLeaving } from './handoffs.js';

const DAYS = 430;

/** Deviation of the logarithm of ARR: the largest twentieth of the customers pay two fifths of it all. */
const HEAVY = 1.2;

const sums = () => ({ sum: new Float64Array(DAYS), squares: new Float64Array(DAYS) });

/** How long `n` customers stayed, each weighing its log-normal ARR; those above the median ARR are in 0.7, the others in 1.3 times the danger. */
export function arrToChurn(random: Random, { danger, days }: Company, n: number): WeightedDays {
  const counts = { events: sums(), censored: sums() };
  for (let i = 0; i < n; i++) {
    const arr = random.logNormal(1, HEAVY);
    const left = timeToLeaving(random, danger * (arr > 1 ? 0.7 : 1.3));
    const seen = random.between(0, days);
    const side = left <= seen ? counts.events : counts.censored;
    const day = Math.min(DAYS - 1, Math.floor(Math.min(left, seen)));
    side.sum[day] = (side.sum[day] ?? 0) + arr;
    side.squares[day] = (side.squares[day] ?? 0) + arr * arr;
  }
  return counts;
}

/** Share of all ARR that those above the median have: the normal distribution at HEAVY. */
const ABOVE = 0.884_930_329_8;

/** True share of the ARR that is gone by the end of `day`. */
export function trueArrChurn({ danger }: Company, day: number): number {
  const gone = (times: number) => 1 - Math.exp(-danger * times * (day + 1));
  return ABOVE * gone(0.7) + (1 - ABOVE) * gone(1.3);
}
