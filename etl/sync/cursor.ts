import type { EntityManager } from 'typeorm';
import type { Position } from '../source/source.js';

/** One stream of one source of one workspace. */
export interface StreamKey {
  workspaceId: string;
  sourceId: string;
  stream: string;
}

/** Moves the cursor; to be called in the transaction that writes what lies before `position`. */
export async function moveCursor(tx: EntityManager, key: StreamKey, { position, at }: { position: Position; at: Date }): Promise<void> {
  await tx.query(
    `insert into cursor (workspace_id, source_id, stream, position, moved_at) values ($1, $2, $3, $4, $5)
    on conflict (workspace_id, source_id, stream) do update set position = excluded.position, moved_at = excluded.moved_at`,
    [key.workspaceId, key.sourceId, key.stream, JSON.stringify(position), at],
  );
}

/**
 * Notes that everything the source knew at `completeAt` has been read. The position stays where the last page left it.
 * The first pass that comes to its end counts as a sweep and a re-read too.
 */
export async function completeCursor(
  tx: EntityManager,
  key: StreamKey,
  { completeAt, beganAt, at }: { completeAt: Date; beganAt: Date; at: Date },
): Promise<void> {
  await tx.query(
    `insert into cursor (workspace_id, source_id, stream, position, moved_at, complete_at, swept_at, reread_at)
    values ($1, $2, $3, 'null', $4, $5, $6, $6)
    on conflict (workspace_id, source_id, stream) do update set complete_at = excluded.complete_at, moved_at = excluded.moved_at,
      swept_at = case when cursor.complete_at is null then excluded.swept_at else cursor.swept_at end,
      reread_at = case when cursor.complete_at is null then excluded.reread_at else cursor.reread_at end`,
    [key.workspaceId, key.sourceId, key.stream, at, completeAt, beganAt],
  );
}
