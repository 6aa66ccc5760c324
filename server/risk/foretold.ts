import type { Interval } from '../kpi/statistics/interval.js';

/** A chance, and how many handoffs of the past it rests on. */
export interface Foretold extends Interval {
  value: number;
  n: number;
}
