import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';
import type { BulkTable } from './fact-column.js';

/** COPYs lines into a temporary twin of the table and upserts them from there in one statement. No two lines may have one key. */
export async function bulkUpsert(tx: EntityManager, table: BulkTable, { workspaceId, lines }: { workspaceId: string; lines: string[] }) {
  if (lines.length === 0) return;
  const staging = `staging_${table.name}`;
  const columns = table.columns.map(({ name }) => name).join(', ');
  await tx.query(`create temp table if not exists ${staging} (like ${table.name}) on commit delete rows`);
  await copy(tx, `copy ${staging} (${columns}) from stdin`, lines);
  await tx.query(upsertSql(table, staging, columns), [workspaceId]);
}

function upsertSql({ name, columns }: BulkTable, staging: string, all: string): string {
  const key = columns.filter((column) => column.key).map((column) => column.name);
  const changed = columns.filter((column) => !column.key).map((column) => `${column.name} = excluded.${column.name}`);
  return `insert into ${name} (${all}) select ${all} from ${staging} where workspace_id = $1
    on conflict (${key.join(', ')}) do update set ${changed.join(', ')}`;
}

/** Lines are joined to pieces of this many, so that a piece is worth a write to the socket. */
const LINES_AT_ONCE = 500;

async function copy(tx: EntityManager, sql: string, lines: string[]): Promise<void> {
  const client = (await tx.queryRunner?.connect()) as PoolClient | undefined;
  if (!client) throw new Error('A bulk write needs a transaction.');
  const pieces: string[] = [];
  for (let start = 0; start < lines.length; start += LINES_AT_ONCE) pieces.push(lines.slice(start, start + LINES_AT_ONCE).join(''));
  await pipeline(Readable.from(pieces), client.query(copyFrom(sql)));
}
