import type { Client } from 'pg';

/** A table with rows of workspaces. */
export interface WorkspaceTable {
  name: string;
  /** Its key. */
  key: string[];
}

/** Every one that there is, asked of Postgres itself: a new table is not forgotten. Those that point at others come first. */
export async function workspaceTables(client: Client): Promise<WorkspaceTable[]> {
  const { rows } = await client.query<WorkspaceTable & { points: string[] }>(
    `select c.relname::text as name,
       array(select attname from unnest(p.conkey) with ordinality as k (number, place)
         join pg_attribute on attrelid = c.oid and attnum = k.number order by place)::text[] as key,
       array(select f.relname from pg_constraint join pg_class f on f.oid = confrelid
         where conrelid = c.oid and contype = 'f' and confrelid <> conrelid)::text[] as points
     from pg_class c join pg_constraint p on p.conrelid = c.oid and p.contype = 'p'
     where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
       and exists (select 1 from pg_attribute where attrelid = c.oid and attname = 'workspace_id' and not attisdropped)
     order by c.relname`,
  );
  return inOrder(rows).map(({ name, key }) => ({ name, key }));
}

function inOrder<Table extends { name: string; points: string[] }>(tables: Table[]): Table[] {
  const order: Table[] = [];
  const left = new Set(tables);
  while (left.size > 0) {
    const next = [...left].filter(({ name }) => ![...left].some(({ points }) => points.includes(name)));
    if (next.length === 0) throw new Error('Tables point at one another in a circle, so none of them can be emptied first.');
    for (const table of next) left.delete(table);
    order.push(...next);
  }
  return order;
}
