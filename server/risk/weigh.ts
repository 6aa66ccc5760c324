import { FEATURES, featuresOf } from './model/feature.js';
import type { KnownModel } from './model/models.js';
import { AGE_TERMS } from './model/scale.js';
import type { Reason } from './reason.js';
import type { Seen } from './seen.js';

export interface Weighed extends Reason {
  /** How many times the odds of leaving, by the history, with this than without; null when the history does not say. */
  odds: number | null;
}

/** The reasons of a handoff with their weight. Notice leads, then what weighs most; without a model they stay as they are. */
export function weigh(reasons: readonly Reason[], model: KnownModel | null, seen: Seen): Weighed[] {
  const features = featuresOf(seen);
  const weighed = reasons.map((reason) => ({ ...reason, odds: oddsOf(reason, model, features) }));
  const lead = ({ kind, odds }: Weighed) => (kind === 'notice' ? Number.MAX_VALUE : (odds ?? 0));
  return model?.verdict === 'holds' ? weighed.sort((a, b) => lead(b) - lead(a)) : weighed;
}

function oddsOf({ feature }: Reason, model: KnownModel | null, features: readonly number[]): number | null {
  if (model?.verdict !== 'holds' || !model.fitted || feature === null) return null;
  const index = FEATURES.findIndex(({ id }) => id === feature);
  const at = model.fitted.scaled.findIndex((one) => one.feature === index);
  const scaled = model.fitted.scaled[at];
  if (!scaled) return null;
  const logit = ((model.fitted.coefficients[AGE_TERMS + at] ?? 0) / scaled.deviation) * (features[index] ?? 0);
  return Math.exp(logit * model.fitted.calibration.slope);
}
