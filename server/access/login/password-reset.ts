import { createHash, randomBytes } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { atTheDoor } from '../../../etl/warehouse/index.js';
import { endSessions } from '../session/end-sessions.js';
import type { Whose } from './password-rule.js';

/** A link for a new password works once, within this time. */
export const RESET_HOURS = 24;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** Makes a token that sets a new password once, in place of any made before, and keeps only its hash. */
export function makePasswordReset(db: DataSource, loginId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + RESET_HOURS * 3_600_000);
  return atTheDoor(() =>
    db.transaction(async (tx) => {
      await tx.query('delete from password_reset where login_id = $1 or expires_at <= $2', [loginId, now]);
      await tx.query('insert into password_reset (token_hash, login_id, expires_at) values ($1, $2, $3)', [
        hashOf(token),
        loginId,
        expiresAt,
      ]);
      return token;
    }),
  );
}

/** Whose password a token sets; null when it is wrong, used or expired, or its login is disabled. */
export async function readPasswordReset(db: DataSource, token: string, now: Date): Promise<(Whose & { loginId: string }) | null> {
  const [found] = await atTheDoor(() =>
    db.query<(Whose & { loginId: string })[]>(
      `select l.id as "loginId", l.email, l.name from password_reset r join login l on l.id = r.login_id
        where r.token_hash = $1 and r.used_at is null and r.expires_at > $2 and l.disabled_at is null`,
      [hashOf(token), now],
    ),
  );
  return found ?? null;
}

export interface Spending {
  token: string;
  passwordHash: string;
  /** Writes it down, if and only if it happens. */
  note(tx: EntityManager): Promise<void>;
}

/** Sets the password of the token's login and ends its sessions. False when the token was used meanwhile: of two at once one succeeds. */
export function spendPasswordReset(db: DataSource, { token, passwordHash, note }: Spending, now: Date): Promise<boolean> {
  return atTheDoor(() =>
    db.transaction(async (tx) => {
      const [[used]] = await tx.query<[{ loginId: string }[], number]>(
        `update password_reset set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2 returning login_id as "loginId"`,
        [hashOf(token), now],
      );
      if (!used) return false;
      await tx.query('update login set password_hash = $2, password_changed_at = $3 where id = $1', [used.loginId, passwordHash, now]);
      await endSessions(tx, used.loginId);
      await note(tx);
      return true;
    }),
  );
}
