import { createHash, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { SignInLink } from '../../etl/warehouse/index.js';

/** A sign-in link works once, within this time. */
export const LINK_HOURS = 24;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** Makes a token that signs in once, and keeps only its hash. Links that have expired are forgotten. */
export async function makeSignInToken(db: DataSource, workspaceId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db.query('delete from sign_in_link where expires_at <= $1', [now]);
  const expiresAt = new Date(now.getTime() + LINK_HOURS * 3_600_000);
  await db.getRepository(SignInLink).insert({ tokenHash: hashOf(token), workspaceId, expiresAt, usedAt: null });
  return token;
}

/** The workspace that a token opens, null when it is wrong, used or expired. Of two that come at once, one is let in. */
export async function redeemSignInToken(db: DataSource, token: string, now: Date): Promise<string | null> {
  const [links] = await db.query<[{ workspace_id: string }[], number]>(
    `update sign_in_link set used_at = $2
      where token_hash = $1 and used_at is null and expires_at > $2
      returning workspace_id`,
    [hashOf(token), now],
  );
  return links[0]?.workspace_id ?? null;
}
