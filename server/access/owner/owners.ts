import type { DataSource } from 'typeorm';
import { NAMES_BY_EMAIL } from '../seen-by.js';
import type { Owner } from './owner.schema.js';
import { INTERNAL_PEOPLE, NAMED_IN_HANDOFFS } from './owner-names.js';

/** Names in one answer. */
const MOST = 5000;

const OWNERS = `
  with people as (select name, array_remove(array_agg(distinct email order by email), null) as emails from (${INTERNAL_PEOPLE}) p group by name),
  named as (select name, count(*)::int as handoffs from (${NAMED_IN_HANDOFFS}) h group by name),
  linked as (
    select owner_name as name, login_id, 'hand' as linked_by from member_owner where workspace_id = $1
    union all select name, login_id, 'email' from (${NAMES_BY_EMAIL}) e
  ),
  linked_once as (select name, login_id, min(linked_by) as linked_by from linked group by name, login_id),
  member_of as (
    select o.name, json_agg(json_build_object('id', l.id, 'name', l.name, 'linkedBy', o.linked_by) order by l.name, l.id) as members
    from linked_once o join login l on l.id = o.login_id group by o.name
  ),
  team_of as (
    select o.owner_name as name, json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name, t.id) as teams
    from team_owner o join team t on t.workspace_id = o.workspace_id and t.id = o.team_id
    where o.workspace_id = $1 and t.workspace_id = $1 group by o.owner_name
  ),
  everybody as (
    select name from people union select name from named union select name from linked union select name from team_of
  )
  select name, coalesce(emails, '{}') as emails, coalesce(handoffs, 0) as "handoffCount", coalesce(members, '[]') as members,
    coalesce(teams, '[]') as teams
  from everybody left join people using (name) left join named using (name) left join member_of using (name) left join team_of using (name)
  order by coalesce(handoffs, 0) desc, name
  limit ${MOST}`;

/** Whom handoffs and sources name as our own, who is linked to them, and in which teams they are; those with most handoffs first. */
export const ownersOf = (db: DataSource, workspaceId: string): Promise<Owner[]> => db.query<Owner[]>(OWNERS, [workspaceId]);
