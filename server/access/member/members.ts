import type { DataSource } from 'typeorm';
import { readRole, readSight } from '../role.js';
import { NAMES_BY_EMAIL } from '../seen-by.js';
import type { Member } from './member.schema.js';

interface Row {
  id: string;
  name: string;
  email: string;
  role: string;
  sight: string;
  teamId: string | null;
  teamName: string | null;
  byHand: string[];
  byEmail: string[];
  secondFactor: boolean;
  disabled: boolean;
  joinedAt: Date;
  lastSignInAt: Date | null;
}

const MEMBERS = `
  with by_hand as (
    select login_id, array_agg(owner_name order by owner_name) as names from member_owner where workspace_id = $1 group by login_id
  ),
  by_email as (select login_id, array_agg(distinct name order by name) as names from (${NAMES_BY_EMAIL}) found group by login_id)
  select m.login_id as id, l.name, l.email, m.role, m.visibility as sight, t.id as "teamId", t.name as "teamName",
    coalesce(h.names, '{}') as "byHand", coalesce(e.names, '{}') as "byEmail", l.totp_confirmed_at is not null as "secondFactor",
    l.disabled_at is not null as disabled, m.joined_at as "joinedAt", l.last_sign_in_at as "lastSignInAt"
  from member m join login l on l.id = m.login_id
    left join team t on t.workspace_id = m.workspace_id and t.id = m.team_id
    left join by_hand h on h.login_id = m.login_id left join by_email e on e.login_id = m.login_id
  where m.workspace_id = $1 and ($2::uuid is null or m.login_id = $2)
  order by l.name, l.email`;

/** Everybody of a workspace by name, or the one with this id. */
export async function membersOf(
  db: DataSource,
  workspaceId: string,
  { id = null, you }: { id?: string | null; you: string | null },
): Promise<Member[]> {
  const rows = await db.query<Row[]>(MEMBERS, [workspaceId, id]);
  return rows.map((row) => told(row, you));
}

function told({ teamId, teamName, byHand, byEmail, joinedAt, lastSignInAt, ...row }: Row, you: string | null): Member {
  const found = new Set(byEmail);
  const owners = [
    ...byEmail.map((name) => ({ name, linkedBy: 'email' as const })),
    ...byHand.filter((name) => !found.has(name)).map((name) => ({ name, linkedBy: 'hand' as const })),
  ];
  return {
    ...row,
    role: readRole(row.role),
    sight: readSight(row.sight),
    team: teamId !== null && teamName !== null ? { id: teamId, name: teamName } : null,
    owners,
    joinedAt: joinedAt.toISOString(),
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
    you: row.id === you,
  };
}
