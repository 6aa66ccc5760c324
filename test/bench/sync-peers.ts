import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { DataSource } from 'typeorm';
import { copyLine, JsonText } from '../../etl/sync/copy-line.js';
import type { StreamKey } from '../../etl/sync/cursor.js';
import { bulkTable } from '../../etl/sync/fact-column.js';
import type { Accepted } from '../../etl/sync/page-record.js';
import { type Fact, PendingChange, Record as RecordRow } from '../../etl/warehouse/index.js';

type Row = Record<string, unknown>;
type Rows = Map<new () => object, Map<string, Row>>;

/** The rows that a stretch of records becomes, as `writePage` leaves them. */
export function rowsOf(key: StreamKey, accepted: Accepted[], at: Date): Rows {
  const rows: Rows = new Map();
  const add = (table: new () => object, id: string, row: Row) => rows.set(table, (rows.get(table) ?? new Map()).set(id, row));
  for (const { record, json, hash } of accepted) {
    const { externalId, url, changedAt: sourceAt, deletedAt } = record;
    add(RecordRow, externalId, { ...key, externalId, payload: new JsonText(json), hash, url, sourceAt, readAt: at, deletedAt });
    add(PendingChange, externalId, { ...key, recordId: externalId });
    for (const { table, rows } of record.rows)
      for (const row of rows) add(table, row.externalId, { deletedAt, ...row, ...key, recordId: externalId });
  }
  return rows;
}

/** COPY statements and their bytes, so that encoding is not counted against the peer. */
export function encoded(db: DataSource, rows: Rows): { sql: string; bytes: Buffer[]; count: number }[] {
  return [...rows].map(([entity, byId]) => {
    const table = bulkTable(db.manager, entity);
    const sql = `copy ${table.name} (${table.columns.map(({ name }) => name).join(', ')}) from stdin`;
    const lines = [...byId.values()].map((row) => copyLine(table, row));
    const bytes: Buffer[] = [];
    for (let start = 0; start < lines.length; start += 500) bytes.push(Buffer.from(lines.slice(start, start + 500).join('')));
    return { sql, bytes, count: lines.length };
  });
}

/** The peer: nothing but COPY into the tables themselves, in one transaction. */
export async function plainCopy(client: Client, copies: ReturnType<typeof encoded>): Promise<void> {
  await client.query('begin');
  for (const { sql, bytes } of copies) await pipeline(Readable.from(bytes), client.query(copyFrom(sql)));
  await client.query('commit');
}

/** What most would write: `upsert` of TypeORM, 500 rows at once, in one transaction. */
export async function typeormUpsert(db: DataSource, rows: Rows): Promise<void> {
  await db.transaction(async (tx) => {
    for (const [entity, byId] of rows) {
      const repository = tx.getRepository(entity as new () => Fact);
      const keys = repository.metadata.primaryColumns.map(({ propertyName }) => propertyName);
      const all = [...byId.values()].map((row) =>
        row.payload instanceof JsonText ? { ...row, payload: JSON.parse(row.payload.text) } : row,
      );
      for (let start = 0; start < all.length; start += 500) await repository.upsert(all.slice(start, start + 500) as Partial<Fact>[], keys);
    }
  });
}
