import type { EntityManager } from 'typeorm';
import { FREE_MAIL } from './free-mail.js';
import { groupLinks } from './group-links.js';
import { measure } from './scratch.js';

/**
 * Gathers the companies of all sources into accounts, one by one where any of them changed. A company goes where a person put it; else with
 * the one it was merged into; else with the one in another source whose id it declares; else with those of its domain; else it is its own
 * account.
 */
export async function matchAccounts(tx: EntityManager, workspaceId: string): Promise<void> {
  await startWithChanged(tx, workspaceId);
  for (let round = 1; await reachNeighbours(tx, workspaceId, round); round++);
  await measure(tx, 'near_link');
  await groupLinks(tx, workspaceId);
}

/** Changed companies and those that were in one account with them. */
async function startWithChanged(tx: EntityManager, workspaceId: string): Promise<void> {
  await tx.query(
    `with changed_links as (
      select l.source_id, l.external_id
      from account_link l join changed_record using (source_id, stream, record_id) where l.workspace_id = $1
    ),
    old_accounts as (
      select b.account_id
      from account_fact b join changed_links c on b.source_id = c.source_id and b.fact_id = 'company:' || c.external_id
      where b.workspace_id = $1
    )
    insert into near_link
    select source_id, external_id, 0 from changed_links
    union
    select l.source_id, l.external_id, 0 from account_link l join old_accounts using (account_id) where l.workspace_id = $1`,
    [workspaceId],
  );
  await measure(tx, 'near_link');
}

/** Whether there were any that had not been reached before. */
async function reachNeighbours(tx: EntityManager, workspaceId: string, round: number): Promise<boolean> {
  const [added] = await tx.query<{ count: number }[]>(
    `with latest as (
      select l.* from near_link n join account_link l using (source_id, external_id) where l.workspace_id = $1 and n.round = $2::int - 1
    ),
    neighbours as (
      select o.source_id, o.external_id from latest l
        join account_link o on o.source_id = l.source_id and o.external_id = l.merged_into where o.workspace_id = $1
      union
      select o.source_id, o.external_id from latest l
        join account_link o on o.source_id = l.source_id and o.merged_into = l.external_id where o.workspace_id = $1
      union
      select o.source_id, o.external_id from latest l
        join account_link o on o.external_id = l.declared_id and o.source_id <> l.source_id where o.workspace_id = $1
      union
      select o.source_id, o.external_id from latest l
        join account_link o on o.declared_id = l.external_id and o.source_id <> l.source_id where o.workspace_id = $1
      union
      select o.source_id, o.external_id from latest l
        join account_link o on o.domain = l.domain where o.workspace_id = $1 and not (l.domain = any($3))
      union
      select o.source_id, o.external_id from latest l join account_link o on o.account_id = l.account_id where o.workspace_id = $1
      union
      select o.source_id, o.external_id from latest l
        join hand_match m on m.kind = 'company' and m.source_id = l.source_id and m.external_id = l.external_id
        join account_link o on o.source_id = m.to_source_id and o.external_id = m.to_external_id
      where m.workspace_id = $1 and o.workspace_id = $1
      union
      select o.source_id, o.external_id from latest l
        join hand_match m on m.kind = 'company' and m.to_source_id = l.source_id and m.to_external_id = l.external_id
        join account_link o on o.source_id = m.source_id and o.external_id = m.external_id
      where m.workspace_id = $1 and o.workspace_id = $1
    ),
    added as (
      insert into near_link select source_id, external_id, $2::int from neighbours on conflict do nothing returning 1
    )
    select count(*)::int as count from added`,
    [workspaceId, round, FREE_MAIL],
  );
  return added !== undefined && added.count > 0;
}
