import { Z95 } from '../../kpi/statistics/normal.js';
import { type Alike, alike } from './alike.js';
import { type Calibration, calibrate, calibrated } from './calibration.js';
import { addOuter, mirrored, quadratic, type Square, solve } from './cholesky.js';
import { choosePenalty, leftOut, penaltyOf } from './choose-penalty.js';
import { type Design, rowCount } from './design.js';
import { chanceOf, type Logistic, logistic } from './logistic.js';
import { addRow, weightedSum } from './rows.js';
import { inputsOf, type Scaled, scaleOf } from './scale.js';

/** What was learnt of the handoffs of the past. Plain values: it goes from thread to thread. */
export interface Fitted {
  churnDays: number;
  scaled: Scaled[];
  /** Of the constant, the age, its square, and of each scaled feature. */
  coefficients: Float64Array;
  covariance: Square;
  penaltyShare: number;
  calibration: Calibration;
  handoffs: number;
  looks: number;
}

/** A chance from 0 to 1 with its 95 % limits. */
export interface Chance {
  value: number;
  low: number;
  high: number;
}

/**
 * Landmarks of many ages in one regression, with the age as a term of its own. Null when nobody, or everybody, churned.
 * The penalty is `share` for each look, else the one that tells blocks of time best.
 * Van Houwelingen 2007, Scandinavian Journal of Statistics 34:70.
 */
export function regress(
  design: Design,
  { usable, churnDays, share: given }: { usable: readonly boolean[]; churnDays: number; share?: number },
): Fitted | null {
  const positive = design.churned.reduce((sum, one) => sum + one, 0);
  if (positive === 0 || positive === rowCount(design)) return null;
  const scaled = scaleOf(design, usable);
  const groups = alike(design, scaled, churnDays);
  const { share, logits } =
    given === undefined ? choosePenalty(groups) : { share: given, logits: leftOut(groups, [given])[0] ?? new Float64Array() };
  const fitted = logistic(groups, { penalty: penaltyOf(groups, share) });
  return {
    churnDays,
    scaled,
    coefficients: fitted.coefficients,
    covariance: covarianceOf(design, groups, fitted),
    penaltyShare: share,
    calibration: calibrate(logits, groups),
    handoffs: new Set(design.handoff).size,
    looks: rowCount(design),
  };
}

/** Of one handoff, from its features at its age in days. */
export function chanceAt(fitted: Fitted, features: ArrayLike<number>, age: number): Chance {
  const { scaled, coefficients, covariance, calibration, churnDays } = fitted;
  const x = inputsOf(scaled, features, Math.max(1, age) / churnDays);
  const logit = x.reduce((sum, value, j) => sum + value * (coefficients[j] ?? 0), 0);
  const half = Z95 * Math.sqrt(quadratic(covariance, x));
  const read = (at: number) => calibrated(calibration, at);
  return { value: read(logit), low: read(logit - half), high: read(logit + half) };
}

/** Rows of one handoff are not independent: what they add is summed before it is squared. Liang and Zeger 1986, Biometrika 73:13. */
function covarianceOf(design: Design, groups: Alike, { coefficients, information }: Logistic): Square {
  const { rows, groupOf, count } = groups;
  const { width } = rows;
  const chances = Float64Array.from(count, (_, group) => chanceOf(weightedSum(rows, group, coefficients)));
  const covariance = { size: width, values: new Float64Array(width * width) };
  const score = new Float64Array(width);
  for (const [row, group] of groupOf.entries()) {
    const residual = (design.churned[row] ?? 0) - (chances[group] ?? 0);
    addRow(score, rows, { row: group, factor: residual });
    if (design.handoff[row] === design.handoff[row + 1]) continue;
    addOuter(covariance, solve(information, score), 1);
    score.fill(0);
  }
  return mirrored(covariance);
}
