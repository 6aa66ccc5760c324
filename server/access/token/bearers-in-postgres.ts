import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../http/clock.js';
import { currentRequest } from '../../http/request-context.js';
import { Throttle } from '../../http/throttle.js';
import { TooMany } from '../../http/too-many.js';
import { Audit } from '../audit/audit.js';
import { type Bearer, Bearers } from '../bearer.js';
import { RIGHTS } from '../right.js';
import { readSight } from '../role.js';
import { prefixOf, tokenHashOf, wellFormed } from './token-text.js';

/** Wrong tokens that one address may try. Right ones are never counted. */
const WRONG = { limit: 30, seconds: 60 };
/** A program that goes on with a token that has ended is written down once in this time. */
const REPEATED = { limit: 1, seconds: 3_600 };
const MINUTE = 60_000;

interface Row {
  tokenId: string;
  workspaceId: string;
  loginId: string;
  scopes: string[];
  visibility: string;
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  isMember: boolean;
}

/** Looks at the row with every request, so that a token that is revoked opens nothing from then on. */
@Injectable()
export class BearersInPostgres extends Bearers {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly throttle: Throttle,
    private readonly audit: Audit,
  ) {
    super();
  }

  /** Runs at the door. Throws TooMany for an address that tries and tries. */
  async find(token: string): Promise<Bearer | null> {
    const row = wellFormed(token) ? await this.read(tokenHashOf(token)) : null;
    if (!row) return this.wrong();
    const now = this.clock.now();
    const why = row.revokedAt ? 'revoked' : row.expiresAt <= now ? 'expired' : row.isMember ? null : 'its owner is no member';
    if (why !== null) return this.ended(row, { why, prefix: prefixOf(token) });
    await this.used(row, now);
    const scopes = RIGHTS.filter((right) => row.scopes.includes(right));
    const { tokenId: id, workspaceId, loginId } = row;
    return { token: { id, prefix: prefixOf(token) }, workspaceId, loginId, scopes, sight: readSight(row.visibility) };
  }

  /** Who left and came back is another member: what they had made before stays closed. */
  private async read(hash: string): Promise<Row | undefined> {
    const [row] = await this.db.query<Row[]>(
      `select t.id as "tokenId", t.workspace_id as "workspaceId", t.login_id as "loginId", t.scopes, t.visibility,
         t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt", t.revoked_at as "revokedAt",
         exists (select 1 from member m
           where m.workspace_id = t.workspace_id and m.login_id = t.login_id and m.joined_at <= t.created_at) as "isMember"
       from api_token t where t.token_hash = $1`,
      [hash],
    );
    return row;
  }

  private async used({ workspaceId, tokenId, lastUsedAt }: Row, now: Date): Promise<void> {
    const minute = new Date(Math.floor(now.getTime() / MINUTE) * MINUTE);
    if (lastUsedAt && lastUsedAt >= minute) return;
    await this.db.query('update api_token set last_used_at = $3 where workspace_id = $1 and id = $2', [workspaceId, tokenId, minute]);
  }

  private async ended({ workspaceId, tokenId }: Row, detail: { why: string; prefix: string }): Promise<null> {
    const first = (await this.throttle.take(`token-ended:${tokenId}`, REPEATED)) === null;
    if (first) await this.audit.note({ workspaceId, action: 'access.denied', actor: null, subject: tokenId, detail });
    return this.wrong();
  }

  private async wrong(): Promise<null> {
    const wait = await this.throttle.take(`token:${currentRequest()?.address ?? 'unknown'}`, WRONG);
    if (wait !== null) throw new TooMany('Too many wrong tokens came from this address.', wait);
    return null;
  }
}
