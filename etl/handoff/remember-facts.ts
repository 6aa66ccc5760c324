import type { EntityManager } from 'typeorm';
import { NAMED_PEOPLE } from './name-people.js';
import { SUBSCRIPTIONS_OF_ACCOUNTS } from './placed.js';
import { measure } from './scratch.js';

/** Notes which facts the touched accounts rest on without an event naming them, so that the account is found again when one moves away. */
export async function rememberFacts(tx: EntityManager, workspaceId: string): Promise<void> {
  await tx.query(STRUCTURE, [workspaceId]);
  await tx.query(PEOPLE, [workspaceId]);
  await tx.query(OPEN_TASKS);
  await tx.query(WITHOUT_ACCOUNT);
  await measure(tx, 'basis');
  await tx.query(
    `delete from account_fact a using touched_account t
    where a.workspace_id = $1 and a.account_id = t.account_id
      and not exists (
        select from basis b
        where b.account_id = a.account_id and b.source_id = a.source_id and b.fact_id = a.fact_id and b.stream = a.stream
          and b.record_id = a.record_id)`,
    [workspaceId],
  );
  await tx.query(
    `insert into account_fact (workspace_id, source_id, fact_id, account_id, stream, record_id)
    select $1::uuid, source_id, fact_id, account_id, stream, record_id from (select distinct * from basis) b
    on conflict (workspace_id, source_id, fact_id, account_id) do nothing`,
    [workspaceId],
  );
}

const STRUCTURE = `
  insert into basis
  select c.account_id, l.source_id, 'company:' || l.external_id, l.stream, l.record_id
  from company c join account_link l using (source_id, external_id) where c.known and l.workspace_id = $1
  union all
  select h.account_id, d.source_id, 'deal:' || d.external_id, d.stream, d.record_id
  from home_deal h join deal d using (source_id, external_id) where d.workspace_id = $1
  union all
  select h.account_id, c.source_id, 'stage:' || c.external_id, c.stream, c.record_id
  from home_deal h join deal d using (source_id, external_id)
    join deal_stage_change c on c.source_id = d.source_id and c.deal_external_id = d.external_id
  where d.workspace_id = $1 and c.workspace_id = $1 and (c.stream, c.record_id) <> (d.stream, d.record_id)
  union all
  select c.account_id, t.source_id, 'ticket:' || t.external_id, t.stream, t.record_id
  from conversation c join ticket t using (source_id, external_id) where t.workspace_id = $1
  union all
  select b.account_id, s.source_id, 'subscription:' || s.external_id, s.stream, s.record_id
  from (${SUBSCRIPTIONS_OF_ACCOUNTS}) b join subscription s using (source_id, external_id) where s.workspace_id = $1`;

/** Those who tell whose ticket it is, those who are named, and those who share a name with them. */
const PEOPLE = `
  with named as (
    select n.account_id, p.source_id, p.external_id, p.name, p.internal, p.stream, p.record_id
    from (${NAMED_PEOPLE}) n join person p using (source_id, external_id) where p.workspace_id = $1
  ),
  asked as (
    select account_id, source_id, person_id from conversation where person_id is not null
    union
    select account_id, source_id, person_id from happening where person_id is not null
  )
  insert into basis
  select c.account_id, c.source_id, 'person:' || c.external_id, c.stream, c.record_id
  from asked a join client c on c.source_id = a.source_id and c.external_id = a.person_id
  union
  select account_id, source_id, 'person:' || external_id, stream, record_id from named
  union
  select n.account_id, o.source_id, 'person:' || o.external_id, o.stream, o.record_id
  from named n join person o on o.name = n.name where o.workspace_id = $1 and n.internal and o.internal`;

const OPEN_TASKS = `
  insert into basis
  select account_id, source_id, fact_id, stream, record_id from happening where kind = 'required' and (done_at is null or detail is not null)`;

/** A company that facts name, but neither link nor deal, is no account yet. */
const WITHOUT_ACCOUNT = `delete from basis b where not exists (select from new_account n where n.id = b.account_id)`;
