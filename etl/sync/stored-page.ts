import type { DataSource } from 'typeorm';
import type { Stream } from '../source/source.js';
import type { StreamKey } from './cursor.js';
import { type Accepted, type ReadPage, readPage, rejection, storable } from './page-record.js';
import { rereadHash, saysGone } from './record-hash.js';

/** Records that are mapped and written at once. */
const AT_ONCE = 1_000;

interface StoredRecord {
  external_id: string;
  /** Text of the payload. */
  json: string;
  hash: string;
  source_at: Date | null;
  read_at: Date;
  deleted_at: Date | null;
  /** Text of a later payload that was rejected and waits; null when none does. */
  refused_json: string | null;
}

/** Everything that is stored of a stream, in the order of its ids, as the stream reads it now. The cursor of the vendor plays no part. */
export async function* storedPages(db: DataSource, key: StreamKey, stream: Stream): AsyncGenerator<ReadPage> {
  for (let after: string | null = ''; after !== null; ) {
    const rows: StoredRecord[] = await db.query(
      `select record.external_id, record.payload::text as json, record.hash, record.source_at, record.read_at, record.deleted_at,
        nullif(waiting.payload, record.payload)::text as refused_json
      from record left join rejected_record as waiting on waiting.workspace_id = record.workspace_id and waiting.source_id = record.source_id
        and waiting.stream = record.stream and waiting.external_id = record.external_id and waiting.resolved_at is null
      where record.workspace_id = $1 and record.source_id = $2 and record.stream = $3 and record.external_id > $4
      order by record.external_id limit ${AT_ONCE}`,
      [key.workspaceId, key.sourceId, key.stream, after],
    );
    if (rows.length > 0) yield reread(stream, rows);
    after = rows.length < AT_ONCE ? null : (rows.at(-1)?.external_id ?? null);
  }
}

/** Payloads that were rejected, wait, and never stood: in the order of their ids. */
export async function* waitingPages(db: DataSource, key: StreamKey, stream: Stream): AsyncGenerator<ReadPage> {
  for (let after: string | null = ''; after !== null; ) {
    const rows: { external_id: string; payload: unknown }[] = await db.query(
      `select external_id, payload from rejected_record as waiting
      where workspace_id = $1 and source_id = $2 and stream = $3 and resolved_at is null and external_id > $4
        and not exists (
          select 1 from record where record.workspace_id = $1 and record.source_id = $2 and record.stream = $3
            and record.external_id = waiting.external_id)
      order by external_id limit ${AT_ONCE}`,
      [key.workspaceId, key.sourceId, key.stream, after],
    );
    if (rows.length > 0)
      yield readPage(
        stream,
        rows.map(({ payload }) => payload),
      );
    after = rows.length < AT_ONCE ? null : (rows.at(-1)?.external_id ?? null);
  }
}

function reread(stream: Stream, rows: StoredRecord[]): ReadPage {
  const page: ReadPage = { accepted: [], rejected: [] };
  for (const row of rows) {
    const later = row.refused_json === null ? null : readPage(stream, [JSON.parse(row.refused_json)]);
    if (later?.accepted.length) {
      page.accepted.push(...later.accepted);
      continue;
    }
    const payload: unknown = JSON.parse(row.json);
    try {
      page.accepted.push(rereadRecord(stream, row, payload));
    } catch (error) {
      if (!later) page.rejected.push({ ...rejection(stream, { payload, json: row.json }, error as Error), externalId: row.external_id });
    }
    page.rejected.push(...(later?.rejected ?? []));
  }
  return page;
}

function rereadRecord(stream: Stream, row: StoredRecord, payload: unknown): Accepted {
  const record = storable(stream.read(payload));
  if (record.externalId !== row.external_id)
    throw new Error(`its id would be "${record.externalId.slice(0, 100)}" under this mapping; import it again`);
  const hash = rereadHash(row.hash, record);
  const read = { json: row.json, hash, stored: { readAt: row.read_at } };
  if (!saysGone(row.hash)) return { ...read, record };
  // The payload does not know of the deletion; whatever it says now, the record is gone.
  return { ...read, record: { ...record, deletedAt: row.deleted_at, changedAt: row.source_at } };
}
