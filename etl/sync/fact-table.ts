import type { EntityManager } from 'typeorm';
import { Fact } from '../warehouse/index.js';
import { type BulkTable, bulkTable } from './fact-column.js';

/** The facts of a page, ready for COPY: by table, then by the fact's own id, so that no id comes twice. */
export type FactLines = Map<BulkTable, Map<string, string>>;

const tablesOf = new WeakMap<object, BulkTable[]>();

/** Every table of facts, so that a new one costs nothing here. */
export function factTables(tx: EntityManager): BulkTable[] {
  const known = tablesOf.get(tx.connection);
  if (known) return known;
  const tables = tx.connection.entityMetadatas
    .map(({ target }) => target)
    .filter((target): target is new () => Fact => typeof target === 'function' && target.prototype instanceof Fact)
    .map((target) => bulkTable(tx, target));
  tablesOf.set(tx.connection, tables);
  return tables;
}
