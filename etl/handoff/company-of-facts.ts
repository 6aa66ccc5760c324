import { LENDS_DOMAIN } from './free-mail.js';

/**
 * SQL, as CTEs, for the company that each ticket, subscription and survey response leads to by the rules of the derivation: what a person
 * said, else its deal's, else its ticket's, else its company, else its person's. `settled` is true when a known deal settles it.
 * $1 is the workspace, $2 FREE_MAIL.
 */
export const COMPANY_OF_FACTS = `
  lent_domains as (
    select distinct on (l.domain) l.domain, l.source_id, l.external_id from account_link l where ${LENDS_DOMAIN}
    order by l.domain, l.source_id, l.external_id
  ),
  people as (
    select p.source_id, p.external_id, p.name, p.email,
      case when m.kind is not null then m.to_source_id when p.account_external_id is not null then p.source_id else d.source_id end
        as company_source_id,
      case when m.kind is not null then m.to_external_id when p.account_external_id is not null then p.account_external_id
        else d.external_id end as company_id
    from person p
      left join hand_match m on m.workspace_id = $1 and m.kind = 'person' and m.source_id = p.source_id and m.external_id = p.external_id
      left join lent_domains d on p.account_external_id is null and d.domain = split_part(p.email, '@', 2)
    where p.workspace_id = $1
  ),
  tickets as (
    select 'ticket' as kind, t.source_id, t.external_id, t.subject as title, t.opened_at as at,
      case when m.kind is null and t.deal_external_id is null and t.account_external_id is null then p.external_id end as person_id,
      case when m.kind is not null then m.to_source_id when t.account_external_id is not null then t.source_id else p.company_source_id end
        as company_source_id,
      case when m.kind is not null then m.to_external_id when t.account_external_id is not null then t.account_external_id
        else p.company_id end as company_id,
      m.kind is null and t.deal_external_id is not null as of_deal, t.deal_external_id
    from ticket t
      left join hand_match m on m.workspace_id = $1 and m.kind = 'ticket' and m.source_id = t.source_id and m.external_id = t.external_id
      left join people p on p.source_id = t.source_id and p.external_id = t.requester_external_id
    where t.workspace_id = $1 and t.deleted_at is null
  ),
  subscriptions as (
    select 'subscription' as kind, s.source_id, s.external_id, s.product as title, s.started_at as at, null::text as person_id,
      case when m.kind is not null then m.to_source_id else s.source_id end as company_source_id,
      case when m.kind is not null then m.to_external_id else s.account_external_id end as company_id,
      false as of_deal, null::text as deal_external_id
    from subscription s
      left join hand_match m
        on m.workspace_id = $1 and m.kind = 'subscription' and m.source_id = s.source_id and m.external_id = s.external_id
    where s.workspace_id = $1 and s.deleted_at is null
  ),
  survey_responses as (
    select 'survey response' as kind, r.source_id, r.external_id, r.comment as title, coalesce(r.answered_at, r.asked_at) as at,
      case when m.kind is not null or r.deal_external_id is not null then null when r.ticket_external_id is not null then t.person_id
        when r.account_external_id is null then p.external_id end as person_id,
      case when m.kind is not null then m.to_source_id when r.ticket_external_id is not null then t.company_source_id
        when r.account_external_id is not null then r.source_id else p.company_source_id end as company_source_id,
      case when m.kind is not null then m.to_external_id when r.ticket_external_id is not null then t.company_id
        when r.account_external_id is not null then r.account_external_id else p.company_id end as company_id,
      m.kind is null and (r.deal_external_id is not null or coalesce(t.of_deal, false)) as of_deal,
      coalesce(r.deal_external_id, t.deal_external_id) as deal_external_id
    from survey_response r
      left join hand_match m
        on m.workspace_id = $1 and m.kind = 'survey response' and m.source_id = r.source_id and m.external_id = r.external_id
      left join tickets t on t.source_id = r.source_id and t.external_id = r.ticket_external_id
      left join people p on p.source_id = r.source_id and p.external_id = r.person_external_id
    where r.workspace_id = $1 and r.deleted_at is null
  ),
  facts as (select * from tickets union all select * from subscriptions union all select * from survey_responses)`;
