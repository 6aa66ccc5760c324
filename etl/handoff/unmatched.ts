import type { DataSource } from 'typeorm';
import type { MatchedByHand } from '../warehouse/index.js';
import { COMPANY_OF_FACTS } from './company-of-facts.js';
import { FREE_MAIL } from './free-mail.js';

/** What would be placed together: a company, a person, or a single fact that names neither. */
export interface Unmatched {
  kind: MatchedByHand;
  sourceId: string;
  externalId: string;
  /** Of the company or person, or what the fact is about; null when it says nothing. */
  name: string | null;
  /** Domain of the company or address of the person. */
  address: string | null;
  ticketCount: number;
  subscriptionCount: number;
  responseCount: number;
  /** Of the latest of them; null when none has a time. */
  latestAt: Date | null;
}

export interface UnmatchedFacts {
  /** Of the whole list: facts that count in no KPI. */
  ticketCount: number;
  subscriptionCount: number;
  responseCount: number;
  /** Entries of the whole list. */
  count: number;
  /** Most facts first. */
  unmatched: Unmatched[];
}

export interface Slice {
  limit: number;
  offset: number;
}

interface Row extends Unmatched {
  count: number;
  tickets: number;
  subscriptions: number;
  responses: number;
}

/** Standing tickets, subscriptions and survey responses that lead to no account of the tool that has the deals. */
export async function unmatchedFacts(db: DataSource, workspaceId: string, { limit, offset }: Slice): Promise<UnmatchedFacts> {
  const rows = await db.query<Row[]>(UNMATCHED, [workspaceId, FREE_MAIL, limit, offset]);
  const [first] = rows;
  return {
    ticketCount: first?.tickets ?? 0,
    subscriptionCount: first?.subscriptions ?? 0,
    responseCount: first?.responses ?? 0,
    count: first?.count ?? 0,
    unmatched: rows.map(({ count: _, tickets: _t, subscriptions: _s, responses: _r, ...one }) => one),
  };
}

/** An account is known when a company of a tool with deals is in it, or a deal names it. */
const UNMATCHED = `
  with known_accounts as (
    select distinct l.account_id from account_link l
    where l.workspace_id = $1 and l.source_id in (select d.source_id from deal d where d.workspace_id = $1)
  ),
  ${COMPANY_OF_FACTS},
  astray as (
    select f.kind, f.source_id, f.external_id, f.title, f.at, l.name, l.domain,
      case when l.external_id is not null then 'company' when p.external_id is not null then 'person' else f.kind end as group_kind,
      case when l.external_id is not null then l.source_id else f.source_id end as group_source_id,
      case when l.external_id is not null then l.external_id when p.external_id is not null then p.external_id else f.external_id end
        as group_id,
      p.name as person_name, p.email
    from facts f
      left join account_link l on l.workspace_id = $1 and l.source_id = f.company_source_id and l.external_id = f.company_id
      left join known_accounts k on k.account_id = l.account_id
      left join people p on p.source_id = f.source_id and p.external_id = f.person_id and l.external_id is null
    where k.account_id is null
      and not exists (
        select from deal d
        where d.workspace_id = $1 and case when f.of_deal then d.source_id = f.source_id and d.external_id = f.deal_external_id
          else d.source_id = f.company_source_id and d.account_external_id = f.company_id end)
  ),
  grouped as (
    select group_kind as kind, group_source_id as "sourceId", group_id as "externalId",
      coalesce(min(name), min(person_name), case when group_kind not in ('company', 'person') then min(title) end) as name,
      coalesce(min(domain), min(email)) as address,
      (count(*) filter (where kind = 'ticket'))::int as "ticketCount",
      (count(*) filter (where kind = 'subscription'))::int as "subscriptionCount",
      (count(*) filter (where kind = 'survey response'))::int as "responseCount",
      max(at) as "latestAt", count(*) as size
    from astray group by group_kind, group_source_id, group_id
  ),
  counted as (
    select g.*, (count(*) over ())::int as count, (sum("ticketCount") over ())::int as tickets,
      (sum("subscriptionCount") over ())::int as subscriptions, (sum("responseCount") over ())::int as responses
    from grouped g
  )
  select kind, "sourceId", "externalId", name, address, "ticketCount", "subscriptionCount", "responseCount", "latestAt", count, tickets,
    subscriptions, responses
  from counted
  order by size desc, "latestAt" desc nulls last, "sourceId", kind, "externalId"
  limit $3 offset $4`;
