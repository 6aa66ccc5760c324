import type { Random } from '../../../etl/sandbox/company/random.js';

/** What a statistic said of one company, and what is so. A null limit is not bounded. */
export interface Said {
  low: number | null;
  high: number | null;
  truth: number;
}

export interface Trial {
  name: string;
  /** Where it falls short of 93 to 97 %, why. */
  why: string | null;
  /** Draws a company and `n` of its handoffs; null where the statistic says that it cannot say. */
  ask(random: Random, n: number): Said | null;
}

/** How often a statistic was right among the companies it said something of. */
export interface Coverage {
  said: number;
  covered: number;
}

export const covers = ({ low, high, truth }: Said): boolean => (low === null || low <= truth) && (high === null || high >= truth);

export function coverageOf({ ask }: Trial, n: number, { companies, random }: { companies: number; random: Random }): Coverage {
  const coverage = { said: 0, covered: 0 };
  for (let i = 0; i < companies; i++) {
    const said = ask(random, n);
    if (!said) continue;
    coverage.said += 1;
    if (covers(said)) coverage.covered += 1;
  }
  return coverage;
}
