import type { Random } from '../../../etl/sandbox/company/random.js';
import { benjaminiHochberg } from '../../../server/kpi/statistics/benjamini-hochberg.js';
import { binomialLimits, poissonLimits } from '../../../server/kpi/statistics/control-limits.js';
import { binomial, midP } from '../../../server/kpi/statistics/funnel.js';
import { logRank } from '../../../server/kpi/statistics/log-rank.js';
import { newcombe } from '../../../server/kpi/statistics/newcombe.js';
import { companyOf } from './company.js';
import { timesToValue } from './handoffs.js';

/** Something that must stay silent where nothing differs. */
export interface Alarm {
  name: string;
  /** Share of companies in which it may speak. */
  most: number;
  /** Whether it spoke of a company with `n` handoffs in each period or of each person. */
  rings(random: Random, n: number): boolean;
}

const ALPHA = 0.05;

function times(random: Random, n: number, p: number): number {
  let count = 0;
  for (let i = 0; i < n; i++) if (random.chance(p)) count++;
  return count;
}

/** Fifteen KPIs of two periods that are alike. */
function anyKpi(random: Random, n: number): boolean {
  const ps = Array.from({ length: 15 }, () => {
    const p = random.between(0.05, 0.95);
    return newcombe({ x: times(random, n, p), n }, { x: times(random, n, p), n }).p;
  });
  return benjaminiHochberg(ps).some((p) => p < ALPHA);
}

/** Twenty people who are alike, of unlike sizes. */
function anybody(random: Random, n: number): boolean {
  const p = random.between(0.05, 0.5);
  const people = Array.from({ length: 20 }, () => {
    const size = Math.max(5, Math.round(n * random.between(0.3, 1.7)));
    return { size, count: times(random, size, p) };
  });
  const [sum, all] = people.reduce(([x, of], { size, count }) => [x + count, of + size], [0, 0]);
  if (sum === 0 || sum === all) return false;
  return benjaminiHochberg(people.map(({ size, count }) => midP(binomial(size, sum / all), count))).some((one) => one < ALPHA);
}

function anotherCurve(random: Random, n: number): boolean {
  const company = companyOf(random);
  const { p } = logRank([timesToValue(random, company, n), timesToValue(random, company, n)]);
  return p !== null && p < ALPHA;
}

/** A month that is as the twelve before it. */
function shareOutside(random: Random, n: number): boolean {
  const p = random.between(0.05, 0.95);
  const { low, high } = binomialLimits({ x: times(random, 12 * n, p), of: 12 * n }, n);
  const share = times(random, n, p) / n;
  return (high !== null && share > high + 1e-9) || (low !== null && share < low - 1e-9);
}

function rateOutside(random: Random, n: number): boolean {
  const mean = random.between(0.05, 0.6);
  const before = Array.from({ length: 12 }, () => random.poisson(mean * Math.min(n, 100))).reduce((a, b) => a + b, 0);
  const exposure = Math.min(n, 100);
  const { low, high } = poissonLimits({ count: before, over: 12 * exposure }, exposure);
  const rate = random.poisson(mean * exposure) / exposure;
  return (high !== null && rate > high + 1e-9) || (low !== null && rate < low - 1e-9);
}

/** What looks at many at once, or again every month. */
export const ALARMS: readonly Alarm[] = [
  { name: 'a clear change among 15 KPIs', most: 0.05, rings: anyKpi },
  { name: 'somebody outside among 20 people', most: 0.05, rings: anybody },
  { name: 'two curves differ (log-rank)', most: 0.05, rings: anotherCurve },
  { name: 'a share outside its usual range', most: 0.01, rings: shareOutside },
  { name: 'a rate outside its usual range', most: 0.01, rings: rateOutside },
];
