import type { DataSource } from 'typeorm';
import type { StreamRun } from '../warehouse/index.js';
import type { StreamKey } from './cursor.js';

/** How many records of a stream are held as standing, rejected ones included. Counts over indexes alone, as most records stand. */
export async function storedStanding(db: DataSource, { workspaceId, sourceId, stream }: StreamKey): Promise<number> {
  const [row]: { count: number }[] = await db.query(
    `select (
      (select count(*) from record where workspace_id = $1 and source_id = $2 and stream = $3)
      - (select count(*) from record where workspace_id = $1 and source_id = $2 and stream = $3 and deleted_at is not null)
      + (select count(*) from rejected_record where workspace_id = $1 and source_id = $2 and stream = $3 and resolved_at is null
        and not exists (select 1 from record where record.workspace_id = $1 and record.source_id = $2 and record.stream = $3
          and record.external_id = rejected_record.external_id and record.deleted_at is null))
    )::int as count`,
    [workspaceId, sourceId, stream],
  );
  return row?.count ?? 0;
}

/** What the source has standing more than is stored; null when nothing was compared. Less than nothing: deletions were missed. */
export const driftOf = ({ standingExpectedCount, standingStoredCount }: StreamRun): number | null =>
  standingExpectedCount === null || standingStoredCount === null ? null : standingExpectedCount - standingStoredCount;
