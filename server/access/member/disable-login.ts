import type { DataSource, EntityManager } from 'typeorm';
import { atTheDoor } from '../../../etl/warehouse/index.js';
import type { SignedIn } from '../signed-in.js';
import { assertOtherAdmin } from './last-admin.js';
import { assertRulesOver } from './rules-over.js';

export interface Disabling {
  workspaceId: string;
  loginId: string;
  signedIn: SignedIn;
  disabled: boolean;
  at: Date;
}

/** Lets nobody sign in with a member's login, or lets them again. Its sessions end. Throws ConflictException for the last admin and for one who is ruled elsewhere too. */
export async function disableLogin(db: DataSource, { workspaceId, loginId, signedIn, disabled, at }: Disabling): Promise<void> {
  await atTheDoor(() =>
    db.transaction(async (tx) => {
      await assertRulesOver(tx, loginId, { workspaceId, signedIn });
      if (disabled) await assertOthersRule(tx, loginId);
      await tx.query('update login set disabled_at = case when $2 then coalesce(disabled_at, $3) end where id = $1', [
        loginId,
        disabled,
        at,
      ]);
      if (disabled) await tx.query('delete from session where login_id = $1', [loginId]);
    }),
  );
}

/** In every workspace of which it is an admin. */
async function assertOthersRule(tx: EntityManager, loginId: string): Promise<void> {
  const ruled = await tx.query<{ workspaceId: string }[]>(
    `select workspace_id as "workspaceId" from member where login_id = $1 and role = 'admin' order by workspace_id`,
    [loginId],
  );
  for (const { workspaceId } of ruled) await assertOtherAdmin(tx, workspaceId, loginId);
}
