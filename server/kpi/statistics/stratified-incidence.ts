import { type DayCounts, incidence, logLogLimits } from './incidence.js';
import type { Interval } from './interval.js';
import { Z95 } from './normal.js';
import { wilson } from './wilson.js';

/** Who is followed together, and the day by which the event is wanted of them. */
export interface Stratum {
  counts: DayCounts;
  day: number;
}

export interface StratifiedShare extends Interval {
  n: number;
  share: number;
  se: number;
  /** Of one stratum at least, nobody was seen through its day, and not because all had ended. */
  short: boolean;
}

/**
 * The share that has the event by the day of its own stratum: cumulative incidences, weighted by how many each stratum holds. These weights are taken as
 * known, so the variances add up by their squares (direct standardisation; Kalbfleisch and Prentice 2002, ch. 4). Limits: log(-log), 95 % unless
 * another `z` is given; where they do not exist (0 or 1), Wilson's of those behind it. Null when there is nobody.
 */
export function stratifiedIncidence(strata: readonly Stratum[], z = Z95): StratifiedShare | null {
  const present = strata.map(({ counts, day }) => ({ curve: incidence(counts), day })).filter(({ curve }) => curve.n > 0);
  const n = sum(present.map(({ curve }) => curve.n));
  if (n === 0) return null;
  const parts = present.flatMap(({ curve, day }) => {
    const at = curve.at(day);
    return at ? [{ ...at, weight: curve.n / n, events: curve.events, short: !curve.complete && curve.lastDay < day }] : [];
  });
  const share = sum(parts.map((part) => part.weight * part.share));
  const se = Math.sqrt(sum(parts.map((part) => (part.weight * part.se) ** 2)));
  const [waiting, events] = [sum(parts.map(({ atRisk }) => atRisk)), sum(parts.map((part) => part.events))];
  const edge = share < 0.5 ? wilson(0, waiting, z) : wilson(events, Math.max(1, events), z);
  return { n, share, se, ...(logLogLimits(share, se, z) ?? edge), short: parts.some((part) => part.short) };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
