import { createHash, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { atTheDoor, SignInLink } from '../../../etl/warehouse/index.js';
import { EVERYTHING, type Visibility } from '../../handoff/visibility.js';
import { readVisibility } from '../session/session-visibility.js';
import type { Entry } from './sign-in.js';

/** A sign-in link works once, within this time. */
export const LINK_HOURS = 24;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** Makes a token that signs in once to all of a workspace, and keeps only its hash. Links that have expired are forgotten. */
export const makeSignInToken = (db: DataSource, workspaceId: string, now: Date): Promise<string> =>
  makeTokenTo(db, { workspaceId, visibility: EVERYTHING }, now);

/** The same for one who may see only some people's handoffs. */
export function makeTokenTo(
  db: DataSource,
  { workspaceId, visibility }: { workspaceId: string; visibility: Visibility },
  now: Date,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + LINK_HOURS * 3_600_000);
  return atTheDoor(async () => {
    await db.query('delete from sign_in_link where expires_at <= $1', [now]);
    await db.getRepository(SignInLink).insert({ tokenHash: hashOf(token), workspaceId, expiresAt, usedAt: null, visibility });
    return token;
  });
}

/** What a token opens, null when it is wrong, used or expired. Of two that come at once, one is let in. */
export async function redeemSignInToken(db: DataSource, token: string, now: Date): Promise<Entry | null> {
  const [[link]] = await atTheDoor(() =>
    db.query<[{ workspaceId: string; visibility: unknown }[], number]>(
      `update sign_in_link set used_at = $2
        where token_hash = $1 and used_at is null and expires_at > $2
        returning workspace_id as "workspaceId", visibility`,
      [hashOf(token), now],
    ),
  );
  return link ? { workspaceId: link.workspaceId, visibility: readVisibility(link.visibility) } : null;
}
