/** 95 % limits around a value. */
export interface Interval {
  low: number;
  high: number;
}
