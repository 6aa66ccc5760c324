import type { Incidence } from './incidence.js';
import { type Bounded, type BoundedDifference, difference } from './mover.js';

/** First curve minus second on `day`, limits from the log(-log) ones of the two (MOVER). Null where a curve ends before that day. */
export function incidenceDifference(first: Incidence, second: Incidence, day: number): BoundedDifference | null {
  const [one, two] = [bounded(first, day), bounded(second, day)];
  return one && two && difference(one, two);
}

function bounded(curve: Incidence, day: number): Bounded | null {
  const at = curve.at(day);
  if (!at || (curve.lastDay < day && !curve.complete)) return null;
  return { value: at.share, limits: (z) => curve.at(day, z) ?? at };
}
