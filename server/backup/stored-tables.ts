import type { Client } from 'pg';
import { KEEPER_ROLE } from '../../etl/warehouse/index.js';
import type { BackupTable } from './head.js';

/**
 * What is in no backup: who is signed in, and the links that sign somebody in. A backup that is stolen opens nothing, and
 * after a restore everybody signs in anew.
 */
export const LEFT_OUT = ['session', 'sign_in_link', 'password_reset', 'throttle'];

/** Of the tool that migrates, not of ours. */
const OF_THE_MIGRATIONS = ['migrations', 'typeorm_metadata'];

export interface StoredTable extends BackupTable {
  /** Row-level security holds for its owner too. */
  forced: boolean;
  /** The keeper may read it. */
  kept: boolean;
}

/** Every table of ours with the columns that are written, not made; those that others point at come first. */
export async function storedTables(client: Client): Promise<StoredTable[]> {
  const { rows } = await client.query<StoredTable & { points: string[] }>(
    `select c.relname::text as name, c.relforcerowsecurity as forced,
       exists (select 1 from pg_roles where rolname = $1)
         and (select has_table_privilege(oid, c.oid, 'select') from pg_roles where rolname = $1) as kept,
       array(select quote_ident(attname) from pg_attribute
         where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum)::text[] as columns,
       array(select f.relname from pg_constraint join pg_class f on f.oid = confrelid
         where conrelid = c.oid and contype = 'f' and confrelid <> conrelid)::text[] as points
     from pg_class c
     where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and c.relname <> all($2)
       and not exists (select 1 from pg_depend where objid = c.oid and deptype = 'e')
     order by c.relname`,
    [KEEPER_ROLE, OF_THE_MIGRATIONS],
  );
  return inOrder(rows).map(({ name, forced, kept, columns }) => ({ name, forced, kept: kept === true, columns }));
}

function inOrder<Table extends { name: string; points: string[] }>(tables: Table[]): Table[] {
  const placed = new Set<string>();
  const order: Table[] = [];
  while (order.length < tables.length) {
    const next = tables.filter(({ name, points }) => !placed.has(name) && points.every((one) => placed.has(one)));
    if (next.length === 0) throw new Error('Tables point at one another in a circle, so none of them can be written first.');
    for (const table of next) {
      placed.add(table.name);
      order.push(table);
    }
  }
  return order;
}

/** Names of the migrations that were applied, the oldest first; none in a database that has never been migrated. */
export async function appliedMigrations(client: Client): Promise<string[]> {
  const { rows: found } = await client.query<{ name: string | null }>(`select to_regclass('migrations')::text as name`);
  if (!found[0]?.name) return [];
  const { rows } = await client.query<{ name: string }>('select name from migrations order by timestamp, id');
  return rows.map(({ name }) => name);
}

/** Whether there is anything in a table, whoever may see it. */
export async function holdsRows(client: Client, { name, kept }: StoredTable): Promise<boolean> {
  await client.query(kept ? `set local role ${KEEPER_ROLE}` : 'reset role');
  const { rows } = await client.query(`select 1 from ${name} limit 1`);
  await client.query('reset role');
  return rows.length > 0;
}
