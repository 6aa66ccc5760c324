import type { DataSource } from 'typeorm';

// While changes wait to be derived, the handoffs know only what the last derivation knew.
export const COMPLETE_THROUGH = `
  select case
      when exists (select from pending_change where workspace_id = $1)
        then (select known_until from derivation where workspace_id = $1 order by at desc limit 1)
      when count(*) = count(cursor.complete_at) then min(cursor.complete_at)
    end as complete_at
  from cursor
  join source on source.workspace_id = cursor.workspace_id and source.id = cursor.source_id
  where cursor.workspace_id = $1`;

/**
 * Through when everything every source knew has been read, and is in the handoffs; null before the first full pass of all their streams.
 * A source without streams is left out. Ask it before the handoffs: they may know more than it says, never less.
 */
export async function dataAsOf(db: DataSource, workspaceId: string): Promise<Date | null> {
  const [row] = await db.query<{ complete_at: Date | null }[]>(COMPLETE_THROUGH, [workspaceId]);
  return row?.complete_at ?? null;
}
