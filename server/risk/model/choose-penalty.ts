import { type Alike, FOLDS, ofFold } from './alike.js';
import { chanceOf, type Grouped, logistic } from './logistic.js';
import { weightedSum } from './rows.js';
import { AGE_TERMS } from './scale.js';

/** Penalties that are tried, for each row: from nearly the same for all to nearly free. */
const SHARES = [1, 0.1, 0.03, 0.01, 0.001];

/** Keeps the terms that are free from running away where nobody of an age churned. */
const SLIGHT = 1e-4;

export interface Chosen {
  /** Of the penalty, for each row. */
  share: number;
  /** Of each group, by what was learnt from the other folds. */
  logits: Float64Array;
}

/** The penalty under which blocks of time that were left out were told best, by their likelihood. */
export function choosePenalty(groups: Alike): Chosen {
  const logits = leftOut(groups, SHARES);
  const losses = logits.map((of) => loss(groups, of));
  const best = losses.indexOf(Math.min(...losses));
  return { share: SHARES[best] ?? 1, logits: logits[best] ?? new Float64Array() };
}

/** The logit of each group by what was learnt from the other folds, for each penalty. */
export function leftOut(groups: Alike, shares: readonly number[]): Float64Array[] {
  const logits = shares.map(() => new Float64Array(groups.count.length));
  for (let fold = 0; fold < FOLDS; fold++) {
    const learnt = ofFold(groups, (one) => one !== fold);
    const left = ofFold(groups, (one) => one === fold);
    let start: Float64Array = new Float64Array(groups.rows.width);
    for (const [tried, share] of shares.entries()) {
      start = logistic(learnt, { penalty: penaltyOf(learnt, share), start }).coefficients;
      for (const [i, group] of left.index.entries()) (logits[tried] ?? start)[group] = weightedSum(left.rows, i, start);
    }
  }
  return logits;
}

/** For every coefficient; the constant and the age are all but free. */
export function penaltyOf({ rows: { width }, count }: Grouped, share: number): Float64Array {
  const looks = count.reduce((sum, one) => sum + one, 0);
  return new Float64Array(width).fill(SLIGHT, 0, AGE_TERMS).fill(share * looks, AGE_TERMS);
}

function loss({ count, positive }: Grouped, logits: Float64Array): number {
  let sum = 0;
  for (const [group, logit] of logits.entries()) {
    const p = chanceOf(logit);
    sum -= (positive[group] ?? 0) * Math.log(p) + ((count[group] ?? 0) - (positive[group] ?? 0)) * Math.log(1 - p);
  }
  return sum;
}
