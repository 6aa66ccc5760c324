import { ConflictException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/**
 * Throws ConflictException when nobody but this one could rule the workspace. Until `tx` ends no other admin is taken away
 * either: two who demote each other at once do not both succeed.
 */
export async function assertOtherAdmin(tx: EntityManager, workspaceId: string, loginId: string): Promise<void> {
  await tx.query(`select login_id from member where workspace_id = $1 and role = 'admin' order by login_id for update`, [workspaceId]);
  const [other] = await tx.query<unknown[]>(
    `select 1 from member m join login l on l.id = m.login_id
     where m.workspace_id = $1 and m.role = 'admin' and m.login_id <> $2 and l.disabled_at is null limit 1`,
    [workspaceId, loginId],
  );
  if (!other) throw new ConflictException('This is the last admin of the workspace. Make somebody else an admin first.');
}
