import type { EntityManager } from 'typeorm';
import { assertOtherAdmin } from './last-admin.js';

/**
 * Takes a member out of a workspace: their links, their tokens, and the mail they get there. Answers their address, null when
 * there is no such member. Throws ConflictException for the last admin.
 */
export async function removeMember(
  tx: EntityManager,
  { workspaceId, loginId, at }: { workspaceId: string; loginId: string; at: Date },
): Promise<string | null> {
  const [member] = await tx.query<{ role: string; email: string }[]>(
    'select m.role, l.email from member m join login l on l.id = m.login_id where m.workspace_id = $1 and m.login_id = $2',
    [workspaceId, loginId],
  );
  if (!member) return null;
  if (member.role === 'admin') await assertOtherAdmin(tx, workspaceId, loginId);
  await tx.query('update api_token set revoked_at = $3 where workspace_id = $1 and login_id = $2 and revoked_at is null', [
    ...[workspaceId, loginId, at],
  ]);
  await tx.query('delete from member where workspace_id = $1 and login_id = $2', [workspaceId, loginId]);
  await forgetRecipient(tx, workspaceId, member.email);
  return member.email;
}

/** Nothing more is mailed to who has left, unless an admin types the address again. */
async function forgetRecipient(tx: EntityManager, workspaceId: string, email: string): Promise<void> {
  await tx.query(
    `update report set recipients = array(select kept from unnest(recipients) with ordinality as listed (kept, place)
       where lower(kept) <> $2 order by place)
     where workspace_id = $1 and exists (select 1 from unnest(recipients) as listed (kept) where lower(kept) = $2)`,
    [workspaceId, email],
  );
  await tx.query(
    `update report_delivery set status = 'failed', error = 'No longer a member of the workspace.'
     where workspace_id = $1 and lower(recipient) = $2 and status = 'pending'`,
    [workspaceId, email],
  );
}
