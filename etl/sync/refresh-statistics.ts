import type { DataSource } from 'typeorm';
import { measureTables, Record as RecordRow } from '../warehouse/index.js';
import { bulkTable } from './fact-column.js';
import { factTables } from './fact-table.js';

/** Below this many written records the planner's picture of the tables still fits. */
const MANY = 1_000;

/** After a large write Postgres would plan the derivation for tables it believes to be empty: autovacuum comes a minute later. */
export async function refreshStatistics(db: DataSource, writtenCount: number): Promise<void> {
  if (writtenCount < MANY) return;
  await measureTables(db, [...tablesOf(db), 'pending_change']);
}

const tablesOf = (db: DataSource) => [bulkTable(db.manager, RecordRow), ...factTables(db.manager)].map(({ name }) => name);

const writtenSince = new WeakMap<DataSource, number>();

/**
 * Within a large write too: without statistics the questions for stored keys walk a whole source at each page. Only
 * tables that have more than doubled are looked at, and of them only what those questions ask by. What is looked at in part keeps its
 * count of changes, so its size then is the measure.
 */
export async function keepStatistics(db: DataSource, writtenCount: number): Promise<void> {
  const written = (writtenSince.get(db) ?? 0) + writtenCount;
  writtenSince.set(db, written < MANY ? written : 0);
  if (written < MANY) return;
  const grown: { name: string }[] = await db.query(
    `select s.relname as name from pg_stat_user_tables s join pg_class c on c.oid = s.relid
    where s.relname = any($1) and s.schemaname = current_schema() and s.n_live_tup > ${MANY} and s.n_live_tup > 2 * c.reltuples`,
    [tablesOf(db)],
  );
  for (const { name } of grown) await measureTables(db, [name], name === 'record' ? RECORD_KEY : FACT_KEY);
}

const RECORD_KEY = ['workspace_id', 'source_id', 'stream', 'external_id'];
const FACT_KEY = [...RECORD_KEY, 'record_id'];
