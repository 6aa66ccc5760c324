import { randomFor } from '../../etl/sandbox/company/random.js';
import { coverageOf } from './coverage/trial.js';
import { TRIALS } from './coverage/trials.js';
import type { Tally } from './report.js';

const SIZES = [10, 30, 100, 1000];

/** Where 95 % may lie after two thousand tries, and where it is called near enough. */
const [LEAST, MOST] = [0.93, 0.97];

/** How often 95 % limits hold what is so, for each statistic and each number of handoffs, over companies whose truth is known. */
export function drillCoverage({ companies, seed }: { companies: number; seed: number }): Tally {
  const tally = { passed: 0, failed: 0 };
  console.log(`${'95 % limits that cover the truth'.padEnd(38)}${SIZES.map((n) => `n = ${n}`.padStart(10)).join('')}`);
  for (const trial of TRIALS) {
    const cells = SIZES.map((n) => {
      const { said, covered } = coverageOf(trial, n, { companies, random: randomFor(seed, trial.name, n) });
      const share = covered / said;
      const near = share >= LEAST && share <= MOST;
      if (near || trial.why !== null) tally.passed += 1;
      else tally.failed += 1;
      return `${(share * 100).toFixed(1)} %${near ? ' ' : '*'}`.padStart(10);
    });
    console.log(`${trial.name.padEnd(38)}${cells.join('')}${trial.why === null ? '' : `  * ${trial.why}`}`);
  }
  return tally;
}
