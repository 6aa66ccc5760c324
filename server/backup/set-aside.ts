import type { Client } from 'pg';
import type { StoredTable } from './stored-tables.js';

/**
 * Takes keys, indexes and foreign keys off these tables, and answers the statements that make them again: kept up row by row they
 * cost more than the rows, made at once they are sorted. Both belong into the transaction that writes the rows.
 */
export async function setAside(client: Client, tables: readonly StoredTable[]): Promise<string[]> {
  const { rows } = await client.query<{ off: string; on: string }>(
    `select off, "on" from (
       select case contype when 'f' then 1 else 3 end as step, conname::text as name,
         format('alter table %s drop constraint %I', conrelid::regclass, conname) as off,
         format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(k.oid)) as on
       from pg_constraint k where conrelid = any($1::regclass[]) and contype in ('f', 'p', 'u')
       union all
       select 2, c.relname, format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
       from pg_index join pg_class c on c.oid = indexrelid
       where indrelid = any($1::regclass[]) and not exists (select 1 from pg_constraint where conindid = indexrelid)
     ) held order by step, name`,
    [tables.map(({ name }) => name)],
  );
  for (const { off } of rows) await client.query(off);
  return rows.reverse().map((row) => row.on);
}

/** Of Postgres, for a sort before it goes to the disk. */
const SORT_MEMORY = '256MB';

/** Makes again what was set aside. Throws what Postgres says when rows do not fit a key. */
export async function putBack(client: Client, statements: readonly string[]): Promise<void> {
  await client.query(`set local maintenance_work_mem = '${SORT_MEMORY}'`);
  for (const statement of statements) await client.query(statement);
}
