import { betaBelow } from './beta.js';

/** Probability that Student's t with `df` > 0 degrees of freedom lies further from 0 than `t`. Abramowitz and Stegun 26.7.1. */
export const studentOutside = (t: number, df: number): number => betaBelow(df / (df + t * t), { a: df / 2, b: 0.5 });

/** The value that Student's t with `df` >= 1 degrees of freedom exceeds, to either side, once in twenty. Student 1908, Biometrika 6:1. */
export function student95(df: number): number {
  let [low, high] = [1.9, 13];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (studentOutside(middle, df) > 0.05) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
