import type { DataSource, EntityManager } from 'typeorm';
import { atTheDoor } from '../../../etl/warehouse/index.js';
import { endSessions } from '../session/end-sessions.js';
import { makeRecoveryCodes } from './recovery-codes.js';

interface Whose {
  loginId: string;
  /** The session that asks, which goes on; null: none does. */
  except: string | null;
}

/** Keeps a secret that is not asked for yet, in place of any begun before. */
export const keepSecondFactor = (db: DataSource, loginId: string, sealed: string): Promise<unknown> =>
  atTheDoor(() =>
    db.query('update login set totp_sealed = $2, totp_last_step = null where id = $1 and totp_confirmed_at is null', [loginId, sealed]),
  );

/** From now on it is asked for. Ends the other sessions and answers the recovery codes. */
export const confirmSecondFactor = (db: DataSource, { loginId, except }: Whose, now: Date): Promise<string[]> =>
  atTheDoor(() =>
    db.transaction(async (tx) => {
      await tx.query('update login set totp_confirmed_at = $2 where id = $1', [loginId, now]);
      await endSessions(tx, loginId, except);
      return makeRecoveryCodes(tx, loginId);
    }),
  );

/** It is not asked for any more, and nothing of it is left. */
export const removeSecondFactor = (db: DataSource, { loginId, except }: Whose): Promise<boolean> =>
  atTheDoor(() => db.transaction((tx) => forgetSecondFactor(tx, loginId, except)));

/** The same at the door and within `tx`, for one who has lost it: without `except` every session ends. False when there was none. */
export async function forgetSecondFactor(tx: EntityManager, loginId: string, except: string | null = null): Promise<boolean> {
  const [, count] = await tx.query<[unknown[], number]>(
    'update login set totp_sealed = null, totp_confirmed_at = null, totp_last_step = null where id = $1 and totp_confirmed_at is not null',
    [loginId],
  );
  if (count === 0) return false;
  await tx.query('delete from recovery_code where login_id = $1', [loginId]);
  await endSessions(tx, loginId, except);
  return true;
}
