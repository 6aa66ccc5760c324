import { betaBelow } from './beta.js';
import { logGamma } from './gamma.js';
import { Z95 } from './normal.js';

/** Probability that Student's t with `df` > 0 degrees of freedom lies further from 0 than `t`. Abramowitz and Stegun 26.7.1. */
export const studentOutside = (t: number, df: number): number => betaBelow(df / (df + t * t), { a: df / 2, b: 0.5 });

const density = (t: number, df: number) =>
  Math.exp(logGamma((df + 1) / 2) - logGamma(df / 2) - ((df + 1) / 2) * Math.log1p((t * t) / df)) / Math.sqrt(df * Math.PI);

/** The same few numbers of handoffs come again with every KPI. */
const known = new Map<number, number>();
const MOST_KNOWN = 20_000;

/** The value that Student's t with `df` >= 1 degrees of freedom exceeds, to either side, once in twenty. Student 1908, Biometrika 6:1. */
export function student95(df: number): number {
  const value = known.get(df) ?? found(df);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(df, value);
  return value;
}

/** Newton's steps from Abramowitz and Stegun 26.7.5. */
function found(df: number): number {
  let t = Z95 + (Z95 ** 3 + Z95) / (4 * df) + (5 * Z95 ** 5 + 16 * Z95 ** 3 + 3 * Z95) / (96 * df * df);
  for (let i = 0; i < 50; i++) {
    const step = (studentOutside(t, df) - 0.05) / (2 * density(t, df));
    t += step;
    if (Math.abs(step) < 1e-12 * t) break;
  }
  return t;
}
