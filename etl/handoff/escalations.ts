import type { EntityManager } from 'typeorm';

/**
 * Counts the same escalation seen twice once: within 24 hours of an earlier one, on the same ticket or in another tool. It is compared with
 * those only that are not themselves seen twice, so that an echo does not hide the next escalation.
 */
export async function countEscalationsOnce(tx: EntityManager): Promise<void> {
  await tx.query(ECHOES);
}

const earlier = (echo: string, first: string) => `
  ${first}.handoff_id = ${echo}.handoff_id
  and (${first}.at, ${first}.source_id, ${first}.fact_id) < (${echo}.at, ${echo}.source_id, ${echo}.fact_id)
  and ${echo}.at - ${first}.at <= interval '24 hours'
  and (${first}.conversation = ${echo}.conversation or ${first}.source_id <> ${echo}.source_id)`;

const ECHOES = `
  with escalations as (
    select handoff_id, account_id, conversation, source_id, fact_id, at from timeline where kind = 'escalated'
  ),
  seen_first as (
    select * from escalations e where not exists (select from escalations f where ${earlier('e', 'f')})
  ),
  echoes as (
    select distinct e.handoff_id, e.source_id, e.fact_id from escalations e join seen_first f on ${earlier('e', 'f')}
  ),
  dropped as (
    delete from timeline t using echoes e
    where t.kind = 'escalated' and t.handoff_id = e.handoff_id and t.source_id = e.source_id and t.fact_id = e.fact_id
    returning t.account_id, t.source_id, t.fact_id, t.stream, t.record_id
  )
  insert into basis select distinct account_id, source_id, fact_id, stream, record_id from dropped`;
