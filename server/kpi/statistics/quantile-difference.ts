import type { Incidence } from './incidence.js';
import { type Bounded, type BoundedDifference, difference } from './mover.js';

/**
 * Days by which `p` of the first curve got there minus those of the second; limits from the test-inverted ones of the two (Brookmeyer and Crowley 1982)
 * by MOVER (Zou and Donner 2008). A null limit is one that the data do not bound. Null where a curve never reaches `p`.
 */
export function quantileDifference(first: Incidence, second: Incidence, p: number): BoundedDifference | null {
  const [one, two] = [bounded(first, p), bounded(second, p)];
  return one && two && difference(one, two);
}

function bounded(curve: Incidence, p: number): Bounded | null {
  const { day } = curve.quantile(p);
  return day === null ? null : { value: day, limits: (z) => curve.quantile(p, z) };
}
