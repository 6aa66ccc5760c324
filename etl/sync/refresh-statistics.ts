import type { DataSource } from 'typeorm';
import { Record as RecordRow } from '../warehouse/index.js';
import { bulkTable } from './fact-column.js';
import { factTables } from './write-fact.js';

/** Below this many written records the planner's picture of the tables still fits. */
const MANY = 1_000;

/** After a large write Postgres would plan the derivation for tables it believes to be empty: autovacuum comes a minute later. */
export async function refreshStatistics(db: DataSource, writtenCount: number): Promise<void> {
  if (writtenCount < MANY) return;
  const tables = [bulkTable(db.manager, RecordRow), ...factTables(db.manager)];
  await db.query(`analyze ${tables.map(({ name }) => name).join(', ')}, pending_change`);
}
