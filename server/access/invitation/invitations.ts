import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { ConflictException } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { plainEmail } from '../login/logins.js';
import { assertTeam } from '../member/change-member.js';
import { readRole, readSight } from '../role.js';
import type { InvitationShape, NewInvitation } from './invitation.schema.js';

/** A link of an invitation works once, within this time. */
export const INVITATION_DAYS = 7;

/** Of a token, hex: the token itself is not kept. */
export const invitationHash = (token: string): string => createHash('sha256').update(token).digest('hex');

interface Row {
  id: string;
  email: string;
  role: string;
  sight: string;
  teamId: string | null;
  teamName: string | null;
  invitedBy: string | null;
  createdAt: Date;
  expiresAt: Date;
}

const OPEN = `
  select i.id, i.email, i.role, i.visibility as sight, t.id as "teamId", t.name as "teamName", l.name as "invitedBy",
    i.created_at as "createdAt", i.expires_at as "expiresAt"
  from invitation i left join team t on t.workspace_id = i.workspace_id and t.id = i.team_id left join login l on l.id = i.invited_by
  where i.workspace_id = $1 and i.used_at is null and ($2::uuid is null or i.id = $2)
  order by i.created_at desc, i.id`;

/** Invitations that nobody has accepted, the latest first; or the one with this id. */
export async function invitationsOf(
  db: Pick<DataSource, 'query'>,
  workspaceId: string,
  { id = null, now }: { id?: string | null; now: Date },
): Promise<InvitationShape[]> {
  const rows = await db.query<Row[]>(OPEN, [workspaceId, id]);
  return rows.map(({ teamId, teamName, ...row }) => ({
    ...row,
    role: readRole(row.role),
    sight: readSight(row.sight),
    team: teamId !== null && teamName !== null ? { id: teamId, name: teamName } : null,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    expired: row.expiresAt <= now,
  }));
}

export interface Inviting {
  workspaceId: string;
  /** Null for one who came by a link. */
  invitedBy: string | null;
  now: Date;
}

/** Makes an invitation in place of an earlier one to the same address. Answers its id and the token of its link. Throws ConflictException for a member. */
export async function invite(
  tx: EntityManager,
  given: NewInvitation,
  { workspaceId, invitedBy, now }: Inviting,
): Promise<{ id: string; token: string; expiresAt: Date }> {
  const email = plainEmail(given.email);
  await assertNoMember(tx, workspaceId, email);
  if (given.teamId !== null) await assertTeam(tx, workspaceId, given.teamId);
  const [id, token] = [randomUUID(), randomBytes(32).toString('base64url')];
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
  await tx.query('delete from invitation where workspace_id = $1 and email = $2 and used_at is null', [workspaceId, email]);
  await tx.query(
    `insert into invitation (workspace_id, id, token_hash, email, role, visibility, team_id, invited_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [workspaceId, id, invitationHash(token), email, given.role, given.sight, given.teamId, invitedBy, now, expiresAt],
  );
  return { id, token, expiresAt };
}

async function assertNoMember(tx: EntityManager, workspaceId: string, email: string): Promise<void> {
  const [member] = await tx.query<unknown[]>(
    'select 1 from member m join login l on l.id = m.login_id where m.workspace_id = $1 and l.email = $2',
    [workspaceId, email],
  );
  if (member) throw new ConflictException(`${email} is a member already. PATCH /api/member changes what they may do.`);
}

/** Its link opens nothing any more. Answers the address, null when there is no such open invitation. */
export async function withdrawInvitation(tx: EntityManager, workspaceId: string, id: string): Promise<string | null> {
  const [rows] = await tx.query<[{ email: string }[], number]>(
    'delete from invitation where workspace_id = $1 and id = $2 and used_at is null returning email',
    [workspaceId, id],
  );
  return rows[0]?.email ?? null;
}
