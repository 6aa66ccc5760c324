import type { DataSource } from 'typeorm';
import type { Handoff } from '../../etl/warehouse/index.js';
import { type EvidenceRow, evidenceColumns, evidenceJoins, evidenceShape } from './evidence.js';
import type { EvidenceRecord, HandoffAnswer } from './handoff.schema.js';

/** The account of a handoff and every company of every source that was matched to it. */
export async function accountOf(db: DataSource, { workspaceId, accountId, accountName }: Handoff): Promise<HandoffAnswer['account']> {
  const [account] = await db.query<{ name: string; domain: string | null }[]>(
    `select name, domain from account where workspace_id = $1 and id = $2`,
    [workspaceId, accountId],
  );
  const links = await db.query<(EvidenceRow & { externalId: string; name: string | null; reason: string | null })[]>(
    `select link.external_id as "externalId", link.name, link.reason, ${evidenceColumns('link')}
     from account_link as link ${evidenceJoins('link')}
     where link.workspace_id = $1 and link.account_id = $2
     order by link.source_id, link.external_id`,
    [workspaceId, accountId],
  );
  return {
    id: accountId,
    name: account?.name ?? accountName,
    domain: account?.domain ?? null,
    links: links.map((link) => ({ record: evidenceShape(link), externalId: link.externalId, name: link.name, reason: link.reason })),
  };
}

/** The deal a handoff was derived from. */
export async function dealRecord(db: DataSource, { workspaceId, sourceId, dealExternalId }: Handoff): Promise<EvidenceRecord> {
  const [row] = await db.query<EvidenceRow[]>(
    `select ${evidenceColumns('deal')} from deal ${evidenceJoins('deal')}
     where deal.workspace_id = $1 and deal.source_id = $2 and deal.external_id = $3`,
    [workspaceId, sourceId, dealExternalId],
  );
  if (row) return evidenceShape(row);
  return { sourceId, sourceName: sourceId, kind: 'unknown', stream: 'deals', recordId: dealExternalId, url: null, deleted: true };
}
