import type { EntityManager } from 'typeorm';
import type { Gone } from '../source/source.js';
import type { StreamKey } from './cursor.js';
import { factTables } from './fact-table.js';

/** Stands before the hash of a record that the source's silence or word deleted, not its own payload: whatever comes of it again is news. */
const GONE = 'gone:';

/**
 * Marks records, and the rows read from them, as deleted; how many were standing. Unknown ids are nothing to mark, and
 * a record that has changed since it was deleted stands. `at` is the moment for those whose own is not known.
 */
export async function markGone(tx: EntityManager, key: StreamKey, { gone, at }: { gone: Gone[]; at: Date }): Promise<number> {
  if (gone.length === 0) return 0;
  const moments = new Map(gone.map((one) => [one.externalId, one.at]));
  const ids = [...moments.keys()];
  const [marked]: [{ external_id: string }[], number] = await tx.query(
    `update record set deleted_at = coalesce(gone.at, $4), hash = '${GONE}' || record.hash, source_at = greatest(record.source_at, gone.at)
    from unnest($5::text[], $6::timestamptz[]) as gone (external_id, at)
    where record.workspace_id = $1 and record.source_id = $2 and record.stream = $3 and record.external_id = gone.external_id
      and record.deleted_at is null and (gone.at is null or record.source_at is null or record.source_at < gone.at + interval '1 second')
    returning record.external_id`,
    [...keyOf(key), at, ids, [...moments.values()]],
  );
  await resolveGone(tx, key, { ids, at });
  const markedIds = marked.map(({ external_id }) => external_id);
  if (markedIds.length === 0) return 0;
  for (const { name } of factTables(tx)) {
    await tx.query(
      `update ${name} set deleted_at = record.deleted_at from record
      where record.workspace_id = $1 and record.source_id = $2 and record.stream = $3 and record.external_id = any($4)
        and ${name}.workspace_id = $1 and ${name}.source_id = $2 and ${name}.stream = $3 and ${name}.record_id = record.external_id
        and ${name}.deleted_at is null`,
      [...keyOf(key), markedIds],
    );
  }
  await notePending(tx, key, markedIds);
  return markedIds.length;
}

/** Lets records stand again that were marked only because the source did not name them, and names now. */
export async function unmarkGone(tx: EntityManager, key: StreamKey, ids: string[]): Promise<void> {
  for (const { name } of factTables(tx)) {
    await tx.query(
      `update ${name} set deleted_at = null from record
      where record.workspace_id = $1 and record.source_id = $2 and record.stream = $3 and record.external_id = any($4)
        and starts_with(record.hash, '${GONE}')
        and ${name}.workspace_id = $1 and ${name}.source_id = $2 and ${name}.stream = $3 and ${name}.record_id = record.external_id
        and ${name}.deleted_at = record.deleted_at`,
      [...keyOf(key), ids],
    );
  }
  await tx.query(
    `update record set deleted_at = null, hash = substr(hash, ${GONE.length + 1})
    where workspace_id = $1 and source_id = $2 and stream = $3 and external_id = any($4) and starts_with(hash, '${GONE}')`,
    [...keyOf(key), ids],
  );
  await notePending(tx, key, ids);
}

/** What is no longer in the source is nothing to wait for. */
async function resolveGone(tx: EntityManager, key: StreamKey, { ids, at }: { ids: string[]; at: Date }): Promise<void> {
  await tx.query(
    `update rejected_record set resolved_at = $4
    where workspace_id = $1 and source_id = $2 and stream = $3 and external_id = any($5) and resolved_at is null`,
    [...keyOf(key), at, ids],
  );
}

async function notePending(tx: EntityManager, key: StreamKey, ids: string[]): Promise<void> {
  await tx.query(
    `insert into pending_change (workspace_id, source_id, stream, record_id)
    select $1, $2, $3, unnest($4::text[]) on conflict (workspace_id, source_id, stream, record_id) do nothing`,
    [...keyOf(key), ids],
  );
}

const keyOf = ({ workspaceId, sourceId, stream }: StreamKey) => [workspaceId, sourceId, stream];
