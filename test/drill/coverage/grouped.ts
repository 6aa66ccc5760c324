import type { Random } from '../../../etl/sandbox/company/random.js';
import { clusteredShare } from '../../../server/kpi/statistics/clustered-share.js';
import { stratifiedIncidence } from '../../../server/kpi/statistics/stratified-incidence.js';
import { companyOf, trueShare } from './company.js';
import { timesToValue } from './handoffs.js';
import type { Said } from './trial.js';

const [STANDARD, ENTERPRISE] = [30, 60];

/** Two segments, the slower with the later target; the truth is at the sizes that came about, as the statistic takes them for known. */
export function byTargetDay(random: Random, n: number): Said | null {
  const standard = companyOf(random);
  const enterprise = { ...standard, median: standard.median * random.between(1.2, 2) };
  const large = Math.max(1, Math.round(n * random.between(0.2, 0.5)));
  const got = stratifiedIncidence([
    { counts: timesToValue(random, standard, n - large), day: STANDARD },
    { counts: timesToValue(random, enterprise, large), day: ENTERPRISE },
  ]);
  const truth = ((n - large) * trueShare(standard, STANDARD) + large * trueShare(enterprise, ENTERPRISE)) / n;
  return got && !got.short ? { low: got.low, high: got.high, truth } : null;
}

const SECTIONS = 6;

/** Sections of a brief: some people fill most of them, others few, so those of one handoff go together. */
export function sections(random: Random, n: number): Said | null {
  const [few, many, careless] = [random.between(0.05, 0.4), random.between(0.7, 0.98), random.between(0.1, 0.5)];
  const sums = { n, m: 0, d: SECTIONS * n, mm: 0, md: 0, dd: SECTIONS ** 2 * n };
  for (let i = 0; i < n; i++) {
    const share = random.chance(careless) ? few : many;
    const filled = Array.from({ length: SECTIONS }, () => random.chance(share)).filter(Boolean).length;
    sums.m += filled;
    sums.mm += filled * filled;
    sums.md += filled * SECTIONS;
  }
  const got = clusteredShare(sums);
  return got && { low: got.low, high: got.high, truth: careless * few + (1 - careless) * many };
}
