import { DAY } from './calendar.js';
import type { Moment } from './company.js';

export type Defect =
  | 'brief reopening'
  | 'long reopening'
  | 'archived'
  | 'without history'
  | 'moved close date'
  | 'ownerless'
  | 'duplicate'
  | 'merged';

/** Every so many-th won deal has the defect, beginning with the given one. */
const EVERY: [defect: Defect, step: number, first: number][] = [
  ['brief reopening', 97, 5],
  ['long reopening', 193, 7],
  ['without history', 151, 11],
  ['archived', 211, 13],
  ['moved close date', 61, 3],
  ['ownerless', 79, 21],
  ['duplicate', 83, 9],
  ['merged', 149, 17],
];

/** The one defect of the n-th won deal, or null. The last fortnight has none, so that each has had its consequences. */
export function defectOf(n: number, wonAt: Moment, until: Moment): Defect | null {
  if (wonAt > until - 14 * DAY) return null;
  return EVERY.find(([, step, first]) => n % step === first)?.[0] ?? null;
}
