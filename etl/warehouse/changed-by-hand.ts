import type { EntityManager } from 'typeorm';

/**
 * Says, with the change itself, that a person changed what questions are answered from: no answer that was read before is given
 * any more, by whatever process. What a sync brings does without, and is seen a moment later.
 */
export async function changedByHand(tx: EntityManager, workspaceId: string): Promise<void> {
  await tx.query('update workspace set by_hand_count = by_hand_count + 1 where id = $1', [workspaceId]);
}
