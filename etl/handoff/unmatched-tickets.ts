import type { DataSource } from 'typeorm';
import { FREE_MAIL, LENDS_DOMAIN } from './free-mail.js';

export interface UnmatchedTicket {
  sourceId: string;
  externalId: string;
  subject: string | null;
  openedAt: Date | null;
  /** Of the requester; null when nobody or no address is known. */
  requesterEmail: string | null;
}

export interface UnmatchedTickets {
  count: number;
  /** Latest first, at most `limit`. */
  tickets: UnmatchedTicket[];
}

/** Standing tickets that lead to no account, neither by deal, company nor requester: they count in no KPI. */
export async function unmatchedTickets(db: DataSource, workspaceId: string, limit = 100): Promise<UnmatchedTickets> {
  const rows = await db.query<(UnmatchedTicket & { count: number })[]>(UNMATCHED, [workspaceId, FREE_MAIL, limit]);
  return { count: rows[0]?.count ?? 0, tickets: rows.map(({ count: _, ...ticket }) => ticket) };
}

const companyKnown = (sourceId: string, externalId: string) => `(
  exists (select from account_link l where l.workspace_id = $1 and l.source_id = ${sourceId} and l.external_id = ${externalId})
  or exists (select from deal d where d.workspace_id = $1 and d.source_id = ${sourceId} and d.account_external_id = ${externalId}))`;

const UNMATCHED = `
  select t.source_id as "sourceId", t.external_id as "externalId", t.subject, t.opened_at as "openedAt", p.email as "requesterEmail",
    (count(*) over ())::int as count
  from ticket t
    left join person p on p.workspace_id = $1 and p.source_id = t.source_id and p.external_id = t.requester_external_id
  where t.workspace_id = $1 and t.deleted_at is null
    and not case
      when t.deal_external_id is not null then exists (
        select from deal d where d.workspace_id = $1 and d.source_id = t.source_id and d.external_id = t.deal_external_id)
      when t.account_external_id is not null then ${companyKnown('t.source_id', 't.account_external_id')}
      when p.account_external_id is not null then ${companyKnown('p.source_id', 'p.account_external_id')}
      else exists (select from account_link l where l.domain = split_part(p.email, '@', 2) and ${LENDS_DOMAIN})
    end
  order by t.opened_at desc nulls last, t.source_id, t.external_id
  limit $3`;
