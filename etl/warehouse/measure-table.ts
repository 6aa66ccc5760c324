import type { DataSource } from 'typeorm';

/** Tells the planner how big tables have become and what is in these columns of them, or in all. Each in a transaction of its own, which ends its lock. */
export async function measureTables(db: DataSource, names: readonly string[], columns: readonly string[] = []): Promise<void> {
  for (const name of names) await db.query('select measure_table($1, $2)', [name, columns]);
}
