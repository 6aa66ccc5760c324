import { chanceOf, type Grouped, logistic, logitOf } from './logistic.js';
import { rowsOf } from './rows.js';

/** How a logit is read as a chance: intercept + slope x logit. */
export interface Calibration {
  intercept: number;
  slope: number;
}

/** A slope beyond it says that the folds disagree, not that the chances should be as far apart. */
const STEEPEST = 3;

/**
 * From chances said of handoffs that were not learnt from. Platt 1999. Chances that went the wrong way are all read as one: slope 0.
 * `logits`, `count` and `positive` go together.
 */
export function calibrate(logits: Float64Array, { count, positive }: Pick<Grouped, 'count' | 'positive'>): Calibration {
  if (spreadOf(logits) < 1e-6) return level({ count, positive }, logits[0] ?? 0, 1);
  const rows = rowsOf(
    Array.from(logits, (logit) => [1, logit]),
    2,
  );
  const [intercept = 0, slope = 0] = logistic({ rows, count, positive }, { penalty: Float64Array.of(1e-6, 1e-6) }).coefficients;
  if (slope > 0 && slope <= STEEPEST) return { intercept, slope };
  return slope <= 0 ? level({ count, positive }, 0, 0) : { intercept: 0, slope: 1 };
}

export const calibrated = ({ intercept, slope }: Calibration, logit: number): number => chanceOf(intercept + slope * logit);

/** Brings a single logit to the share that had the outcome. */
function level({ count, positive }: Pick<Grouped, 'count' | 'positive'>, logit: number, slope: number): Calibration {
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  const share = (sum(positive) + 0.5) / (sum(count) + 1);
  return { intercept: logitOf(share) - slope * logit, slope };
}

function spreadOf(values: Float64Array): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return high - low;
}
