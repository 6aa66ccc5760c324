import type { DataSource, EntityManager } from 'typeorm';
import type { Position } from '../source/source.js';
import { Cursor } from '../warehouse/index.js';

/** One stream of one source of one workspace. */
export interface StreamKey {
  workspaceId: string;
  sourceId: string;
  stream: string;
}

/** Where the stream stands; null before the first page, and for a stream that is read whole each time. */
export async function positionOf(db: DataSource, key: StreamKey): Promise<Position | null> {
  const cursor = await db.getRepository(Cursor).findOneBy(key);
  return (cursor?.position ?? null) as Position | null;
}

/** Moves the cursor; to be called in the transaction that writes what lies before `position`. */
export async function moveCursor(tx: EntityManager, key: StreamKey, { position, at }: { position: Position; at: Date }): Promise<void> {
  await tx.query(
    `insert into cursor (workspace_id, source_id, stream, position, moved_at) values ($1, $2, $3, $4, $5)
    on conflict (workspace_id, source_id, stream) do update set position = excluded.position, moved_at = excluded.moved_at`,
    [key.workspaceId, key.sourceId, key.stream, JSON.stringify(position), at],
  );
}

/** Notes that everything the source knew at `completeAt` has been read. The position stays where the last page left it. */
export async function completeCursor(tx: EntityManager, key: StreamKey, { completeAt, at }: { completeAt: Date; at: Date }): Promise<void> {
  await tx.query(
    `insert into cursor (workspace_id, source_id, stream, position, moved_at, complete_at) values ($1, $2, $3, 'null', $4, $5)
    on conflict (workspace_id, source_id, stream) do update set complete_at = excluded.complete_at, moved_at = excluded.moved_at`,
    [key.workspaceId, key.sourceId, key.stream, at, completeAt],
  );
}
