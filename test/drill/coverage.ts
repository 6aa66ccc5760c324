import { randomFor } from '../../etl/sandbox/company/random.js';
import { ALARMS, type Alarm } from './coverage/false-alarm.js';
import { coverageOf } from './coverage/trial.js';
import { TRIALS } from './coverage/trials.js';
import type { Tally } from './report.js';

const WIDTH = 46;

const SIZES = [10, 30, 100, 1000];

/** Where 95 % may lie after two thousand tries, and where it is called near enough. */
const [LEAST, MOST] = [0.93, 0.97];

/** How often 95 % limits hold what is so, for each statistic and each number of handoffs, over companies whose truth is known. */
export function drillCoverage({ companies, seed }: { companies: number; seed: number }): Tally {
  const tally = { passed: 0, failed: 0 };
  console.log(`${'95 % limits that cover the truth'.padEnd(WIDTH)}${SIZES.map((n) => `n = ${n}`.padStart(10)).join('')}`);
  for (const trial of TRIALS) {
    const cells = SIZES.map((n) => {
      const { said, covered } = coverageOf(trial, n, { companies, random: randomFor(seed, trial.name, n) });
      const share = covered / said;
      const near = share >= LEAST && share <= MOST;
      if (near || trial.why !== null) tally.passed += 1;
      else tally.failed += 1;
      return `${(share * 100).toFixed(1)} %${near ? ' ' : '*'}`.padStart(10);
    });
    console.log(`${trial.name.padEnd(WIDTH)}${cells.join('')}${trial.why === null ? '' : `  * ${trial.why}`}`);
  }
  for (const alarm of ALARMS) alarmed(alarm, { companies, seed, tally });
  return tally;
}

/** Three standard errors of the tries are chance. */
function alarmed(alarm: Alarm, { companies, seed, tally }: { companies: number; seed: number; tally: Tally }): void {
  const cells = SIZES.map((n) => {
    const random = randomFor(seed, alarm.name, n);
    let rung = 0;
    for (let i = 0; i < companies; i++) if (alarm.rings(random, n)) rung++;
    const share = rung / companies;
    const fine = share <= alarm.most + 3 * Math.sqrt((alarm.most * (1 - alarm.most)) / companies);
    if (fine) tally.passed += 1;
    else tally.failed += 1;
    return `${(share * 100).toFixed(1)} %${fine ? ' ' : '*'}`.padStart(10);
  });
  console.log(`${`false alarm: ${alarm.name}`.padEnd(WIDTH)}${cells.join('')}  at most ${alarm.most * 100} %`);
}
