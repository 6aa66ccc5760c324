import type { DataSource, EntityManager } from 'typeorm';
import { assertKnown } from '../owner/assert-known.js';
import type { Team, TeamChange } from './team.schema.js';

const TEAMS = `
  with owners as (
    select team_id, array_agg(owner_name order by owner_name) as names from team_owner where workspace_id = $1 group by team_id
  ),
  people as (
    select m.team_id, json_agg(json_build_object('id', l.id, 'name', l.name) order by l.name, l.id) as members
    from member m join login l on l.id = m.login_id where m.workspace_id = $1 and m.team_id is not null group by m.team_id
  )
  select t.id, t.name, coalesce(o.names, '{}') as owners, coalesce(p.members, '[]') as members
  from team t left join owners o on o.team_id = t.id left join people p on p.team_id = t.id
  where t.workspace_id = $1 and ($2::uuid is null or t.id = $2)
  order by t.name, t.id`;

/** The teams of a workspace by name, or the one with this id. */
export const teamsOf = (db: DataSource, workspaceId: string, id: string | null = null): Promise<Team[]> =>
  db.query<Team[]>(TEAMS, [workspaceId, id]);

interface TeamKey {
  workspaceId: string;
  id: string;
}

/** False when there is no such team. */
export async function changeTeam(tx: EntityManager, { workspaceId, id }: TeamKey, { name, owners }: TeamChange): Promise<boolean> {
  const [rows] = await tx.query<[unknown[], number]>(
    'update team set name = coalesce($3, name) where workspace_id = $1 and id = $2 returning id',
    [workspaceId, id, name ?? null],
  );
  if (rows.length === 0) return false;
  if (owners) await nameOwners(tx, { workspaceId, id }, owners);
  return true;
}

export async function makeTeam(
  tx: EntityManager,
  { workspaceId, id }: TeamKey,
  given: { name: string; owners: string[]; at: Date },
): Promise<void> {
  await tx.query('insert into team (workspace_id, id, name, created_at) values ($1, $2, $3, $4)', [workspaceId, id, given.name, given.at]);
  await nameOwners(tx, { workspaceId, id }, given.owners);
}

/** Its members stay, of no team: those who see what their team has then see their own. Answers its name, null when there is no such team. */
export async function removeTeam(tx: EntityManager, { workspaceId, id }: TeamKey): Promise<string | null> {
  await tx.query('update member set team_id = null where workspace_id = $1 and team_id = $2', [workspaceId, id]);
  await tx.query('update invitation set team_id = null where workspace_id = $1 and team_id = $2', [workspaceId, id]);
  const [rows] = await tx.query<[{ name: string }[], number]>('delete from team where workspace_id = $1 and id = $2 returning name', [
    ...[workspaceId, id],
  ]);
  return rows[0]?.name ?? null;
}

async function nameOwners(tx: EntityManager, { workspaceId, id }: TeamKey, names: string[]): Promise<void> {
  await assertKnown(tx, workspaceId, names);
  await tx.query('delete from team_owner where workspace_id = $1 and team_id = $2 and owner_name <> all ($3::text[])', [
    ...[workspaceId, id, names],
  ]);
  await tx.query(
    `insert into team_owner (workspace_id, team_id, owner_name) select $1, $2, owner_name from unnest($3::text[]) as given (owner_name)
     on conflict do nothing`,
    [workspaceId, id, names],
  );
}
