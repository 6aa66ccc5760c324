import { quoted } from './name.js';
import type { Lander } from './preset/preset.js';
import type { Relation } from './relation.js';

/** How the tool that landed a table keeps its own books in it. Expressions are over the row `t`. */
export interface Landing {
  by: Lander;
  /** When a row was landed; null where another column must say. */
  cursor: string | null;
  /** Columns that are true, or hold a time, in deleted rows. */
  deleted: string[];
  /** Rows that count. */
  where: string[];
  joins: string[];
  /** One record may stand in several rows: the newest counts. */
  appended: boolean;
}

/** The books of landing tools: columns that change although nothing happened, and are kept out of records. */
const BOOKS = /^(_fivetran_(synced|deleted|active|start|end|id)|_airbyte_.*|_ab_cdc_.*|_dlt_.*)$/;
export const isBook = (column: string): boolean => BOOKS.test(column);

/** Told by the columns; null for a table that no known tool landed. `everyVersion` keeps what history mode has closed. */
export function landingOf({ columns, sql }: Relation, everyVersion = false): Landing | null {
  if (columns.has('_airbyte_extracted_at')) return airbyte(columns, sql);
  if (columns.has('_dlt_load_id') || columns.has('_dlt_parent_id')) return dlt(columns, sql);
  return columns.has('_fivetran_synced') || columns.has('_fivetran_deleted') ? fivetran(columns, everyVersion) : null;
}

function fivetran(columns: Map<string, string>, everyVersion: boolean): Landing {
  const history = columns.get('_fivetran_active') === 'boolean' && !everyVersion;
  return {
    by: 'fivetran',
    cursor: columns.has('_fivetran_synced') ? 't._fivetran_synced' : null,
    deleted: columns.has('_fivetran_deleted') ? ['_fivetran_deleted'] : [],
    where: history ? ['t._fivetran_active is not false'] : [],
    joins: [],
    appended: false,
  };
}

/** While a table is filled anew both generations stand in it, and the older one is not to be believed. */
function airbyte(columns: Map<string, string>, sql: string): Landing {
  const generation = columns.has('_airbyte_generation_id')
    ? [`(t._airbyte_generation_id is null or t._airbyte_generation_id = (select max(newest._airbyte_generation_id) from ${sql} as newest))`]
    : [];
  const deleted = columns.has('_ab_cdc_deleted_at') ? ['_ab_cdc_deleted_at'] : [];
  return { by: 'airbyte', cursor: 't._airbyte_extracted_at', deleted, where: generation, joins: [], appended: true };
}

/** A load that did not end has a number in the rows and none, or not 0, in the list of loads. */
function dlt(columns: Map<string, string>, sql: string): Landing {
  const schema = sql.includes('.') ? `${sql.slice(0, sql.lastIndexOf('.'))}.` : '';
  const child = !columns.has('_dlt_load_id');
  const joins = [
    // 'deals__tags' is a child of 'deals' and was loaded with it.
    ...(child ? [`join ${sql.replace(/__[^_"]+(_[^_"]+)*"$/, '"')} as parent on parent._dlt_id = t._dlt_parent_id`] : []),
    `join ${schema}${quoted('_dlt_loads')} as dlt_load on dlt_load.load_id = ${child ? 'parent' : 't'}._dlt_load_id and dlt_load.status = 0`,
  ];
  return { by: 'dlt', cursor: 'dlt_load.inserted_at', deleted: [], where: [], joins, appended: true };
}

/** SQL that is the time of deletion of a row, or null while it stands. */
export function deletedSql(columns: [name: string, type: string][], landedAt: string | null): string {
  const cases = columns.map(([name, type]) => {
    const column = `t.${quoted(name)}`;
    if (/^(timestamp|date)/.test(type)) return `${column}::timestamptz`;
    const flag = type === 'boolean' ? column : `lower(${column}::text) in ('true', 't', '1', 'yes')`;
    return `case when ${flag} then coalesce(${landedAt ?? 'null'}::timestamptz, 'infinity') end`;
  });
  return cases.length === 0 ? 'null::timestamptz' : `coalesce(${cases.join(', ')})`;
}
