import type { DataSource } from 'typeorm';
import { type EvidenceRow, evidenceColumns, evidenceJoins, evidenceShape } from './evidence.js';
import type { ExcludedAnswer } from './handoff.schema.js';

interface Row extends Omit<EvidenceRow, 'sourceId'> {
  /** Null when the fact of the deal is gone. */
  sourceId: string | null;
  id: string;
  name: string | null;
  accountName: string | null;
  wonAt: Date | null;
  reason: string;
}

/** Won deals that are no handoffs, by id, a page of them, and how many there are for each reason. */
export async function excludedDeals(
  db: DataSource,
  workspaceId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<ExcludedAnswer> {
  const reasons = await db.query<{ reason: string; count: number }[]>(
    `select reason, count(*)::integer as count from excluded_deal where workspace_id = $1 group by reason order by count(*) desc, reason`,
    [workspaceId],
  );
  const rows = await db.query<Row[]>(
    `with excluded as (
       select *, source_id || ':' || deal_external_id as id from excluded_deal
       where workspace_id = $1 and ($2::text is null or source_id || ':' || deal_external_id > $2)
       order by source_id || ':' || deal_external_id
       limit $3)
     select excluded.id, excluded.name, account.name as "accountName", excluded.won_at as "wonAt", excluded.reason,
       ${evidenceColumns('excluded_fact')}
     from excluded
     left join deal as excluded_fact on excluded_fact.workspace_id = excluded.workspace_id
       and excluded_fact.source_id = excluded.source_id and excluded_fact.external_id = excluded.deal_external_id
     ${evidenceJoins('excluded_fact')}
     left join account on account.workspace_id = excluded.workspace_id and account.id = excluded.account_id
     order by excluded.id`,
    [workspaceId, after ?? null, limit + 1],
  );
  const items = rows.slice(0, limit).map(shape);
  const total = reasons.reduce((sum, { count }) => sum + count, 0);
  return { total, reasons, items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

function shape({ id, name, accountName, wonAt, reason, sourceId, ...evidence }: Row): ExcludedAnswer['items'][number] {
  const record = sourceId === null ? null : evidenceShape({ ...evidence, sourceId });
  return { id, name, accountName, wonAt: wonAt?.toISOString() ?? null, reason, record };
}
