import type { DataSource } from 'typeorm';
import type { MatchedByHand } from '../../etl/warehouse/index.js';
import type { Placements } from './match.schema.js';

interface Row {
  kind: MatchedByHand;
  sourceId: string;
  externalId: string;
  sourceName: string;
  name: string | null;
  accountId: string | null;
  accountName: string | null;
  apart: boolean;
  decidedAt: Date;
  count: number;
}

const PLACEMENTS = `
  select m.kind, m.source_id as "sourceId", m.external_id as "externalId", coalesce(s.name, m.source_id) as "sourceName",
         coalesce(c.name, c.domain, p.name, p.email, t.subject, u.product, r.comment) as name,
         to_link.account_id as "accountId", a.name as "accountName", m.to_external_id is null as apart, m.decided_at as "decidedAt",
         (count(*) over ())::int as count
    from hand_match m
    left join source s on s.workspace_id = $1 and s.id = m.source_id
    left join account_link c
      on c.workspace_id = $1 and m.kind = 'company' and c.source_id = m.source_id and c.external_id = m.external_id
    left join person p on p.workspace_id = $1 and m.kind = 'person' and p.source_id = m.source_id and p.external_id = m.external_id
    left join ticket t on t.workspace_id = $1 and m.kind = 'ticket' and t.source_id = m.source_id and t.external_id = m.external_id
    left join subscription u
      on u.workspace_id = $1 and m.kind = 'subscription' and u.source_id = m.source_id and u.external_id = m.external_id
    left join survey_response r
      on r.workspace_id = $1 and m.kind = 'survey response' and r.source_id = m.source_id and r.external_id = m.external_id
    left join account_link to_link
      on to_link.workspace_id = $1 and to_link.source_id = m.to_source_id and to_link.external_id = m.to_external_id
    left join account a on a.workspace_id = $1 and a.id = to_link.account_id
   where m.workspace_id = $1
   order by m.decided_at desc, m.kind, m.source_id, m.external_id
   limit $2 offset $3`;

/** What people have placed by hand, the latest first. */
export async function placementsOf(
  db: DataSource,
  workspaceId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<Placements> {
  const rows = await db.query<Row[]>(PLACEMENTS, [workspaceId, limit, offset]);
  return {
    count: rows[0]?.count ?? 0,
    placements: rows.map(({ count: _, decidedAt, ...row }) => ({ ...row, decidedAt: decidedAt.toISOString() })),
  };
}
