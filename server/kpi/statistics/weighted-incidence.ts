import type { Interval } from './interval.js';
import { wilson } from './wilson.js';

/** Sums of weights and of their squares by day, in the place of counts. */
export interface WeightedDays {
  events: { sum: ArrayLike<number>; squares: ArrayLike<number> };
  censored: { sum: ArrayLike<number>; squares: ArrayLike<number> };
}

export interface WeightedShare extends Interval {
  share: number;
  /** As many equal handoffs, all seen long enough, would say as much. */
  effective: number;
}

/**
 * Weighted 1 - Kaplan-Meier by `day`. Its variance is Greenwood's with Kish's effective number (Kish 1965, Survey Sampling, 11.7) in the place of
 * those at risk on each day, and its limits are Wilson's for as many handoffs as would have that variance (Rothman 1978, Journal of Chronic Diseases 31:557).
 * The infinitesimal jackknife with log(-log) limits, which it replaces, covered 82 to 91 % where ARR has a heavy tail: a sample without a heavy
 * leaver believes too much. This one takes it that leaving depends little on weight. Null when there is no weight.
 */
export function weightedIncidence(days: WeightedDays, day: number): WeightedShare | null {
  const all = {
    sum: total(days.events.sum) + total(days.censored.sum),
    squares: total(days.events.squares) + total(days.censored.squares),
  };
  if (!(all.sum > 0)) return null;
  const { survival, variance, seen } = fall(days, day, all);
  const share = 1 - survival;
  const known = survival > SLACK && share > SLACK ? (share * survival) / variance : seen;
  const effective = Math.max(1, known);
  return { share, effective, ...wilson(Math.min(effective, share * effective), effective) };
}

/** Shares nearer to 0 or 1 than this have no variance. */
const SLACK = 1e-12;

interface Fall {
  /** The share still there after the day. */
  survival: number;
  variance: number;
  /** Kish's effective number of those who came to the day. */
  seen: number;
}

function fall({ events, censored }: WeightedDays, day: number, { sum, squares }: { sum: number; squares: number }): Fall {
  const atRisk = { sum, squares };
  let [survival, spread, seen] = [1, 0, sum ** 2 / squares];
  for (let t = 0; t <= day && t < events.sum.length; t++) {
    if (!(atRisk.sum > SLACK * sum)) break;
    seen = atRisk.sum ** 2 / atRisk.squares;
    const hazard = Math.min(1, (events.sum[t] ?? 0) / atRisk.sum);
    survival *= 1 - hazard;
    spread += hazard < 1 ? hazard / (1 - hazard) / seen : 0;
    atRisk.sum -= (events.sum[t] ?? 0) + (censored.sum[t] ?? 0);
    atRisk.squares = Math.max(SLACK * squares, atRisk.squares - (events.squares[t] ?? 0) - (censored.squares[t] ?? 0));
  }
  return { survival: survival > SLACK ? survival : 0, variance: survival ** 2 * spread, seen };
}

function total(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return sum;
}
