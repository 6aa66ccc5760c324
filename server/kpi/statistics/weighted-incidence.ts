import { logLogLimits } from './incidence.js';
import type { Interval } from './interval.js';
import { wilson } from './wilson.js';

/** Sums of weights and of their squares by day, in the place of counts. */
export interface WeightedDays {
  events: { sum: ArrayLike<number>; squares: ArrayLike<number> };
  censored: { sum: ArrayLike<number>; squares: ArrayLike<number> };
}

export interface WeightedShare extends Interval {
  share: number;
  se: number;
}

/**
 * Weighted 1 - Kaplan-Meier by `day` with the infinitesimal-jackknife (robust) standard error: each handoff is one draw, however heavy.
 * With equal weights it is Greenwood's. As R's survfit(..., weights, robust = TRUE). Limits are log(-log);
 * with nobody or everybody there, Wilson's for Kish's effective number. Null when there is no weight.
 */
export function weightedIncidence({ events, censored }: WeightedDays, day: number): WeightedShare | null {
  const weight = total(events.sum) + total(censored.sum);
  if (!(weight > 0)) return null;
  const effective = weight ** 2 / (total(events.squares) + total(censored.squares));
  const { survival, se } = fall({ events, censored }, day);
  const share = 1 - survival;
  return { share, se, ...(logLogLimits(share, se) ?? wilson(share < 0.5 ? 0 : effective, effective)) };
}

/** The share still there after `day`, and its standard error. */
function fall({ events, censored }: WeightedDays, day: number): { survival: number; se: number } {
  let atRisk = total(events.sum) + total(censored.sum);
  let survival = 1;
  let drift = 0;
  let spread = 0;
  for (let t = 0; t < events.sum.length; t++) {
    const d = t <= day ? (events.sum[t] ?? 0) : 0;
    const rest = Math.max(0, atRisk - d);
    const pull = d > 0 && rest > 0 ? 1 / rest : 0;
    survival *= d > 0 ? rest / atRisk : 1;
    drift += pull > 0 ? d / (atRisk * rest) : 0;
    spread += (events.squares[t] ?? 0) * (pull - drift) ** 2 + (censored.squares[t] ?? 0) * drift ** 2;
    atRisk -= (events.sum[t] ?? 0) + (censored.sum[t] ?? 0);
  }
  return { survival, se: survival * Math.sqrt(spread) };
}

function total(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return sum;
}
