import type { EntityManager } from 'typeorm';
import { Record as RecordRow } from '../warehouse/index.js';
import { bulkInsert, bulkUpsert } from './bulk-write.js';
import { copyLine, JsonText } from './copy-line.js';
import type { StreamKey } from './cursor.js';
import { type BulkTable, bulkTable } from './fact-column.js';
import { type Accepted, older, type Rejected } from './page-record.js';

interface Stored {
  external_id: string;
  hash: string;
  source_at: Date | null;
}

/** What of a page is new or different, and which of these were stored before. A state older than the stored one is not news. */
export async function changedRecords(
  tx: EntityManager,
  key: StreamKey,
  accepted: Accepted[],
): Promise<{ changed: Accepted[]; before: Set<string> }> {
  if (accepted.length === 0) return { changed: [], before: new Set() };
  const stored: Stored[] = await tx.query(
    `select external_id, hash, source_at from record
    where workspace_id = $1 and source_id = $2 and stream = $3 and external_id = any($4)`,
    [key.workspaceId, key.sourceId, key.stream, accepted.map(({ record }) => record.externalId)],
  );
  const byId = new Map(stored.map((row) => [row.external_id, row]));
  const changed = accepted.filter((given) => {
    const known = byId.get(given.record.externalId);
    return !known || (known.hash !== given.hash && (given.stored !== undefined || !older(given.record, { changedAt: known.source_at })));
  });
  return { changed, before: new Set(changed.map(({ record }) => record.externalId).filter((id) => byId.has(id))) };
}

interface Changed {
  changed: Accepted[];
  /** Ids of those that were stored before. */
  before: ReadonlySet<string>;
  at: Date;
}

/** Stores the payloads, and names them as pending for the derivation. */
export async function writeRecords(tx: EntityManager, key: StreamKey, { changed, before, at }: Changed): Promise<void> {
  const table = bulkTable(tx, RecordRow);
  const [old, fresh]: [Accepted[], Accepted[]] = [[], []];
  for (const given of changed) (before.has(given.record.externalId) ? old : fresh).push(given);
  if (fresh.length > 0)
    await bulkInsert(tx, table, { workspaceId: key.workspaceId, lines: recordLines(table, key, { records: fresh, at }) });
  await bulkUpsert(tx, table, { workspaceId: key.workspaceId, lines: [...recordLines(table, key, { records: old, at })] });
  await tx.query(
    `insert into pending_change (workspace_id, source_id, stream, record_id)
    select $1, $2, $3, unnest($4::text[]) on conflict (workspace_id, source_id, stream, record_id) do nothing`,
    [key.workspaceId, key.sourceId, key.stream, changed.map(({ record }) => record.externalId)],
  );
}

function* recordLines(table: BulkTable, key: StreamKey, { records, at }: { records: Accepted[]; at: Date }): Generator<string> {
  for (const { record, json, hash, stored } of records) {
    const { externalId, url, changedAt: sourceAt, deletedAt } = record;
    const readAt = stored?.readAt ?? at;
    yield copyLine(table, { externalId, payload: new JsonText(json), hash, url, sourceAt, readAt, deletedAt }, { ...key });
  }
}

/** Keeps what was rejected, with its reason. */
export async function writeRejected(
  tx: EntityManager,
  key: StreamKey,
  { rejected, at }: { rejected: Rejected[]; at: Date },
): Promise<void> {
  if (rejected.length === 0) return;
  const columns = [rejected.map((row) => row.externalId), rejected.map((row) => row.reason), rejected.map((row) => row.json)];
  await tx.query(
    `insert into rejected_record (workspace_id, source_id, stream, external_id, reason, payload, first_read_at, last_read_at, resolved_at)
    select $1, $2, $3, refused.external_id, refused.reason, refused.payload::jsonb, $4, $4, null
    from unnest($5::text[], $6::text[], $7::text[]) as refused (external_id, reason, payload)
    on conflict (workspace_id, source_id, stream, external_id)
    do update set reason = excluded.reason, payload = excluded.payload, last_read_at = excluded.last_read_at, resolved_at = null`,
    [key.workspaceId, key.sourceId, key.stream, at, ...columns],
  );
}

/** What passes now is rejected no more. */
export async function resolveRejected(tx: EntityManager, key: StreamKey, { ids, at }: { ids: string[]; at: Date }): Promise<void> {
  await tx.query(
    `update rejected_record set resolved_at = $5
    where workspace_id = $1 and source_id = $2 and stream = $3 and external_id = any($4) and resolved_at is null`,
    [key.workspaceId, key.sourceId, key.stream, ids, at],
  );
}
