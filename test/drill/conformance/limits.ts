import { setTimeout as wait } from 'node:timers/promises';
import { RunInProgress } from '../../../etl/sync/run-in-progress.js';
import { type Life, living } from '../life.js';
import { must, mustSucceed } from '../must.js';
import type { Check } from './check.js';
import { mustBeRead } from './reading.js';

const WORKERS = 3;
const MOST_RECORDS = 2_000;

/** Three workers want the same source at once, until each has read it. Waiting is real. */
export const limitsKept: Check = {
  name: 'limits kept',
  needs: 'limit',
  run: ({ db, exercise }) =>
    living(db, exercise, {
      begun: { records: Math.min(MOST_RECORDS, 20 * (exercise.pageSize ?? 50)), strict: true },
      drill: async (life) => {
        const refusals = await Promise.all(Array.from({ length: WORKERS }, () => readOnce(life)));
        await mustBeRead(life);
        const refused = life.rehearsal.refused();
        const asked = [...(life.rehearsal.http?.requests.values() ?? [])].reduce((sum, count) => sum + count, 0);
        must(refused === 0, `${refused} of ${asked} requests were over a limit`);
        return `${asked} requests by ${WORKERS} workers, 0 over a limit, ${refusals.reduce((sum, count) => sum + count, 0)} turns waited for`;
      },
    }),
};

/** How often another worker was at it. */
async function readOnce(life: Life): Promise<number> {
  for (let refusals = 0; ; refusals++) {
    try {
      mustSucceed(await life.sync({ signal: AbortSignal.timeout(600_000) }), 'run');
      return refusals;
    } catch (error) {
      if (!(error instanceof RunInProgress)) throw error;
      await wait(100);
    }
  }
}
