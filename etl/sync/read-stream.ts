import type { DataSource } from 'typeorm';
import type { Position, Stream } from '../source/source.js';
import { Cursor, type StreamRun } from '../warehouse/index.js';
import { crashPoint } from './crash-point.js';
import { completeCursor } from './cursor.js';
import { holdLease } from './lease.js';
import { beginNaming } from './named-record.js';
import { type Pass, passOf, type Reading } from './pass.js';
import { storedStanding } from './reconcile.js';
import { slowPasses } from './slow-pass.js';
import { endWhole } from './sweep.js';
import { requested, retryRejected, takePage } from './take-page.js';

/** Reads one stream on from where it stopped, to its end, then does what is due beside it, counting into `run`. Throws what the source or the database throws. */
export async function readStream(db: DataSource, stream: Stream, run: StreamRun, reading: Reading): Promise<void> {
  const pass = passOf(db, stream, { run, reading });
  const { key } = pass;
  const before = await db.getRepository(Cursor).findOneBy(key);
  await retryRejected(pass);
  await readOn(pass, (before?.position ?? null) as Position | null);
  if (stream.whole) run.goneCount += await endWhole(db, { ...key, runId: reading.runId }, pass.beganAt);
  // The first full pass has just done the work of a sweep and of a re-read.
  if (before === null || before.completeAt === null) crashPoint('after first load');
  else await slowPasses(pass, before);
  await reconcile(pass);
}

async function readOn(pass: Pass, from: Position | null): Promise<void> {
  const { db, stream, key, reading, beganAt } = pass;
  if (stream.whole) await beginNaming(db, { ...key, runId: reading.runId });
  for await (const page of requested(stream.pages(from, reading.signal))) {
    reading.signal.throwIfAborted();
    await takePage(pass, page, page.position);
  }
  reading.signal.throwIfAborted();
  const completeAt = (await stream.knownUntil?.()) ?? new Date(beganAt.getTime() - (stream.lagSeconds ?? 0) * 1000);
  await db.transaction(async (tx) => {
    await holdLease(tx, key.workspaceId, reading.runId);
    await completeCursor(tx, key, { completeAt, beganAt, at: reading.now() });
  });
}

/** Holds what is stored against the source's own count, where it has one. */
async function reconcile({ db, stream, key, run, reading }: Pass): Promise<void> {
  if (!stream.standing) return;
  crashPoint('before count');
  const expected = await stream.standing(reading.signal);
  if (expected === null) return;
  run.standingExpectedCount = expected;
  run.standingStoredCount = await storedStanding(db, key);
  run.standingCountedAt = reading.now();
}
