import { quoted } from './name.js';
import type { ReadyTable } from './table-sql.js';

/** A transaction may commit long after the time it wrote into its rows. */
export const LOOK_BACK = 60 * 60_000;

export interface Wanting {
  /** Last row of the page before, as Postgres wrote it; null for the first page. */
  at?: string | null;
  /** Its key as a JSON list; null for the first page. */
  key: string | null;
  /** Rows that moved earlier are left out; null for all. */
  since?: string | null;
  limit: number;
  /** Only rows that are not deleted. */
  standing?: boolean;
}

/** One page behind another: by key, or by time of change and then key. Rows whose key is empty are left out. */
export function pageSql(key: string[], { rows, keyTypes, moving }: ReadyTable, wanting: Wanting): [sql: string, values: unknown[]] {
  const { at = null, since = null, limit, standing = false } = wanting;
  const after: unknown[] | null = wanting.key === null ? null : JSON.parse(wanting.key);
  const values: unknown[] = [limit];
  const value = (given: unknown, type: string) => `$${values.push(given)}::text::${type}`;
  const order = [...(moving ? ['baton_at'] : []), ...key.map(quoted)];
  const where = [
    ...key.map((name) => `${quoted(name)} is not null`),
    ...(standing ? ['baton_deleted_at is null'] : []),
    ...(moving && since !== null ? [`baton_at >= ${value(since, 'timestamptz')}`] : []),
    ...(after === null
      ? []
      : [
          behind(order, [
            ...(moving ? [value(at, 'timestamptz')] : []),
            ...after.map((part, index) => value(part, keyTypes[index] ?? 'text')),
          ]),
        ]),
  ];
  const filter = where.length > 0 ? ` where ${where.join(' and ')}` : '';
  return [`select * from (${rows}) as counted${filter} order by ${order.join(', ')} limit $1`, values];
}

/** Rows that nothing tells from others. */
export const keylessSql = (key: string[], { rows }: ReadyTable): string =>
  `select * from (${rows}) as counted where ${key.map((name) => `${quoted(name)} is null`).join(' or ')} limit ${KEYLESS_ROWS}`;

/** As many as a person would look at. */
const KEYLESS_ROWS = 100;

const behind = (order: string[], after: string[]) => `(${order.join(', ')}) > (${after.join(', ')})`;
