import type { DataSource } from 'typeorm';
import { Cursor } from '../etl/warehouse/index.js';

const GONE = 50;

/** What a sync does to what questions are answered from: handoffs go, and more has been read. When it was read through. */
export async function playedSync(db: DataSource, workspaceId: string, completeAt: Date): Promise<string> {
  await db.query('update workspace set revision = revision + 1 where id = $1', [workspaceId]);
  await db.query(
    `update handoff set removed_at = $2, revision = w.revision from workspace w
     where w.id = $1 and workspace_id = $1 and handoff.id in (
       select id from handoff where workspace_id = $1 and removed_at is null limit $3)`,
    [workspaceId, completeAt, GONE],
  );
  await db.getRepository(Cursor).update({ workspaceId }, { completeAt });
  return completeAt.toISOString();
}
