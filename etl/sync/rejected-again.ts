import type { DataSource } from 'typeorm';
import type { StreamKey } from './cursor.js';

/** Most that are tried again in one run. */
const MOST = 1_000;

/** Payloads that were rejected and not resolved since, the longest waiting first: a mended mapping or program may read them now. */
export async function openRejected(db: DataSource, { workspaceId, sourceId, stream }: StreamKey): Promise<unknown[]> {
  const rows: { payload: unknown }[] = await db.query(
    `select payload from rejected_record
    where workspace_id = $1 and source_id = $2 and stream = $3 and resolved_at is null
    order by first_read_at, external_id limit $4`,
    [workspaceId, sourceId, stream, MOST],
  );
  return rows.map(({ payload }) => payload);
}
