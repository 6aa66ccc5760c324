import { type Design, rowCount } from './design.js';

/** Before the features stand the constant, the age as a share of the window, and its square. */
export const AGE_TERMS = 3;

/** A feature as it enters, in its own standard deviations. It is not centred: the constant is free and takes that up, and what is 0 stays 0. */
export interface Scaled {
  /** Its position among FEATURES. */
  feature: number;
  deviation: number;
}

/** The features that differ between rows; those that are not `usable` or the same everywhere say nothing. */
export function scaleOf(design: Design, usable: readonly boolean[]): Scaled[] {
  const rows = rowCount(design);
  return usable.flatMap((use, feature) => {
    if (!use) return [];
    let [sum, squares] = [0, 0];
    for (let row = 0; row < rows; row++) {
      const value = design.x[row * design.width + feature] ?? 0;
      sum += value;
      squares += value * value;
    }
    const mean = sum / rows;
    const variance = squares / rows - mean * mean;
    return variance > 1e-9 ? [{ feature, deviation: Math.sqrt(variance) }] : [];
  });
}

/** What a row enters the regression with. */
export function inputsOf(scaled: readonly Scaled[], features: ArrayLike<number>, ageShare: number): Float64Array {
  const inputs = new Float64Array(AGE_TERMS + scaled.length);
  inputs.set([1, ageShare, ageShare * ageShare]);
  for (const [j, { feature, deviation }] of scaled.entries()) {
    inputs[AGE_TERMS + j] = (features[feature] ?? 0) / deviation;
  }
  return inputs;
}
