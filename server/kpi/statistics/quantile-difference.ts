import type { Incidence } from './incidence.js';
import { type LimitedDifference, limitedDifference, type Pair } from './mover.js';

/**
 * Days by which `p` of the first curve got there minus those of the second; limits from the test-inverted ones of the two (Brookmeyer and Crowley 1982)
 * by MOVER (Zou and Donner 2008). A null limit is one that the data do not bound. Null where a curve never reaches `p`.
 */
export function quantileDifference(first: Incidence, second: Incidence, p: number): LimitedDifference | null {
  const [one, two] = [bounded(first, p), bounded(second, p)];
  return one && two && limitedDifference([{ weight: 1, first: one, second: two }]);
}

function bounded(curve: Incidence, p: number): Pair['first'] | null {
  const { day } = curve.quantile(p);
  return day === null ? null : { value: day, limits: (z) => curve.quantile(p, z) };
}
