import type { DataSource } from 'typeorm';

const COMPLETE_THROUGH = `
  select case when count(*) = count(cursor.complete_at) then min(cursor.complete_at) end as complete_at
  from cursor
  join source on source.workspace_id = cursor.workspace_id and source.id = cursor.source_id
  where cursor.workspace_id = $1`;

/** Through when everything every source knew has been read; null before the first full pass of all their streams. A source without streams is left out. */
export async function dataAsOf(db: DataSource, workspaceId: string): Promise<Date | null> {
  const [row] = await db.query<{ complete_at: Date | null }[]>(COMPLETE_THROUGH, [workspaceId]);
  return row?.complete_at ?? null;
}
