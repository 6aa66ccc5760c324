import type { EntityManager } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

/** What bulk writing must know of one column. */
export interface Column {
  /** In the entity. */
  property: string;
  /** In Postgres. */
  name: string;
  type: string;
  array: boolean;
  nullable: boolean;
  /** Of the entity; undefined when there is none. */
  fallback: unknown;
  key: boolean;
}

export interface BulkTable {
  name: string;
  columns: Column[];
  /** Columns that follow from the others, with the SQL that they are. */
  computed: readonly { name: string; sql: string }[];
}

/** Filled by the derivation; reading a record again must not empty them. */
const DERIVED: Record<string, string[]> = { account_link: ['account_id', 'reason'] };

const COMPUTED: Record<string, BulkTable['computed']> = { person: [{ name: 'email_domain', sql: `split_part(email, '@', 2)` }] };

const known = new WeakMap<object, Map<unknown, BulkTable>>();

/** The table of an entity as its decorators describe it. */
export function bulkTable(tx: EntityManager, entity: new () => object): BulkTable {
  const tables = known.get(tx.connection) ?? new Map<unknown, BulkTable>();
  known.set(tx.connection, tables);
  const table = tables.get(entity) ?? described(tx, entity);
  tables.set(entity, table);
  return table;
}

function described(tx: EntityManager, entity: new () => object): BulkTable {
  const { tableName: name, columns } = tx.connection.getMetadata(entity);
  const computed = COMPUTED[name] ?? [];
  const beside = [...(DERIVED[name] ?? []), ...computed.map((one) => one.name)];
  return { name, computed, columns: columns.map(column).filter((given) => !beside.includes(given.name)) };
}

const column = (given: ColumnMetadata): Column => ({
  property: given.propertyName,
  name: given.databaseName,
  type: String(given.type),
  array: given.isArray,
  nullable: given.isNullable,
  fallback: given.isArray && given.default === '{}' ? [] : given.default,
  key: given.isPrimary,
});
