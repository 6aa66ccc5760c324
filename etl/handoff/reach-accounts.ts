import type { EntityManager } from 'typeorm';
import { accountOfCompany, accountOfLoneDeal } from './account-id.js';
import { reachByHand } from './by-hand.js';
import { FREE_MAIL, LENDS_DOMAIN } from './free-mail.js';
import { measure } from './scratch.js';

const REACHED = ' on conflict do nothing';

/** Follows the changed facts to the accounts they are in now. It may reach an account too many, never one too few. */
export async function reachAccounts(tx: EntityManager, workspaceId: string): Promise<void> {
  const statements = [NAMED_BY_FACTS, NAMED_BY_STAGES, WHERE_PEOPLE_ARE_NAMED, NAMED_BY_TICKETS, MERGED_DEALS];
  for (const statement of statements) {
    await tx.query(statement, [workspaceId]);
    await measure(tx, 'reached');
  }
  await reachByHand(tx, workspaceId);
  await tx.query(ACCOUNTS, [workspaceId, FREE_MAIL]);
  await measure(tx, 'touched_account');
}

const of = (table: string, kind: string, column: string) =>
  `select '${kind}', f.source_id, f.${column} from ${table} f join changed_record using (source_id, stream, record_id)
  where f.workspace_id = $1 and f.${column} is not null`;

const NAMED_BY_FACTS = `insert into reached ${[
  of('ticket', 'ticket', 'external_id'),
  of('message', 'ticket', 'ticket_external_id'),
  of('event', 'ticket', 'ticket_external_id'),
  of('survey_response', 'ticket', 'ticket_external_id'),
  of('deal', 'deal', 'external_id'),
  of('deal_stage_change', 'deal', 'deal_external_id'),
  of('task', 'deal', 'deal_external_id'),
  of('event', 'deal', 'deal_external_id'),
  of('survey_response', 'deal', 'deal_external_id'),
  of('task', 'company', 'account_external_id'),
  of('event', 'company', 'account_external_id'),
  of('survey_response', 'company', 'account_external_id'),
  of('subscription', 'company', 'account_external_id'),
  of('person', 'company', 'account_external_id'),
  of('person', 'person', 'external_id'),
  of('event', 'person', 'person_external_id'),
  of('survey_response', 'person', 'person_external_id'),
].join(' union ')} ${REACHED}`;

/** Stages change so rarely that all deals of the source are looked at again. */
const NAMED_BY_STAGES = `
  insert into reached
  select 'deal', d.source_id, d.external_id from deal d
  where d.workspace_id = $1 and d.source_id in (
    select s.source_id from pipeline_stage s join changed_record using (source_id, stream, record_id) where s.workspace_id = $1)
  ${REACHED}`;

/** Whose name changed, and who shares it: their deals and companies show another name now. */
const WHERE_PEOPLE_ARE_NAMED = `
  with changed_people as (
    select p.source_id, p.external_id, p.name from person p join changed_record using (source_id, stream, record_id) where p.workspace_id = $1
  ),
  renamed as (
    select source_id, external_id from changed_people
    union
    select o.source_id, o.external_id from changed_people c join person o on o.name = c.name where o.workspace_id = $1 and o.internal
  )
  insert into reached
  select 'deal', d.source_id, d.external_id from deal d
    join renamed r on r.source_id = d.source_id and r.external_id = d.owner_external_id where d.workspace_id = $1
  union
  select 'deal', d.source_id, d.external_id from deal d
    join renamed r on r.source_id = d.source_id and r.external_id = d.csm_external_id where d.workspace_id = $1
  union
  select 'company', l.source_id, l.external_id from account_link l
    join renamed r on r.source_id = l.source_id and r.external_id = l.csm_external_id where l.workspace_id = $1
  union
  select named.kind, e.source_id, named.id
  from event e join renamed r on r.source_id = e.source_id and r.external_id = e.detail,
    lateral (values
      ('deal', e.deal_external_id), ('ticket', e.ticket_external_id), ('company', e.account_external_id), ('person', e.person_external_id)
    ) named (kind, id)
  where e.workspace_id = $1 and e.kind in ('owner-named', 'owner-changed') and named.id is not null
  ${REACHED}`;

const NAMED_BY_TICKETS = `
  with reached_tickets as (
    select t.* from reached r join ticket t on t.source_id = r.source_id and t.external_id = r.id
    where r.kind = 'ticket' and t.workspace_id = $1
  )
  insert into reached
  select 'deal', source_id, deal_external_id from reached_tickets where deal_external_id is not null
  union select 'company', source_id, account_external_id from reached_tickets where account_external_id is not null
  union select 'person', source_id, requester_external_id from reached_tickets where requester_external_id is not null
  ${REACHED}`;

/** A merged deal counts for the one it went into: both ends of each merge are reached. */
const MERGED_DEALS = `
  with recursive merges as (
    select source_id, external_id as one, merged_into as other from deal where workspace_id = $1 and merged_into is not null
    union all
    select source_id, merged_into, external_id from deal where workspace_id = $1 and merged_into is not null
  ),
  merge_family (source_id, id) as (
    select source_id, id from reached where kind = 'deal'
    union
    select m.source_id, m.other from merge_family f join merges m on m.source_id = f.source_id and m.one = f.id
  )
  insert into reached select 'deal', source_id, id from merge_family ${REACHED}`;

const ACCOUNTS = `
  with companies as (
    select source_id, id as external_id from reached where kind = 'company'
    union
    select d.source_id, d.account_external_id from reached r join deal d on d.source_id = r.source_id and d.external_id = r.id
    where r.kind = 'deal' and d.workspace_id = $1 and d.account_external_id is not null
    union
    select p.source_id, p.account_external_id from reached r join person p on p.source_id = r.source_id and p.external_id = r.id
    where r.kind = 'person' and p.workspace_id = $1 and p.account_external_id is not null
  )
  insert into touched_account
  select coalesce(l.account_id, ${accountOfCompany('c.source_id', 'c.external_id')})
  from companies c left join account_link l on l.workspace_id = $1 and l.source_id = c.source_id and l.external_id = c.external_id
  union
  select ${accountOfLoneDeal('d.source_id', 'd.external_id')}
  from reached r join deal d on d.source_id = r.source_id and d.external_id = r.id
  where r.kind = 'deal' and d.workspace_id = $1 and d.account_external_id is null
  union
  select l.account_id
  from reached r join person p on p.source_id = r.source_id and p.external_id = r.id
    join account_link l on l.domain = p.email_domain
  where r.kind = 'person' and p.workspace_id = $1 and p.account_external_id is null and ${LENDS_DOMAIN}
  on conflict do nothing`;
