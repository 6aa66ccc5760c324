import type { EntityManager } from 'typeorm';
import { accountOfCompany, accountOfLoneDeal } from './account-id.js';
import { matchedByHand, placedByHand } from './by-hand.js';
import { FREE_MAIL, LENDS_DOMAIN } from './free-mail.js';
import { measure } from './scratch.js';

/** Finds all companies, people, deals and tickets of the touched accounts. */
export async function gatherFacts(tx: EntityManager, workspaceId: string): Promise<void> {
  await tx.query(REMEMBERED_DEALS, [workspaceId]);
  await measure(tx, 'reached');
  await tx.query(COMPANIES, [workspaceId]);
  await tx.query(LONE_DEALS, [workspaceId]);
  await measure(tx, 'company', 'touched_account');
  await tx.query(DEALS, [workspaceId]);
  await tx.query(CLIENTS, [workspaceId, FREE_MAIL]);
  await measure(tx, 'home_deal', 'client');
  await tx.query(CONVERSATIONS, [workspaceId]);
  await measure(tx, 'conversation');
}

/** An account without a link is known by its deals alone. */
const REMEMBERED_DEALS = `
  insert into reached
  select 'deal', b.source_id, substr(b.fact_id, 6)
  from account_fact b join touched_account using (account_id)
  where b.workspace_id = $1 and b.fact_id like 'deal:%'
  on conflict do nothing`;

/** Companies that a link describes, and those that a deal names and no link describes yet (or none that has been matched: it came while this ran). */
const COMPANIES = `
  with named_companies as (
    select source_id, id as external_id from reached where kind = 'company'
    union
    select d.source_id, d.account_external_id from reached r join deal d on d.source_id = r.source_id and d.external_id = r.id
    where r.kind = 'deal' and d.workspace_id = $1 and d.account_external_id is not null
  )
  insert into company
  select l.account_id, l.source_id, l.external_id, true from account_link l join touched_account using (account_id) where l.workspace_id = $1
  union all
  select ${accountOfCompany('n.source_id', 'n.external_id')}, n.source_id, n.external_id, false
  from named_companies n
  where not exists (
    select from account_link l
    where l.workspace_id = $1 and l.source_id = n.source_id and l.external_id = n.external_id and l.account_id is not null)`;

const LONE_DEALS = `
  insert into touched_account
  select account_id from company
  union
  select ${accountOfLoneDeal('d.source_id', 'd.external_id')}
  from reached r join deal d on d.source_id = r.source_id and d.external_id = r.id
  where r.kind = 'deal' and d.workspace_id = $1 and d.account_external_id is null
  on conflict do nothing`;

/** A deal lives in the account of the deal it was merged into, at the end of the chain. */
const DEALS = `
  with recursive own_deals as (
    select c.account_id, d.source_id, d.external_id, d.merged_into
    from company c join deal d on d.source_id = c.source_id and d.account_external_id = c.external_id
    where d.workspace_id = $1
    union all
    select ${accountOfLoneDeal('d.source_id', 'd.external_id')}, d.source_id, d.external_id, d.merged_into
    from reached r join deal d on d.source_id = r.source_id and d.external_id = r.id
    where r.kind = 'deal' and d.workspace_id = $1 and d.account_external_id is null
  ),
  family (account_id, source_id, external_id, home_id) as (
    select o.account_id, o.source_id, o.external_id, o.external_id from own_deals o
    where not exists (
      select from deal s
      where s.workspace_id = $1 and s.source_id = o.source_id and s.external_id = o.merged_into and s.external_id <> o.external_id)
    union
    select f.account_id, d.source_id, d.external_id, f.home_id
    from family f join deal d on d.source_id = f.source_id and d.merged_into = f.external_id and d.external_id <> f.external_id
    where d.workspace_id = $1
  )
  insert into home_deal select account_id, source_id, external_id, home_id from family`;

const CLIENTS = `
  with lent_domains as (
    select distinct l.account_id, l.domain from company c join account_link l using (source_id, external_id) where c.known and ${LENDS_DOMAIN}
  )
  insert into client
  select c.account_id, p.source_id, p.external_id, p.stream, p.record_id
  from company c join person p on p.source_id = c.source_id and p.account_external_id = c.external_id
  where p.workspace_id = $1 and not ${matchedByHand('person', 'p')}
  union all
  select c.account_id, p.source_id, p.external_id, p.stream, p.record_id
  from ${placedByHand('person')} join person p on p.source_id = m.source_id and p.external_id = m.external_id
  where p.workspace_id = $1
  union all
  select lent.account_id, p.source_id, p.external_id, p.stream, p.record_id
  from lent_domains lent join person p on p.email_domain = lent.domain
  where p.workspace_id = $1 and p.account_external_id is null and p.email_domain is not null and not ${matchedByHand('person', 'p')}`;

const NOT_PLACED = `not ${matchedByHand('ticket', 't')}`;

/** A ticket is whose a person said, else its deal's, else its company's, else its requester's. A deleted ticket is nobody's. */
const CONVERSATIONS = `
  insert into conversation
  select c.account_id, t.source_id, t.external_id, null, null, t.subject
  from ${placedByHand('ticket')} join ticket t on t.source_id = m.source_id and t.external_id = m.external_id
  where t.workspace_id = $1 and t.deleted_at is null
  union all
  select h.account_id, t.source_id, t.external_id, h.source_id || ':' || h.home_id, null, t.subject
  from home_deal h join ticket t on t.source_id = h.source_id and t.deal_external_id = h.external_id
  where t.workspace_id = $1 and t.deleted_at is null and ${NOT_PLACED}
  union all
  select c.account_id, t.source_id, t.external_id, null, null, t.subject
  from company c join ticket t on t.source_id = c.source_id and t.account_external_id = c.external_id
  where t.workspace_id = $1 and t.deal_external_id is null and t.deleted_at is null and ${NOT_PLACED}
  union all
  select p.account_id, t.source_id, t.external_id, null, p.external_id, t.subject
  from client p join ticket t on t.source_id = p.source_id and t.requester_external_id = p.external_id
  where t.workspace_id = $1 and t.deal_external_id is null and t.account_external_id is null and t.deleted_at is null and ${NOT_PLACED}`;
