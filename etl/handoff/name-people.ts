import type { EntityManager } from 'typeorm';

/** Names the owners and CSMs of the touched accounts. Two colleagues of one name get their e-mail beside it. */
export async function namePeople(tx: EntityManager, workspaceId: string): Promise<void> {
  await tx.query(NAMES, [workspaceId]);
  await tx.query(
    `update timeline t set detail = n.name from person_name n
    where t.kind in ('owner-named', 'owner-changed') and n.source_id = t.source_id and n.external_id = t.detail`,
  );
}

/** SQL for account, source and id of everybody whom a touched account's handoffs name. */
export const NAMED_PEOPLE = `
  select h.account_id, d.source_id, named.external_id
  from home_deal h join deal d using (source_id, external_id), lateral (values (d.owner_external_id), (d.csm_external_id)) named (external_id)
  where d.workspace_id = $1 and named.external_id is not null
  union
  select c.account_id, l.source_id, l.csm_external_id
  from company c join account_link l using (source_id, external_id)
  where l.workspace_id = $1 and l.csm_external_id is not null
  union
  select account_id, source_id, detail from happening where kind in ('owner-named', 'owner-changed') and detail is not null`;

const NAMES = `
  with named as (select distinct source_id, external_id from (${NAMED_PEOPLE}) everybody),
  people as (
    select p.source_id, p.external_id, p.name, p.email, p.internal from named n join person p using (source_id, external_id) where p.workspace_id = $1
  ),
  namesakes as (
    select distinct p.source_id, p.external_id
    from people p join person o on o.name = p.name
    where o.workspace_id = $1 and o.internal and p.internal and (o.source_id, o.external_id) <> (p.source_id, p.external_id)
      and (o.email is distinct from p.email or o.email is null)
  )
  insert into person_name
  select p.source_id, p.external_id,
    case when n.external_id is null then coalesce(p.name, p.email) else p.name || ' (' || coalesce(p.email, p.external_id) || ')' end
  from people p left join namesakes n using (source_id, external_id)
  where coalesce(p.name, p.email) is not null`;
