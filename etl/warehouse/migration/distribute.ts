import type { QueryRunner } from 'typeorm';

/** Spreads tables by workspace where Citus is installed; on plain Postgres nothing happens. Call it before foreign keys are added. */
export async function distribute(tx: QueryRunner, tables: string[]): Promise<void> {
  const [citus] = await tx.manager.query<unknown[]>(`select 1 from pg_extension where extname = 'citus'`);
  if (!citus) return;
  for (const table of tables) {
    await tx.query(`select create_distributed_table($1, 'workspace_id')`, [table]);
  }
}
