import type { EntityManager } from 'typeorm';

/** Lists the won deals of the touched accounts that are no handoff, each with the rule that says so. */
export async function excludeDeals(tx: EntityManager, workspaceId: string): Promise<void> {
  await tx.query(
    `delete from excluded_deal e using touched_account t
    where e.workspace_id = $1 and e.account_id = t.account_id
      and not exists (
        select from won_deal w where w.source_id = e.source_id and w.external_id = e.deal_external_id and w.reason is not null)`,
    [workspaceId],
  );
  await tx.query(
    `insert into excluded_deal (workspace_id, source_id, deal_external_id, account_id, name, won_at, reason)
    select $1::uuid, w.source_id, w.external_id, w.account_id, w.name, w.won_at, w.reason
    from won_deal w
    where w.reason is not null
    on conflict (workspace_id, source_id, deal_external_id) do update
      set account_id = excluded.account_id, name = excluded.name, won_at = excluded.won_at, reason = excluded.reason
      where (excluded_deal.account_id, excluded_deal.name, excluded_deal.won_at, excluded_deal.reason)
        is distinct from (excluded.account_id, excluded.name, excluded.won_at, excluded.reason)`,
    [workspaceId],
  );
}
