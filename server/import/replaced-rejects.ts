import type { DataSource } from 'typeorm';
import { Cursor, type StreamRun } from '../../etl/warehouse/index.js';

interface Place {
  workspaceId: string;
  sourceId: string;
}

/** Where each file stood before an import, by stream. */
export type Positions = Map<string, { end?: number }>;

export async function positions(db: DataSource, { workspaceId, sourceId }: Place): Promise<Positions> {
  const cursors = await db.getRepository(Cursor).findBy({ workspaceId, sourceId });
  return new Map(cursors.map(({ stream, position }) => [stream, (position ?? {}) as { end?: number }]));
}

/**
 * A newer version of a file replaces all that was refused of the older one: what is still wrong has been refused again.
 * An import that went on where another was interrupted has read only the rest, and settles nothing.
 */
export async function resolveReplaced(
  db: DataSource,
  given: Place & { before: Positions; streams: StreamRun[]; now: Date },
): Promise<void> {
  const whole = given.streams.filter(({ stream, error, readCount }) => !error && readCount > 0 && given.before.get(stream)?.end === 1);
  for (const { stream, startedAt } of whole) {
    await db.query(
      `update rejected_record set resolved_at = $5
        where workspace_id = $1 and source_id = $2 and stream = $3 and resolved_at is null and last_read_at < $4`,
      [given.workspaceId, given.sourceId, stream, startedAt, given.now],
    );
  }
}
