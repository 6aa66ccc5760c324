import type { DataSource, EntityManager } from 'typeorm';
import { deriveHandoffs } from '../handoff/derive.js';
import { factTables } from './fact-table.js';
import { takeLease } from './lease.js';

export interface Forgotten {
  records: number;
  changedHandoffs: number;
}

/** Deletes a source with all that was read from it, and derives what is left. Throws RunInProgress while it is being read. */
export async function forgetSource(
  db: DataSource,
  { workspaceId, sourceId, at }: { workspaceId: string; sourceId: string; at: Date },
): Promise<Forgotten> {
  const lease = await takeLease(db, { workspaceId, sourceId, trigger: 'hand', at });
  try {
    const records = await db.transaction((tx) => forget(tx, workspaceId, sourceId));
    const { changed } = await deriveHandoffs(db, workspaceId);
    await db.transaction((tx) => forgetHandoffs(tx, workspaceId, sourceId));
    return { records, changedHandoffs: changed };
  } finally {
    // Its row went with the source; what is left to end is the heartbeat, or the run of a deletion that failed.
    await lease.end({ at, outcome: 'failed', errorKind: null, error: 'The source was not deleted.' });
  }
}

/** Beside records and facts. What people decided about the source goes with it. */
const REST = [
  'rejected_record',
  'cursor',
  'sync_run',
  'mapping_version',
  'hand_match',
  'webhook_receipt',
  'webhook_change',
  'named_record',
  'kept_row',
];

async function forget(tx: EntityManager, workspaceId: string, sourceId: string): Promise<number> {
  const of = 'where workspace_id = $1 and source_id = $2';
  await tx.query(
    `insert into pending_change (workspace_id, source_id, stream, record_id)
    select workspace_id, source_id, stream, external_id from record ${of}
    on conflict (workspace_id, source_id, stream, record_id) do nothing`,
    [workspaceId, sourceId],
  );
  for (const { name } of factTables(tx)) await tx.query(`delete from ${name} ${of}`, [workspaceId, sourceId]);
  const [, records] = await tx.query<[unknown, number]>(`delete from record ${of}`, [workspaceId, sourceId]);
  for (const table of REST) await tx.query(`delete from ${table} ${of}`, [workspaceId, sourceId]);
  await tx.query('delete from source where workspace_id = $1 and id = $2', [workspaceId, sourceId]);
  return records;
}

/** What was removed stays as a row with its names, so that others can be told; of a source that is forgotten it goes. */
async function forgetHandoffs(tx: EntityManager, workspaceId: string, sourceId: string): Promise<void> {
  const removed = `select id from handoff where workspace_id = $1 and source_id = $2 and removed_at is not null`;
  await tx.query(`delete from restatement where workspace_id = $1 and handoff_id in (${removed})`, [workspaceId, sourceId]);
  await tx.query(`delete from episode_verdict where workspace_id = $1 and source_id = $2`, [workspaceId, sourceId]);
  await tx.query(`delete from handoff where workspace_id = $1 and source_id = $2 and removed_at is not null`, [workspaceId, sourceId]);
}
