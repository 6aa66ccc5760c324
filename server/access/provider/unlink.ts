import type { DataSource } from 'typeorm';
import { atTheDoor } from '../../../etl/warehouse/index.js';
import { endSessions } from '../session/end-sessions.js';

/**
 * Takes a login apart from whoever it is at the provider, and ends its sessions but the one that asks. An equal address does not put
 * them together again, only its owner does. False when it was linked to nobody.
 */
export function unlink(db: DataSource, { loginId, except }: { loginId: string; except: string }, now: Date): Promise<boolean> {
  return atTheDoor(() =>
    db.transaction(async (tx) => {
      const [, count] = await tx.query<[unknown[], number]>('delete from login_identity where login_id = $1', [loginId]);
      if (count === 0) return false;
      await tx.query('update login set unlinked_at = $2 where id = $1', [loginId, now]);
      await endSessions(tx, loginId, except);
      return true;
    }),
  );
}
