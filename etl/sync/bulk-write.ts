import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';
import type { BulkTable } from './fact-column.js';

interface Lines {
  workspaceId: string;
  lines: Iterable<string>;
}

/** Writes lines of which none of the keys may be stored yet, and no two may have one key. */
export async function bulkInsert(tx: EntityManager, table: BulkTable, { workspaceId, lines }: Lines): Promise<void> {
  const staging = await stage(tx, table, lines);
  await tx.query(insertSql(table, staging), [workspaceId]);
}

/** Writes lines in one statement, those whose keys are stored over the stored. No two lines may have one key. */
export async function bulkUpsert(tx: EntityManager, table: BulkTable, { workspaceId, lines }: Lines & { lines: string[] }): Promise<void> {
  if (lines.length === 0) return;
  const staging = await stage(tx, table, lines);
  await tx.query(upsertSql(table, staging), [workspaceId]);
}

/** Twins that a transaction has used: most use each once, and a commit empties them. */
const stagedBy = new WeakMap<EntityManager, Set<string>>();

/** COPYs lines into a temporary twin of the table: row-level security lets nobody COPY into the table itself. */
async function stage(tx: EntityManager, table: BulkTable, lines: Iterable<string>): Promise<string> {
  const staging = `staging_${table.name}`;
  const staged = stagedBy.get(tx) ?? new Set();
  stagedBy.set(tx, staged);
  if (staged.has(staging)) await tx.query(`truncate ${staging}`);
  else await tx.query(`create temp table if not exists ${staging} (like ${table.name}) on commit delete rows`);
  staged.add(staging);
  await copy(tx, { into: staging, table, lines });
  return staging;
}

const insertSql = (table: BulkTable, staging: string) =>
  `insert into ${table.name} (${columnsOf(table)}) select ${columnsOf(table)} from ${staging} where workspace_id = $1`;

/** A row that says what is stored already is not written: its indexes are dearer than the comparison. */
function upsertSql(table: BulkTable, staging: string): string {
  const { name, columns } = table;
  const key = columns.filter((column) => column.key).map((column) => column.name);
  const rest = columns.filter((column) => !column.key).map((column) => column.name);
  return `${insertSql(table, staging)}
    on conflict (${key.join(', ')}) do update set ${rest.map((column) => `${column} = excluded.${column}`).join(', ')}
    where (${rest.map((column) => `${name}.${column}`).join(', ')}) is distinct from (${rest.map((column) => `excluded.${column}`).join(', ')})`;
}

const columnsOf = ({ columns }: BulkTable) => columns.map(({ name }) => name).join(', ');

/** Lines are joined to pieces of this many, so that a piece is worth a write to the socket. */
const LINES_AT_ONCE = 500;

async function copy(tx: EntityManager, { into, table, lines }: { into: string; table: BulkTable; lines: Iterable<string> }): Promise<void> {
  const client = (await tx.queryRunner?.connect()) as PoolClient | undefined;
  if (!client) throw new Error('A bulk write needs a transaction.');
  await pipeline(Readable.from(pieces(lines)), client.query(copyFrom(`copy ${into} (${columnsOf(table)}) from stdin`)));
}

function* pieces(lines: Iterable<string>): Generator<string> {
  let piece: string[] = [];
  for (const line of lines) {
    if (piece.push(line) < LINES_AT_ONCE) continue;
    yield piece.join('');
    piece = [];
  }
  if (piece.length > 0) yield piece.join('');
}
