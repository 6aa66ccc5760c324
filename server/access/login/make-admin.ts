import type { DataSource } from 'typeorm';
import { atTheDoor, Member } from '../../../etl/warehouse/index.js';
import { makeLogin } from './logins.js';

interface NewAdmin {
  email: string;
  name: string;
  passwordHash: string;
  workspaceId: string;
}

/** A login that is admin of a workspace. Null when the e-mail has a login already; then nothing was made. */
export function makeAdmin(db: DataSource, { email, name, passwordHash, workspaceId }: NewAdmin, now: Date): Promise<string | null> {
  return atTheDoor(() =>
    db.transaction(async (tx) => {
      const loginId = await makeLogin(tx, { email, name, passwordHash, emailVerified: false }, now);
      if (!loginId) return null;
      // Who makes it is in with it.
      await tx.query('update login set last_sign_in_at = $2 where id = $1', [loginId, now]);
      await tx.getRepository(Member).insert({ workspaceId, loginId, role: 'admin', visibility: 'all', teamId: null, joinedAt: now });
      return loginId;
    }),
  );
}
