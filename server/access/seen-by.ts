import type { DataSource } from 'typeorm';
import { EVERYTHING, type Visibility } from '../handoff/visibility.js';
import { SIGHTS, type Sight } from './role.js';

/** A member as far as it decides whose handoffs they see. */
export interface Seer {
  workspaceId: string;
  loginId: string;
  sight: Sight;
  teamId: string | null;
}

/**
 * Whose handoffs a member sees at this moment, as a question of the workspace's own scope. Nothing is remembered: a new link,
 * team or colleague in a source counts with the next request. Who is linked to nobody sees nothing.
 */
export async function seenBy(db: Pick<DataSource, 'query'>, { workspaceId, loginId, sight, teamId }: Seer): Promise<Visibility> {
  if (sight === 'all') return EVERYTHING;
  const rows = await db.query<{ name: string }[]>(NAMES, [workspaceId, loginId, sight === 'team' ? teamId : null]);
  return { kind: 'people', names: rows.map(({ name }) => name) };
}

/** The one of two that shows less. */
export const narrower = (one: Sight, other: Sight): Sight => (SIGHTS.indexOf(one) > SIGHTS.indexOf(other) ? one : other);

/**
 * SQL for the names that handoffs give to internal people whose e-mail is that of a member: $1 is the workspace. A handoff names
 * two colleagues of one name with their e-mail beside it, and who has no name by their e-mail.
 */
export const NAMES_BY_EMAIL = `
  select m.login_id, case when exists (
      select 1 from person o where o.workspace_id = $1 and o.internal and o.name = p.name and o.email is distinct from p.email)
    then p.name || ' (' || p.email || ')' else coalesce(p.name, p.email) end as name
  from member m join login l on l.id = m.login_id join person p on p.workspace_id = m.workspace_id and p.email = l.email
  where m.workspace_id = $1 and p.workspace_id = $1 and p.internal and l.email_verified_at is not null`;

/** $2 is the member, $3 the team, or null for the member alone. */
const NAMES = `
  with seen as (select login_id from member where workspace_id = $1 and (login_id = $2 or team_id = $3::uuid))
  select owner_name as name from member_owner where workspace_id = $1 and login_id in (select login_id from seen)
  union select owner_name from team_owner where workspace_id = $1 and team_id = $3::uuid
  union select name from (${NAMES_BY_EMAIL}) by_email where login_id in (select login_id from seen)
  order by name`;
