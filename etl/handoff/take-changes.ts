import type { EntityManager } from 'typeorm';
import { measure } from './scratch.js';

/** Takes what changed since the last derivation and notes the accounts that the changed facts were in; how many records it took. */
export async function takeChanges(tx: EntityManager, workspaceId: string): Promise<number> {
  await tx.query(
    `with taken as (delete from pending_change where workspace_id = $1 returning source_id, stream, record_id)
    insert into changed_record select source_id, stream, record_id from taken`,
    [workspaceId],
  );
  await measure(tx, 'changed_record');
  const [taken] = await tx.query<{ count: number }[]>(`select count(*)::int as count from changed_record`);
  return taken?.count ?? 0;
}

/** A merge rewrites the loser's row under the record of the winner, so companies and deals are also sought by their own id. */
export async function noteAccountsLeft(tx: EntityManager, workspaceId: string): Promise<void> {
  await tx.query(
    `with rewritten_facts as (
      select l.source_id, 'company:' || l.external_id as fact_id
      from account_link l join changed_record using (source_id, stream, record_id) where l.workspace_id = $1
      union all
      select d.source_id, 'deal:' || d.external_id
      from deal d join changed_record using (source_id, stream, record_id) where d.workspace_id = $1
    )
    insert into touched_account
    select b.account_id from account_fact b join changed_record using (source_id, stream, record_id) where b.workspace_id = $1
    union
    select b.account_id from account_fact b join rewritten_facts using (source_id, fact_id) where b.workspace_id = $1
    union
    select h.account_id
    from handoff_event e join changed_record using (source_id, stream, record_id)
      join handoff h on h.workspace_id = e.workspace_id and h.id = e.handoff_id
    where e.workspace_id = $1
    on conflict do nothing`,
    [workspaceId],
  );
  await measure(tx, 'touched_account');
}
