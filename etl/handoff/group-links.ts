import type { EntityManager } from 'typeorm';
import { accountOfCompany } from './account-id.js';
import { FREE_MAIL } from './free-mail.js';
import { measure } from './scratch.js';

/** Groups the links in near_link, which holds every neighbour of each, and writes their account. The oldest that still stands gives its id and name. */
export async function groupLinks(tx: EntityManager, workspaceId: string): Promise<void> {
  await drawEdges(tx, workspaceId);
  while (await spreadLabels(tx));
  await writeLinks(tx, workspaceId);
  await measure(tx, 'touched_account');
}

async function drawEdges(tx: EntityManager, workspaceId: string): Promise<void> {
  await tx.query(
    `insert into link_group
    select n.source_id || ':' || n.external_id, n.source_id, n.external_id, n.source_id || ':' || n.external_id, l.account_id,
      case when m.kind is null then l.merged_into end, case when m.kind is null then l.declared_id end,
      case when m.kind is null and not (l.domain = any($2)) then l.domain end, m.to_source_id, m.to_external_id,
      m.kind is not null and m.to_external_id is null
    from near_link n join account_link l using (source_id, external_id)
      left join hand_match m
        on m.workspace_id = $1 and m.kind = 'company' and m.source_id = l.source_id and m.external_id = l.external_id
    where l.workspace_id = $1`,
    [workspaceId, FREE_MAIL],
  );
  await measure(tx, 'link_group');
  for (const edges of [BY_HAND, MERGED, DECLARED, OF_ONE_DOMAIN]) {
    await tx.query(edges);
    await measure(tx, 'link_edge');
  }
}

/** A person's word stands before what the sources say. */
const BY_HAND = `
  insert into link_edge
  select l.key, o.key, 'by hand'
  from link_group l join link_group o on o.source_id = l.to_source_id and o.external_id = l.to_external_id and o.key <> l.key`;

const MERGED = `
  insert into link_edge
  select l.key, o.key, 'merged'
  from link_group l join link_group o on o.source_id = l.source_id and o.external_id = l.merged_into and o.external_id <> l.external_id
  where not o.apart`;

/** A declared id or a merge outranks the domain: an agency's address does not tie its customers together. */
const UNBOUND = 'not exists (select from link_edge e where e.node = l.key)';

// Sorted, so that all is read before anything is written: each look-up would else wade through the edges that this very statement adds.
const DECLARED = `
  insert into link_edge
  select l.key, o.key, 'declared id'
  from link_group l join link_group o on o.external_id = l.declared_id and o.source_id <> l.source_id
  where not o.apart and ${UNBOUND}
  order by l.key, o.key`;

const OF_ONE_DOMAIN = `
  with unbound as (
    select l.key, min(l.key) over (partition by l.domain) as first from link_group l where l.domain is not null and ${UNBOUND}
  )
  insert into link_edge select key, first, 'same domain' from unbound where key <> first`;

/** Each company takes the least label among its neighbours; whether any label changed. */
async function spreadLabels(tx: EntityManager): Promise<boolean> {
  const [, changed] = await tx.query<[unknown, number]>(
    `with heard as (
      select e.node as key, g.label from link_edge e join link_group g on g.key = e.other
      union all
      select e.other, g.label from link_edge e join link_group g on g.key = e.node
    ),
    least_heard as (select key, min(label) as label from heard group by key)
    update link_group g set label = h.label from least_heard h where h.key = g.key and h.label < g.label`,
  );
  return changed > 0;
}

async function writeLinks(tx: EntityManager, workspaceId: string): Promise<void> {
  await tx.query(
    `with reasons_out as (select node as key, min(why) as why from link_edge group by node),
    reasons_in as (select other as key, max(why) as why from link_edge group by other),
    aged as (
      select g.*, row_number() over oldest_first as age,
        first_value(l.source_id) over oldest_first as first_source_id, first_value(l.external_id) over oldest_first as first_external_id
      from link_group g join account_link l using (source_id, external_id)
      where l.workspace_id = $1
      window oldest_first as (
        partition by g.label
        order by (l.merged_into is not null or l.deleted_at is not null), l.started_at nulls last,
          l.source_id collate "C", l.external_id collate "C")
    ),
    matched as (
      select a.source_id, a.external_id, ${accountOfCompany('a.first_source_id', 'a.first_external_id')} as account_id,
        case when a.apart and a.age = 1 then 'apart by hand' when a.age = 1 then 'own' else coalesce(o.why, i.why) end as reason
      from aged a left join reasons_out o using (key) left join reasons_in i using (key)
    )
    update account_link l set account_id = m.account_id, reason = m.reason
    from matched m
    where l.workspace_id = $1 and l.source_id = m.source_id and l.external_id = m.external_id
      and (l.account_id, l.reason) is distinct from (m.account_id, m.reason)`,
    [workspaceId],
  );
  await tx.query(
    `insert into touched_account
    select g.old_account_id from link_group g where g.old_account_id is not null
    union
    select l.account_id from link_group g join account_link l using (source_id, external_id) where l.workspace_id = $1
    union
    select ${accountOfCompany('g.source_id', 'g.external_id')} from link_group g where g.old_account_id is null
    on conflict do nothing`,
    [workspaceId],
  );
}
