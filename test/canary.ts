import type { DataSource } from 'typeorm';
import { poolOf } from '../etl/warehouse/index.js';
import { workspaceTables } from '../server/erasure/workspace-tables.js';

interface Column {
  name: string;
  type: string;
}

/** A value that holds the word wherever its type can hold words. */
function cellOf({ name, type }: Column, { workspaceId, word }: { workspaceId: string; word: string }): unknown {
  // A workspace's columns that point at its other rows then do so.
  if (type === 'uuid') return workspaceId;
  if (name === 'sess') return JSON.stringify({ workspaceId, loginId: workspaceId, name: word });
  if (type === 'jsonb') return JSON.stringify({ said: [word] });
  if (type === 'text') return word;
  if (type === 'text[]') return [word];
  if (type === 'bytea') return Buffer.from(word);
  if (type === 'boolean') return true;
  if (type.startsWith('timestamp')) return type.endsWith('[]') ? [new Date(0)] : new Date(0);
  return type.endsWith('[]') ? [1] : 1;
}

/** Writes one row into every table that has rows of workspaces, with a word in every column that can hold one. Answers the tables. */
export async function plantCanaries(db: DataSource, planted: { workspaceId: string; word: string }): Promise<string[]> {
  const client = await poolOf(db).connect();
  const tables = await workspaceTables(client).finally(() => client.release());
  for (const { name } of [...tables].reverse()) {
    const columns = await db.query<Column[]>(
      `select attname::text as name, format_type(atttypid, null) as type from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [name],
    );
    const listed = columns.map((column) => column.name).join(', ');
    const holders = columns.map((_, index) => `$${index + 1}`).join(', ');
    await db.query(
      `insert into ${name} (${listed}) values (${holders}) on conflict do nothing`,
      columns.map((column) => cellOf(column, planted)),
    );
  }
  return tables.map(({ name }) => name);
}

/** The tables, of all there are, in which a word is found in any column, with how many rows. */
export async function findCanaries(db: DataSource, word: string): Promise<Record<string, number>> {
  const tables = await db.query<{ name: string }[]>(
    `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  );
  const found: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await db.query<{ count: number }[]>(
      `select count(*)::int as count from ${name} t where t::text ilike '%' || $1 || '%' or t::text like '%' || encode(convert_to($1, 'UTF8'), 'hex') || '%'`,
      [word],
    );
    if (row?.count) found[name] = row.count;
  }
  return found;
}
