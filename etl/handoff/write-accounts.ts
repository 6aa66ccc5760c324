import type { EntityManager } from 'typeorm';
import { measure } from './scratch.js';

/** Describes the touched accounts as their companies do now. */
export async function describeAccounts(tx: EntityManager, workspaceId: string): Promise<void> {
  await tx.query(DESCRIBED, [workspaceId]);
  await tx.query(KNOWN_BY_DEALS, [workspaceId]);
  await measure(tx, 'new_account');
}

/** Writes the touched accounts as they are described. One that has neither company nor deal any more goes. */
export async function writeAccounts(tx: EntityManager, workspaceId: string): Promise<void> {
  await tx.query(
    `delete from account a using touched_account t
    where a.workspace_id = $1 and a.id = t.account_id and not exists (select from new_account n where n.id = a.id)`,
    [workspaceId],
  );
  await tx.query(
    `insert into account (workspace_id, id, name, domain, dimensions)
    select $1::uuid, n.id, n.name, n.domain, n.dimensions
    from new_account n left join account a on a.workspace_id = $1 and a.id = n.id
    where a.id is null or (a.name, a.domain, a.dimensions) is distinct from (n.name, n.domain, n.dimensions)
    order by n.id
    on conflict (workspace_id, id) do update set name = excluded.name, domain = excluded.domain, dimensions = excluded.dimensions`,
    [workspaceId],
  );
}

/** The company that gives the account its id comes first, then those that stand before the merged and deleted, then the older. */
const DESCRIBED = `
  with companies as (
    select l.*, row_number() over (
      partition by l.account_id
      order by l.reason not in ('own', 'apart by hand'), (l.merged_into is not null or l.deleted_at is not null), l.started_at nulls last,
        l.source_id collate "C", l.external_id collate "C") as place
    from company c join account_link l using (source_id, external_id)
    where c.known and l.workspace_id = $1
  ),
  described_dimensions as (
    select distinct on (c.account_id, d.key) c.account_id, d.key, d.value
    from companies c, lateral jsonb_each(c.dimensions) d
    order by c.account_id, d.key, c.place
  ),
  dimensions as (
    select account_id, jsonb_object_agg(key, value) as dimensions from described_dimensions group by account_id
  ),
  looked_after as (
    select distinct on (account_id) account_id, source_id, csm_external_id
    from companies where csm_external_id is not null order by account_id, place
  ),
  named as (
    select account_id,
      (array_agg(name order by place) filter (where name is not null))[1] as name,
      (array_agg(domain order by place) filter (where domain is not null))[1] as domain,
      (array_agg(external_id order by place))[1] as external_id
    from companies group by account_id
  )
  insert into new_account
  select n.account_id, coalesce(n.name, n.domain, n.external_id), n.domain, coalesce(d.dimensions, '{}'), c.source_id, c.csm_external_id
  from named n left join dimensions d using (account_id) left join looked_after c using (account_id)`;

/** A company that only deals name is called by its id; a deal without a company by the deal's name. */
const KNOWN_BY_DEALS = `
  insert into new_account
  select distinct on (h.account_id) h.account_id, coalesce(d.account_external_id, d.name, d.external_id), null::text, '{}'::jsonb, null, null
  from home_deal h join deal d using (source_id, external_id)
  where d.workspace_id = $1 and h.home_id = h.external_id and not exists (select from new_account n where n.id = h.account_id)
  order by h.account_id, d.source_id collate "C", d.external_id collate "C"`;
