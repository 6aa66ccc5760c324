import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { ApiToken } from '../../../etl/warehouse/index.js';
import { readSight } from '../role.js';
import type { NewToken, TokenShape } from './token.schema.js';
import { newToken, prefixOf, tokenHashOf } from './token-text.js';

/** Tokens of one member that open something at the same time. */
export const MOST_TOKENS = 50;
const DAY = 86_400_000;

interface Whose {
  workspaceId: string;
  loginId: string;
}

/** Makes one, and keeps its hash only. Null when there are too many. */
export async function makeToken(tx: EntityManager, { workspaceId, loginId }: Whose, { body, now }: { body: NewToken; now: Date }) {
  const live = await tx.query<{ count: number }[]>(
    `select count(*)::int as count from api_token
      where workspace_id = $1 and login_id = $2 and revoked_at is null and expires_at > $3`,
    [workspaceId, loginId, now],
  );
  if ((live[0]?.count ?? 0) >= MOST_TOKENS) return null;
  const secret = newToken();
  const id = randomUUID();
  const { name, scopes, visibility, days } = body;
  const expiresAt = new Date(now.getTime() + days * DAY);
  const shown = { name, scopes, visibility, prefix: prefixOf(secret), tokenHash: tokenHashOf(secret) };
  await tx.getRepository(ApiToken).insert({ workspaceId, id, loginId, ...shown, createdAt: now, expiresAt });
  return { id, secret, prefix: shown.prefix };
}

type Row = Omit<TokenShape, 'owner' | 'state' | 'createdAt' | 'expiresAt' | 'lastUsedAt' | 'revokedAt' | 'visibility'> & {
  loginId: string;
  ownerName: string | null;
  visibility: string;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
};

/** The newest first: those of one member, or of all. */
export async function tokensOf(
  db: DataSource,
  { workspaceId, loginId, all }: { workspaceId: string; loginId: string | null; all: boolean },
  now: Date,
): Promise<TokenShape[]> {
  const rows = await db.query<Row[]>(
    `select t.id, t.name, t.prefix, t.scopes, t.visibility, t.login_id as "loginId", l.name as "ownerName", t.created_at as "createdAt",
       t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt", t.revoked_at as "revokedAt"
     from api_token t left join login l on l.id = t.login_id
     where t.workspace_id = $1 and ($2 or t.login_id = $3)
     order by t.created_at desc, t.id`,
    [workspaceId, all, loginId],
  );
  return rows.map((row) => shape(row, { loginId, now }));
}

function shape(row: Row, { loginId, now }: { loginId: string | null; now: Date }): TokenShape {
  const { loginId: owner, ownerName, visibility, createdAt, expiresAt, lastUsedAt, revokedAt, ...said } = row;
  return {
    ...said,
    visibility: readSight(visibility),
    owner: { loginId: owner, name: ownerName, own: owner === loginId },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
    state: revokedAt ? 'revoked' : expiresAt <= now ? 'expired' : 'active',
  };
}

/** Ends a token of a member, or anybody's. Answers how it begins; null when there is none, or it has ended already. */
export async function revokeToken(
  tx: EntityManager,
  { workspaceId, id, loginId, anybodys }: { workspaceId: string; id: string; loginId: string | null; anybodys: boolean },
  now: Date,
): Promise<string | null> {
  const [[revoked]] = await tx.query<[{ prefix: string }[], number]>(
    `update api_token set revoked_at = $5
      where workspace_id = $1 and id = $2 and ($3 or login_id = $4) and revoked_at is null
      returning prefix`,
    [workspaceId, id, anybodys, loginId, now],
  );
  return revoked?.prefix ?? null;
}
