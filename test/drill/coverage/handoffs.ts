import type { Random } from '../../../etl/sandbox/company/random.js';
import type { DayCounts } from '../../../server/kpi/statistics/incidence.js';
import type { Company } from './company.js';

const DAYS = 430;

type Outcome = keyof DayCounts;

const none = () => new Float64Array(DAYS);

/** `n` handoffs of a company as they are known today: at value, left before, or still waiting. */
export function timesToValue(random: Random, { median, sigma, danger, days }: Company, n: number): DayCounts {
  const counts = { events: none(), competing: none(), censored: none() };
  for (let i = 0; i < n; i++) {
    const seen = random.between(0, days);
    const value = random.logNormal(median, sigma);
    const left = timeToLeaving(random, danger);
    add(counts, value <= seen && value <= left ? 'events' : left <= seen ? 'competing' : 'censored', Math.min(value, left, seen));
  }
  return counts;
}

/** How long `n` customers stayed. */
export function timesToChurn(random: Random, { danger, days }: Company, n: number): DayCounts {
  const counts = { events: none(), competing: none(), censored: none() };
  for (let i = 0; i < n; i++) {
    const seen = random.between(0, days);
    const left = timeToLeaving(random, danger);
    add(counts, left <= seen ? 'events' : 'censored', Math.min(left, seen));
  }
  return counts;
}

export const timeToLeaving = (random: Random, danger: number): number => -Math.log(1 - random.next()) / danger;

function add(counts: Record<Outcome, Float64Array>, outcome: Outcome, time: number): void {
  const day = Math.min(DAYS - 1, Math.floor(time));
  counts[outcome][day] = (counts[outcome][day] ?? 0) + 1;
}
