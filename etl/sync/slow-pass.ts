import type { Reread } from '../source/source.js';
import type { Cursor } from '../warehouse/index.js';
import { crashPoint } from './crash-point.js';
import { holdLease } from './lease.js';
import type { Pass } from './pass.js';
import { sweepStream } from './sweep.js';
import { takePage } from './take-page.js';

const HOUR = 3_600_000;

/** What is due beside the usual pass. `before`: the cursor as this run found it. */
export async function slowPasses(pass: Pass, before: Cursor): Promise<void> {
  const { db, key, run, reading, beganAt } = pass;
  const { sweep, reread } = pass.stream;
  if (sweep && isDue(before.sweptAt, sweep.hours, beganAt)) {
    run.goneCount += await sweepStream(db, sweep, { key, runId: reading.runId, beganAt, signal: reading.signal });
  }
  if (reread && isDue(before.rereadAt, reread.hours, beganAt)) await readAgain(pass, reread);
}

const isDue = (last: Date | null, hours: number, now: Date) => last === null || now.getTime() - last.getTime() >= hours * HOUR;

/** The cursor stays where it is: a pass cut short begins again. */
async function readAgain(pass: Pass, reread: Reread): Promise<void> {
  const { db, key, reading, beganAt } = pass;
  for await (const page of reread.pages(reading.signal)) {
    reading.signal.throwIfAborted();
    await takePage(pass, page, null);
    crashPoint('in reread');
  }
  reading.signal.throwIfAborted();
  await db.transaction(async (tx) => {
    await holdLease(tx, key.workspaceId, reading.runId);
    await tx.query(`update cursor set reread_at = $4 where workspace_id = $1 and source_id = $2 and stream = $3`, [
      key.workspaceId,
      key.sourceId,
      key.stream,
      beganAt,
    ]);
  });
}
