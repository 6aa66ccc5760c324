import type { DataSource, EntityManager } from 'typeorm';
import type { Sweep } from '../source/source.js';
import { SourceError } from '../source/source-error.js';
import { Cursor } from '../warehouse/index.js';
import { crashPoint } from './crash-point.js';
import type { StreamKey } from './cursor.js';
import { believable, type Doubt, doubtAfter, doubtWords } from './doubt.js';
import { holdLease } from './lease.js';
import { markGone, unmarkGone } from './mark-gone.js';
import {
  beginNaming,
  countHeard,
  forgetNames,
  missingRejected,
  type NamingKey,
  nameRecords,
  nextMissing,
  nextReturned,
} from './named-record.js';

export interface Sweeping {
  key: StreamKey;
  runId: string;
  /** When this run began with the stream. */
  beganAt: Date;
  signal: AbortSignal;
}

/** How long a whole list must keep silent about most of what it named before, until it is believed. */
const WHOLE_HOURS = 1;

/**
 * Asks for everything that stands and marks what was stored before this run and was not named; how many records that were.
 * Cut short it marks nothing. Throws a SourceError when the answer is too short to be believed at once.
 */
export async function sweepStream(db: DataSource, sweep: Sweep, { key, runId, beganAt, signal }: Sweeping): Promise<number> {
  const naming = { ...key, runId };
  await beginNaming(db, naming);
  for await (const ids of sweep.ids(signal)) {
    signal.throwIfAborted();
    await nameRecords(db, naming, ids);
    crashPoint('in sweep');
  }
  signal.throwIfAborted();
  return endNaming(db, naming, { hours: sweep.hours, at: beganAt, before: beganAt });
}

/** After a pass that named all there is: marks the rest. */
export const endWhole = (db: DataSource, naming: NamingKey, at: Date): Promise<number> =>
  endNaming(db, naming, { hours: WHOLE_HOURS, at, before: null });

interface Ending {
  hours: number;
  /** When the pass began: the moment of deletion of what it did not name. */
  at: Date;
  /** Only records last written before this are judged; null for all. */
  before: Date | null;
}

async function endNaming(db: DataSource, naming: NamingKey, ending: Ending): Promise<number> {
  const heard = await countHeard(db, naming, ending.before);
  const earlier = await doubtOf(db, naming);
  const believed = believable(heard, earlier, ending);
  crashPoint('before marks');
  const marked = believed ? await markMissing(db, naming, ending) : 0;
  await noteSwept(db, naming, { at: ending.at, doubt: believed ? null : doubtAfter(heard, earlier, ending.at) });
  if (!believed) throw new SourceError('vendor', doubtWords(naming.stream, heard, ending.hours));
  return marked;
}

async function markMissing(db: DataSource, naming: NamingKey, { at, before }: Ending): Promise<number> {
  const marked = await inBatches(db, naming, async (tx, after) => {
    const ids = await nextMissing(tx, naming, { after, before });
    const count = await markGone(tx, naming, { gone: ids.map((externalId) => ({ externalId, at: null })), at });
    return { ids, count };
  });
  await inBatches(db, naming, async (tx, after) => {
    const ids = await nextReturned(tx, naming, { after, before });
    if (ids.length > 0) await unmarkGone(tx, naming, ids);
    return { ids, count: ids.length };
  });
  await db.transaction(async (tx) => {
    await holdLease(tx, naming.workspaceId, naming.runId);
    const ids = await missingRejected(tx, naming, before);
    await markGone(tx, naming, { gone: ids.map((externalId) => ({ externalId, at: null })), at });
  });
  return marked;
}

type Batch = (tx: EntityManager, after: string) => Promise<{ ids: string[]; count: number }>;

/** One transaction each, in the order of the ids; cut in between, the next pass does the rest. */
async function inBatches(db: DataSource, { workspaceId, runId }: NamingKey, batch: Batch): Promise<number> {
  let total = 0;
  for (let after = ''; ; ) {
    const { ids, count } = await db.transaction(async (tx) => {
      await holdLease(tx, workspaceId, runId);
      const done = await batch(tx, after);
      if (done.count > 0) crashPoint('in marks');
      return done;
    });
    total += count;
    const last = ids.at(-1);
    if (last === undefined) return total;
    after = last;
  }
}

async function doubtOf(db: DataSource, { workspaceId, sourceId, stream }: StreamKey): Promise<Doubt | null> {
  const cursor = await db.getRepository(Cursor).findOneBy({ workspaceId, sourceId, stream });
  return (cursor?.doubt ?? null) as Doubt | null;
}

async function noteSwept(db: DataSource, naming: NamingKey, { at, doubt }: { at: Date; doubt: Doubt | null }): Promise<void> {
  await db.transaction(async (tx) => {
    await holdLease(tx, naming.workspaceId, naming.runId);
    await forgetNames(tx, naming);
    await tx.query(`update cursor set swept_at = $4, doubt = $5 where workspace_id = $1 and source_id = $2 and stream = $3`, [
      naming.workspaceId,
      naming.sourceId,
      naming.stream,
      at,
      doubt === null ? null : JSON.stringify(doubt),
    ]);
  });
}
