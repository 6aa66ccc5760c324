import type { EntityManager } from 'typeorm';

/** The first substantial message of ours welcomes the customer, where nothing says that they had been welcomed by then. */
export async function welcomeByMessage(tx: EntityManager): Promise<void> {
  await tx.query(`
    insert into timeline
    select distinct on (t.handoff_id) t.handoff_id, t.won_at, t.account_id, t.conversation, t.source_id, 'welcome-sent', t.fact_id, t.at,
      t.title, t.detail, t.evidence, t.stream, t.record_id, null::timestamptz, false
    from timeline t
    where t.kind = 'contact-made' and t.detail = 'us' and t.substantive and t.at >= t.won_at
      and not exists (select from timeline w where w.handoff_id = t.handoff_id and w.kind = 'welcome-sent' and w.at <= t.at)
    order by t.handoff_id, t.at, t.source_id, t.fact_id`);
}

/**
 * Onboarding is complete once every required task there is has been done or called off, where nothing says that it had been by then.
 * A task begun a day later or more is no part of it: whoever asked in between was told that onboarding was complete, and it was.
 */
export async function completeByTasks(tx: EntityManager): Promise<void> {
  await tx.query(COMPLETE);
  await tx.query(`delete from timeline where kind = 'required'`);
}

const COMPLETE = `
  with required as (
    select * from timeline where kind = 'required'
  ),
  finishing as (
    select distinct on (t.handoff_id) t.*
    from required t
    where t.done_at is not null
      and exists (select from required d where d.handoff_id = t.handoff_id and d.detail is null and d.done_at <= t.done_at)
      and not exists (
        select from required o
        where o.handoff_id = t.handoff_id and coalesce(o.done_at, 'infinity') > t.done_at
          and coalesce(o.begun_at, '-infinity') < t.done_at + interval '24 hours')
    order by t.handoff_id, t.done_at, t.source_id, t.fact_id
  )
  insert into timeline
  select t.handoff_id, t.won_at, t.account_id, t.conversation, t.source_id, 'onboarding-completed', t.fact_id, t.done_at, t.title, null,
    t.evidence, t.stream, t.record_id, null::timestamptz, false
  from finishing t
  where not exists (
    select from timeline d where d.handoff_id = t.handoff_id and d.kind = 'onboarding-completed' and d.at <= t.done_at)`;
