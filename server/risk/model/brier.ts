import type { Interval } from '../../kpi/statistics/interval.js';
import { Z95 } from '../../kpi/statistics/normal.js';

/** A chance that was said, the base rate that could have been said instead, and what came. */
export interface Said {
  chance: number;
  base: number;
  churned: boolean;
  handoff: number;
}

/** Mean squared distance between what was said and what came: 0 is perfect. Null with nothing said. Brier 1950, Monthly Weather Review 78:1. */
export function brier(said: readonly Said[], of: (one: Said) => number = ({ chance }) => chance): number | null {
  if (said.length === 0) return null;
  return said.reduce((sum, one) => sum + squared(one, of(one)), 0) / said.length;
}

/**
 * By which share the chances come nearer to the truth than the base rate: 0 is no better, 1 is perfect, below 0 is worse.
 * 95 % limits by the variance of a ratio, summed by handoff. Null when there is nothing to be nearer to.
 */
export function brierSkill(said: readonly Said[]): (Interval & { value: number }) | null {
  const sums = new Map<number, { own: number; base: number }>();
  let [own, base] = [0, 0];
  for (const one of said) {
    const sum = sums.get(one.handoff) ?? { own: 0, base: 0 };
    sum.own += squared(one, one.chance);
    sum.base += squared(one, one.base);
    own += squared(one, one.chance);
    base += squared(one, one.base);
    sums.set(one.handoff, sum);
  }
  if (base === 0 || sums.size < 2) return null;
  const ratio = own / base;
  let spread = 0;
  for (const sum of sums.values()) spread += (sum.own - ratio * sum.base) ** 2;
  const half = (Z95 * Math.sqrt((spread * sums.size) / (sums.size - 1))) / base;
  return { value: 1 - ratio, low: 1 - ratio - half, high: 1 - ratio + half };
}

const squared = ({ churned }: Said, chance: number) => ((churned ? 1 : 0) - chance) ** 2;
