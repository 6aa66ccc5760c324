import type { Random } from '../../../etl/sandbox/company/random.js';
import { kitagawa } from '../../../server/kpi/statistics/kitagawa.js';
import { wilson } from '../../../server/kpi/statistics/wilson.js';
import type { Said } from './trial.js';

const GROUPS = 4;

/** Four groups of unlike size and rate in two periods of `n`; the truth is at the mix that came about, as the statistic takes it for known. */
export function ratePart(random: Random, n: number): Said | null {
  const groups = Array.from({ length: GROUPS }, () => ({ now: random.between(0.05, 0.9), before: random.between(0.05, 0.9) }));
  const [sizes, sizesBefore] = [deal(random, n), deal(random, n)];
  const strata = groups.map(({ now, before }, g) => ({
    now: { sum: times(random, sizes[g] ?? 0, now), over: sizes[g] ?? 0 },
    before: { sum: times(random, sizesBefore[g] ?? 0, before), over: sizesBefore[g] ?? 0 },
  }));
  const parts = kitagawa(strata, ({ sum, over }) => ({ value: sum / over, limits: (z) => wilson(sum, over, z) }));
  const truth = groups.reduce((sum, { now, before }, g) => {
    const [one, two] = [sizes[g] ?? 0, sizesBefore[g] ?? 0];
    return one > 0 && two > 0 ? sum + ((now - before) * (one / n + two / n)) / 2 : sum;
  }, 0);
  return parts && { low: parts.rateLimits.low, high: parts.rateLimits.high, truth };
}

function deal(random: Random, n: number): number[] {
  const sizes = new Array<number>(GROUPS).fill(0);
  for (let i = 0; i < n; i++) {
    const group = Math.floor(GROUPS * random.next() ** 1.6);
    sizes[group] = (sizes[group] ?? 0) + 1;
  }
  return sizes;
}

function times(random: Random, n: number, p: number): number {
  let count = 0;
  for (let i = 0; i < n; i++) if (random.chance(p)) count++;
  return count;
}
