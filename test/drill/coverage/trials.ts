import type { Random } from '../../../etl/sandbox/company/random.js';
import { incidence } from '../../../server/kpi/statistics/incidence.js';
import { incidenceDifference } from '../../../server/kpi/statistics/incidence-difference.js';
import { meanOf } from '../../../server/kpi/statistics/mean.js';
import { newcombe } from '../../../server/kpi/statistics/newcombe.js';
import { poisson, rateDifference } from '../../../server/kpi/statistics/poisson.js';
import { quantileDifference } from '../../../server/kpi/statistics/quantile-difference.js';
import { weightedIncidence } from '../../../server/kpi/statistics/weighted-incidence.js';
import { wilson } from '../../../server/kpi/statistics/wilson.js';
import { type Company, companyOf, trueChurn, trueMedian, trueShare } from './company.js';
import { byTargetDay, sections } from './grouped.js';
import { timesToChurn, timesToValue } from './handoffs.js';
import { ratePart } from './mix.js';
import type { Said, Trial } from './trial.js';
import { arrToChurn, trueArrChurn } from './weighted.js';

/** A curve that ends before the day says so, and claims nothing of it. */
function byDay(day: number): Trial['ask'] {
  return (random, n) => {
    const company = companyOf(random);
    const curve = incidence(timesToValue(random, company, n));
    const at = curve.at(day);
    return !at || (curve.lastDay < day && !curve.complete) ? null : { ...at, truth: trueShare(company, day) };
  };
}

function churn(random: Random, n: number): Said | null {
  const company = companyOf(random);
  const curve = incidence(timesToChurn(random, company, n));
  const at = curve.at(90);
  return !at || curve.lastDay < 90 ? null : { ...at, truth: trueChurn(company, 90) };
}

function median(random: Random, n: number): Said | null {
  const company = companyOf(random);
  const { low, high } = incidence(timesToValue(random, company, n)).quantile(0.5);
  const truth = trueMedian(company);
  return truth === null ? null : { low, high, truth };
}

/** Two companies alike but for one being slower. */
function pair(random: Random): [Company, Company] {
  const company = companyOf(random);
  return [company, { ...company, median: company.median * random.between(0.7, 1.4), danger: company.danger * random.between(0.6, 1.6) }];
}

function differenceByDay(random: Random, n: number): Said | null {
  const [one, two] = pair(random);
  const [first, second] = [incidence(timesToValue(random, one, n)), incidence(timesToValue(random, two, n))];
  const difference = incidenceDifference(first, second, 30);
  return difference && { ...difference, truth: trueShare(one, 30) - trueShare(two, 30) };
}

function churnDifference(random: Random, n: number): Said | null {
  const [one, two] = pair(random);
  const [first, second] = [incidence(timesToChurn(random, one, n)), incidence(timesToChurn(random, two, n))];
  const difference = incidenceDifference(first, second, 90);
  return difference && { ...difference, truth: trueChurn(one, 90) - trueChurn(two, 90) };
}

function medianDifference(random: Random, n: number): Said | null {
  const [one, two] = pair(random);
  const [first, second] = [incidence(timesToValue(random, one, n)), incidence(timesToValue(random, two, n))];
  const [fast, slow] = [trueMedian(one), trueMedian(two)];
  const difference = quantileDifference(first, second, 0.5);
  return difference && fast !== null && slow !== null ? { ...difference, truth: fast - slow } : null;
}

const times = (random: Random, n: number, p: number) => Array.from({ length: n }, () => random.chance(p)).filter(Boolean).length;

function share(random: Random, n: number): Said {
  const p = random.between(0.05, 0.95);
  return { ...wilson(times(random, n, p), n), truth: p };
}

function shareDifference(random: Random, n: number): Said {
  const [p, q] = [random.between(0.05, 0.95), random.between(0.05, 0.95)];
  return { ...newcombe({ x: times(random, n, p), n }, { x: times(random, n, q), n }), truth: p - q };
}

/** Episodes of `n` handoffs, 0.05 to 0.6 of each. */
function rate(random: Random, n: number): Said {
  const truth = random.between(0.05, 0.6);
  return { ...poisson({ count: random.poisson(truth * n), exposure: n }), truth };
}

function rateGap(random: Random, n: number): Said {
  const [one, two] = [random.between(0.05, 0.6), random.between(0.05, 0.6)];
  const seen = (mean: number) => ({ count: random.poisson(mean * n), exposure: n });
  return { ...rateDifference(seen(one), seen(two)), truth: one - two };
}

function arrChurn(random: Random, n: number): Said | null {
  const company = companyOf(random);
  const at = weightedIncidence(arrToChurn(random, company, n), 90);
  return at && { low: at.low, high: at.high, truth: trueArrChurn(company, 90) };
}

/** 1 to 5: the one whose stretch of the weights, laid end to end, holds `place`. */
function scoreAt(weights: readonly number[], place: number): number {
  let end = 0;
  const found = weights.findIndex((weight) => {
    end += weight;
    return place < end;
  });
  return found < 0 ? weights.length : found + 1;
}

/** Scores of one to five, most of them high. */
function meanScore(random: Random, n: number): Said | null {
  const weights = [0.4, 0.5, 1, 3, 4].map((weight) => weight * random.between(0.3, 1.7));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const truth = weights.reduce((sum, weight, i) => sum + (weight * (i + 1)) / all, 0);
  const moments = { n, sum: 0, squares: 0 };
  for (let i = 0; i < n; i++) {
    const score = scoreAt(weights, random.next() * all);
    moments.sum += score;
    moments.squares += score * score;
  }
  const mean = meanOf(moments, { low: 1, high: 5 });
  return mean && { low: mean.low, high: mean.high, truth };
}

/** Every interval that leaves, against what is so. */
export const TRIALS: readonly Trial[] = [
  { name: 'cumulative incidence by day 30', ask: byDay(30), why: null },
  {
    name: 'cumulative incidence by day 90',
    ask: byDay(90),
    why: 'wide at 10: few are left by then, and everybody at value has the limits of those alone',
  },
  { name: '90-day churn', ask: churn, why: null },
  { name: 'median of the curve', ask: median, why: 'wide: days are whole, so that at 1000 the limits are rounded outwards' },
  { name: 'difference of incidences by day 30', ask: differenceByDay, why: null },
  { name: 'difference of 90-day churn', ask: churnDifference, why: 'wide at 10 and 30: one or two leavers, whose count is whole' },
  { name: 'difference of medians', ask: medianDifference, why: 'wide at 10 and 30: whole days, and limits that the data do not bound' },
  { name: 'share (Wilson)', ask: share, why: null },
  { name: 'difference of shares (Newcombe)', ask: shareDifference, why: null },
  { name: 'rate (Poisson)', ask: rate, why: 'wide at 10: exact limits of a whole count' },
  { name: 'difference of rates', ask: rateGap, why: 'wide at 10 and 30: exact limits of whole counts' },
  { name: 'ARR-weighted churn by day 90', ask: arrChurn, why: null },
  { name: 'rate part of a difference (Kitagawa)', ask: ratePart, why: 'short at 10: two or three handoffs in each group' },
  { name: 'share by the day of its segment', ask: byTargetDay, why: 'short at 10: two to five handoffs of the slower segment' },
  { name: 'mean share of readings that go together', ask: sections, why: null },
  { name: 'mean score', ask: meanScore, why: null },
];
