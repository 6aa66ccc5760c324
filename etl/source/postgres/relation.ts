import { quotedPath } from './name.js';
import type { Server } from './server.js';

/** A table, a view or a query, and the types of its columns as Postgres names them. */
export interface Relation {
  /** SQL that can follow `from`. */
  sql: string;
  /** In their order. */
  columns: Map<string, string>;
}

/** Null when there is no such table. Throws a SourceError when the user may not read it. */
export async function relationOf(server: Server, path: string, signal: AbortSignal): Promise<Relation | null> {
  const sql = quotedPath(path);
  const { rows } = await server.ask(
    `select a.attname as name, format_type(a.atttypid, null) as type from pg_attribute a
    where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [sql],
    signal,
  );
  return rows.length === 0 ? null : { sql, columns: new Map(rows.map(({ name, type }) => [String(name), String(type)])) };
}

/** The columns that a query answers. Throws a SourceError when it cannot be asked. */
export async function queryRelation(server: Server, query: string, signal: AbortSignal): Promise<Relation> {
  const sql = `(${query.trim().replace(/;$/, '')}\n)`;
  const { fields } = await server.ask(`select * from ${sql} as asked limit 0`, [], signal);
  const ids = fields.map(({ typeId }) => typeId);
  const { rows } = await server.ask(
    `select format_type(id, null) as type from unnest($1::oid[]) with ordinality as asked (id, place) order by place`,
    [ids],
    signal,
  );
  return { sql, columns: new Map(fields.map(({ name }, index) => [name, String(rows[index]?.type)])) };
}
