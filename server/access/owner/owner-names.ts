import type { EntityManager } from 'typeorm';

/**
 * SQL for the internal people of the sources, by the name that handoffs give them: $1 is the workspace. Two colleagues of one
 * name have their e-mail beside it.
 */
export const INTERNAL_PEOPLE = `
  select distinct p.email, case when exists (
      select 1 from person o where o.workspace_id = $1 and o.internal and o.name = p.name and o.email is distinct from p.email)
    then p.name || ' (' || coalesce(p.email, p.external_id) || ')' else coalesce(p.name, p.email) end as name
  from person p
  where p.workspace_id = $1 and p.internal and coalesce(p.name, p.email) is not null`;

/** SQL for whom handoffs name. */
export const NAMED_IN_HANDOFFS = `
  select owner_name as name, id from handoff where workspace_id = $1 and removed_at is null and owner_name is not null
  union select csm_name, id from handoff where workspace_id = $1 and removed_at is null and csm_name is not null`;

/** Every name that something can be linked to: of the sources, of handoffs, and those that are linked already. */
export async function ownerNames(db: Pick<EntityManager, 'query'>, workspaceId: string): Promise<string[]> {
  const rows = await db.query<{ name: string }[]>(
    `select name from (${INTERNAL_PEOPLE}) people
     union select name from (${NAMED_IN_HANDOFFS}) named
     union select owner_name from member_owner where workspace_id = $1
     union select owner_name from team_owner where workspace_id = $1`,
    [workspaceId],
  );
  return rows.map(({ name }) => name);
}
