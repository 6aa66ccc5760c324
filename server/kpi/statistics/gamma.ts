import { normalQuantile } from './normal.js';

/** Lanczos coefficients for g = 7, n = 9 (Godfrey 2001): about 15 digits. */
const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 0.000009984369578019572, 1.5056327351493116e-7,
];

/** Natural logarithm of the gamma function at `a` >= 0.5. */
export function logGamma(a: number): number {
  const x = a - 1;
  const series = LANCZOS.reduce((sum, c, i) => (i === 0 ? c : sum + c / (x + i)), 0);
  const t = x + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(series);
}

/** Share of the terms' size below which a further one changes nothing. */
const NEGLIGIBLE = 1e-17;

/** Lower part by its series, for x < a + 1. Abramowitz and Stegun 6.5.29. */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; term > sum * NEGLIGIBLE; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum * Math.exp(a * Math.log(x) - x - logGamma(a));
}

/** Upper part by its continued fraction (modified Lentz), for x >= a + 1. Abramowitz and Stegun 6.5.31. */
function upperFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let k = 1; k < 100_000; k++) {
    const an = -k * (k - a);
    b += 2;
    d = 1 / (an * d + b || tiny);
    c = b + an / c || tiny;
    const change = d * c;
    h *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return h * Math.exp(a * Math.log(x) - x - logGamma(a));
}

/** Probability that a gamma variable of shape `a` >= 0.5 and rate 1 exceeds `x` (regularised upper incomplete gamma function, Q). */
export function gammaAbove(a: number, x: number): number {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}

/** Probability that a gamma variable of shape `a` >= 0.5 and rate 1 stays at or below `x` (P). */
export function gammaBelow(a: number, x: number): number {
  if (x <= 0) return 0;
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x);
}

/** Share of a value by which a further step may still move it; rounding moves it by a tenth of that. */
const CLOSE = 1e-14;

/** The value a gamma variable of shape `a` >= 0.5 stays below with probability `p` in (0, 1): Newton's steps, halving where one would leave the bracket. */
export function gammaQuantile(a: number, p: number): number {
  let [low, high] = [0, Number.POSITIVE_INFINITY];
  let x = firstGuess(a, p);
  for (let round = 0; round < 200; round++) {
    const excess = gammaBelow(a, x) - p;
    if (excess < 0) low = x;
    else high = x;
    const newton = x - excess / Math.exp((a - 1) * Math.log(x) - x - logGamma(a));
    const halved = high === Number.POSITIVE_INFINITY ? x * 2 : (low + high) / 2;
    const next = newton > low && newton < high ? newton : halved;
    if (Math.abs(next - x) <= CLOSE * x || high - low <= CLOSE * x) return next;
    x = next;
  }
  return x;
}

/** Wilson and Hilferty 1931, held above 0. */
function firstGuess(a: number, p: number): number {
  const cube = 1 - 1 / (9 * a) + normalQuantile(p) / (3 * Math.sqrt(a));
  return Math.max(a * cube ** 3, a * p * 1e-3);
}

/** Probability that chi-square with `df` degrees of freedom exceeds `x`. */
export const chiSquareAbove = (x: number, df: number): number => gammaAbove(df / 2, x / 2);
