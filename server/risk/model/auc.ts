import type { Interval } from '../../kpi/statistics/interval.js';
import { Z95 } from '../../kpi/statistics/normal.js';
import { chanceOf, logitOf } from './logistic.js';

/** One score, what came of it, and whose it is: scores of one handoff are not independent of one another. */
export interface Scored {
  score: number;
  churned: boolean;
  handoff: number;
}

/**
 * How often a churned one was scored above one that stayed, ties counting half, with 95 % limits on the logit scale. Null with only one kind.
 * DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44:837; by handoff as in Obuchowski 1997, Biometrics 53:567.
 */
export function auc(scored: readonly Scored[]): (Interval & { value: number }) | null {
  const kinds = kindsOf(scored);
  if (!kinds) return null;
  const { value, deviations } = placed(scored, kinds);
  if (value === 0 || value === 1) return { value, ...certain(value, Math.min(kinds.churned, kinds.stayed)) };
  const half = (Z95 * Math.sqrt(variance(scored, deviations, kinds))) / (value * (1 - value));
  return { value, low: chanceOf(logitOf(value) - half), high: chanceOf(logitOf(value) + half) };
}

/** The AUC of one score less that of another of the same handoffs, with 95 % limits by the same sources. */
export function aucDifference(scored: readonly (Scored & { other: number })[]): (Interval & { value: number }) | null {
  const kinds = kindsOf(scored);
  if (!kinds) return null;
  const own = placed(scored, kinds);
  const other = placed(
    scored.map((one) => ({ ...one, score: one.other })),
    kinds,
  );
  const deviations = own.deviations.map((deviation, i) => deviation - (other.deviations[i] ?? 0));
  const value = own.value - other.value;
  const half = Z95 * Math.sqrt(variance(scored, deviations, kinds));
  return { value, low: value - half, high: value + half };
}

interface Kinds {
  churned: number;
  stayed: number;
}

function kindsOf(scored: readonly Scored[]): Kinds | null {
  const churned = scored.filter((one) => one.churned).length;
  const stayed = scored.length - churned;
  return churned === 0 || stayed === 0 ? null : { churned, stayed };
}

/** The AUC, and by how much each one's own share of pairs lies above it. */
function placed(scored: readonly Scored[], kinds: Kinds): { value: number; deviations: Float64Array } {
  const places = placements(scored, kinds);
  const value = scored.reduce((sum, one, i) => sum + (one.churned ? (places[i] ?? 0) : 0), 0) / kinds.churned;
  return { value, deviations: places.map((place) => place - value) };
}

/** Where no pair was wrong, or none right, there is no variance to go by: the rule of three, 95 %. */
function certain(value: number, pairs: number): Interval {
  const half = Math.min(1, 3 / pairs);
  return value === 1 ? { low: 1 - half, high: 1 } : { low: 0, high: half };
}

/** Of each: the share of the other kind that it is rightly placed against. */
function placements(scored: readonly Scored[], { churned, stayed }: Kinds): Float64Array {
  const order = scored.map((_, i) => i).sort((a, b) => (scored[a]?.score ?? 0) - (scored[b]?.score ?? 0));
  const places = new Float64Array(scored.length);
  const below = { churned: 0, stayed: 0 };
  for (let start = 0; start < order.length; ) {
    let end = start;
    const score = scored[order[start] ?? 0]?.score;
    while (end < order.length && scored[order[end] ?? 0]?.score === score) end++;
    const tied = order.slice(start, end);
    const tiedChurned = tied.filter((i) => scored[i]?.churned).length;
    for (const i of tied) {
      places[i] = scored[i]?.churned
        ? (below.stayed + (tied.length - tiedChurned) / 2) / stayed
        : (churned - below.churned - tiedChurned / 2) / churned;
    }
    below.churned += tiedChurned;
    below.stayed += tied.length - tiedChurned;
    start = end;
  }
  return places;
}

/** Sums over the scores of one handoff take the place of single scores. */
function variance(scored: readonly Scored[], deviations: Float64Array, { churned, stayed }: Kinds): number {
  const sums = new Map<number, { churned: number; stayed: number; churnedCount: number; stayedCount: number }>();
  for (const [i, one] of scored.entries()) {
    const sum = sums.get(one.handoff) ?? { churned: 0, stayed: 0, churnedCount: 0, stayedCount: 0 };
    const kind = one.churned ? 'churned' : 'stayed';
    sum[kind] += deviations[i] ?? 0;
    sum[`${kind}Count`]++;
    sums.set(one.handoff, sum);
  }
  const [own, others, both] = [
    { sum: 0, handoffs: 0 },
    { sum: 0, handoffs: 0 },
    { sum: 0, handoffs: 0 },
  ];
  for (const sum of sums.values()) {
    add(own, (sum.churned / churned) ** 2, sum.churnedCount > 0);
    add(others, (sum.stayed / stayed) ** 2, sum.stayedCount > 0);
    add(both, (2 * sum.churned * sum.stayed) / (churned * stayed), true);
  }
  return Math.max(0, unbiased(own) + unbiased(others) + unbiased(both));
}

interface Spread {
  sum: number;
  handoffs: number;
}

function add(spread: Spread, square: number, has: boolean): void {
  if (!has) return;
  spread.sum += square;
  spread.handoffs++;
}

const unbiased = ({ sum, handoffs }: Spread): number => (handoffs > 1 ? (sum * handoffs) / (handoffs - 1) : sum);
