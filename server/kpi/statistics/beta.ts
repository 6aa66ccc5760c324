import { logGamma } from './gamma.js';

const TINY = 1e-300;

/** Probability that a beta variable of shapes `a`, `b` >= 0.5 stays at or below `x` (regularised incomplete beta function, I). Abramowitz and Stegun 26.5.8, by modified Lentz. */
export function betaBelow(x: number, { a, b }: { a: number; b: number }): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  if (x > (a + 1) / (a + b + 2)) return 1 - (front * fraction(1 - x, { a: b, b: a })) / b;
  return (front * fraction(x, { a, b })) / a;
}

function fraction(x: number, { a, b }: { a: number; b: number }): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || TINY);
  let h = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    for (const term of [even, odd]) {
      d = 1 / (1 + term * d || TINY);
      c = 1 + term / c || TINY;
      h *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return h;
}
