import { measured } from '../../kpi/measure.js';
import { Z95 } from '../../kpi/statistics/normal.js';
import { FEATURES } from './feature.js';
import type { ModelAnswer } from './model.schema.js';
import type { Fitted } from './regress.js';
import { AGE_TERMS } from './scale.js';

/** What was learnt of each feature, what sets handoffs apart most first. Odds as they are said, after calibration. */
export function weightsOf(fitted: Fitted | null): ModelAnswer['weights'] {
  if (!fitted) return [];
  const { scaled, coefficients, covariance, calibration, handoffs } = fitted;
  const sizes = scaled.map((_, j) => Math.abs(coefficients[AGE_TERMS + j] ?? 0));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const weights = scaled.flatMap(({ feature, deviation }, j) => {
    const declared = FEATURES[feature];
    if (!declared) return [];
    const at = AGE_TERMS + j;
    const error = Math.sqrt(covariance.values[at * covariance.size + at] ?? 0);
    const odds = (errors: number) => Math.exp((((coefficients[at] ?? 0) + errors * error) / deviation) * calibration.slope);
    const estimate = { value: odds(0), low: odds(-Z95), high: odds(Z95), why: null };
    return [
      {
        feature: declared.id,
        words: `${declared.name}: ${estimate.value.toFixed(2)} times the odds of churn (${estimate.low.toFixed(2)} to ${estimate.high.toFixed(2)})`,
        odds: measured(estimate, { n: handoffs, mature: handoffs }),
        most: declared.most,
        weight: all > 0 ? (sizes[j] ?? 0) / all : 0,
      },
    ];
  });
  return weights.sort((a, b) => b.weight - a.weight);
}
