import type { DataSource } from 'typeorm';
import type { AuditEntryShape, AuditFilter } from './audit.schema.js';

interface Asked extends AuditFilter {
  after?: string | undefined;
  limit: number;
}

type Row = Omit<AuditEntryShape, 'at'> & { at: Date };

const ENTRIES = `
  select number, at, actor, action, subject, detail, request_id as "requestId", address, hash
  from audit_entry
  where workspace_id = $1 and ($2::bigint is null or number < $2) and ($3::text is null or action = $3)
    and ($4::text is null or $4 in (lower(actor ->> 'email'), actor ->> 'loginId', actor ->> 'tokenPrefix', actor ->> 'kind'))
    and ($5::text is null or subject = $5) and ($6::timestamptz is null or at >= $6) and ($7::timestamptz is null or at < $7)
  order by number desc limit $8`;

/** Entries of a workspace, the latest first, a page of them. */
export async function auditEntries(db: DataSource, workspaceId: string, asked: Asked): Promise<AuditEntryShape[]> {
  const { after = null, action = null, actor, subject = null, from = null, to = null, limit } = asked;
  const rows = await db.query<Row[]>(ENTRIES, [workspaceId, after, action, actor?.toLowerCase() ?? null, subject, from, to, limit]);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
