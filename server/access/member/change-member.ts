import type { EntityManager } from 'typeorm';
import { invalid } from '../../http/problem.js';
import { assertKnown } from '../owner/assert-known.js';
import { type Role, readRole, readSight, type Sight, USUAL_SIGHT } from '../role.js';
import { assertOtherAdmin } from './last-admin.js';
import type { MemberChange } from './member.schema.js';

interface MemberKey {
  workspaceId: string;
  loginId: string;
}

interface Held {
  role: Role;
  sight: Sight;
  teamId: string | null;
}

/** Changes what a member may do and sees, from the next request on. Answers what it was, null when there is no such member. */
export async function changeMember(
  tx: EntityManager,
  key: MemberKey,
  { change, at }: { change: MemberChange; at: Date },
): Promise<Held | null> {
  const { workspaceId, loginId } = key;
  const held = await heldBy(tx, key);
  if (!held) return null;
  const role = change.role ?? held.role;
  const sight = change.sight ?? (change.role && change.role !== held.role ? USUAL_SIGHT[role] : held.sight);
  const teamId = change.teamId === undefined ? held.teamId : change.teamId;
  if (role === 'admin' && sight !== 'all') throw invalid([{ path: ['sight'], message: 'An admin sees all handoffs' }]);
  if (teamId !== null && teamId !== held.teamId) await assertTeam(tx, workspaceId, teamId);
  if (held.role === 'admin' && role !== 'admin') await assertOtherAdmin(tx, workspaceId, loginId);
  await tx.query('update member set role = $3, visibility = $4, team_id = $5 where workspace_id = $1 and login_id = $2', [
    ...[workspaceId, loginId, role, sight, teamId],
  ]);
  if (change.owners) await linkByHand(tx, key, { names: change.owners, at });
  return held;
}

async function heldBy(tx: EntityManager, { workspaceId, loginId }: MemberKey): Promise<Held | null> {
  const [row] = await tx.query<{ role: string; sight: string; teamId: string | null }[]>(
    `select role, visibility as sight, team_id as "teamId" from member where workspace_id = $1 and login_id = $2`,
    [workspaceId, loginId],
  );
  return row ? { role: readRole(row.role), sight: readSight(row.sight), teamId: row.teamId } : null;
}

/** Throws BadRequestException when there is none of this id. */
export async function assertTeam(tx: Pick<EntityManager, 'query'>, workspaceId: string, teamId: string): Promise<void> {
  const [team] = await tx.query<unknown[]>('select 1 from team where workspace_id = $1 and id = $2', [workspaceId, teamId]);
  if (!team) throw invalid([{ path: ['teamId'], message: 'There is no such team. GET /api/team lists them' }]);
}

async function linkByHand(
  tx: EntityManager,
  { workspaceId, loginId }: MemberKey,
  { names, at }: { names: string[]; at: Date },
): Promise<void> {
  await assertKnown(tx, workspaceId, names);
  await tx.query('delete from member_owner where workspace_id = $1 and login_id = $2 and owner_name <> all ($3::text[])', [
    ...[workspaceId, loginId, names],
  ]);
  await tx.query(
    `insert into member_owner (workspace_id, login_id, owner_name, linked_by, linked_at)
     select $1, $2, owner_name, 'hand', $4 from unnest($3::text[]) as given (owner_name)
     on conflict do nothing`,
    [workspaceId, loginId, names, at],
  );
}
