import type { EntityManager } from 'typeorm';

/** The first substantial message of ours welcomes the customer, where nothing else says when that was done. */
export async function welcomeByMessage(tx: EntityManager): Promise<void> {
  await tx.query(`
    insert into timeline
    select distinct on (t.handoff_id) t.handoff_id, t.won_at, t.account_id, t.conversation, t.source_id, 'welcome-sent', t.fact_id, t.at,
      t.title, t.detail, t.evidence, t.stream, t.record_id, null::timestamptz, false
    from timeline t
    where t.kind = 'contact-made' and t.detail = 'us' and t.substantive and t.at >= t.won_at
      and not exists (select from timeline w where w.handoff_id = t.handoff_id and w.kind = 'welcome-sent')
    order by t.handoff_id, t.at, t.source_id, t.fact_id`);
}

/** Onboarding ends with the last of its required tasks, where there are any and nothing else says when it was complete. */
export async function completeByTasks(tx: EntityManager): Promise<void> {
  await tx.query(`
    with finished as (
      select handoff_id from timeline where kind = 'required' group by handoff_id having count(*) = count(done_at)
    )
    insert into timeline
    select distinct on (t.handoff_id) t.handoff_id, t.won_at, t.account_id, t.conversation, t.source_id, 'onboarding-completed', t.fact_id,
      t.done_at, t.title, t.detail, t.evidence, t.stream, t.record_id, null::timestamptz, false
    from timeline t join finished using (handoff_id)
    where t.kind = 'required'
      and not exists (select from timeline d where d.handoff_id = t.handoff_id and d.kind = 'onboarding-completed')
    order by t.handoff_id, t.done_at desc, t.source_id, t.fact_id`);
  await tx.query(`delete from timeline where kind = 'required'`);
}
