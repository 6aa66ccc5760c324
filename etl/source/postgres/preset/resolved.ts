import { cellOf } from '../../mapping/cell.js';
import { type MappedTable, mappedTable } from '../../mapping/mapped-table.js';
import type { PresetMapping } from './preset.js';

type Cells = Readonly<Record<string, unknown>>;

/** Reads rows by a preset: of several columns for one thing, the first that says something counts. Throws when it is no mapping. */
export function resolver(mapping: PresetMapping): (row: Cells) => MappedTable {
  const known = new Map<string, MappedTable>();
  return (row) => {
    const chosen = { ...mapping, columns: chosenOf(mapping.columns, row), dimensions: chosenOf(mapping.dimensions, row) };
    const signature = JSON.stringify(chosen);
    const found = known.get(signature) ?? mappedTable.parse(JSON.parse(signature));
    known.set(signature, found);
    return found;
  };
}

const chosenOf = (columns: unknown, row: Cells): Record<string, unknown> | undefined =>
  columns === undefined ? undefined : Object.fromEntries(Object.entries(columns as object).map(([role, to]) => [role, first(to, row)]));

function first(to: unknown, row: Cells): unknown {
  if (Array.isArray(to)) return to.find((column) => cellOf(row, column) !== undefined) ?? to[0];
  if (typeof to === 'object' && to !== null && 'column' in to && Array.isArray(to.column)) return { ...to, column: first(to.column, row) };
  return to;
}

/** The preset with what a company has set differently: a column, a list of columns, or null for none. */
export function changed(mapping: PresetMapping, change: Record<string, unknown> | undefined): PresetMapping {
  if (!change) return mapping;
  const merged = Object.entries(change).map(([name, to]) => {
    const before = mapping[name];
    return [name, isPlain(before) && isPlain(to) && name !== 'kind' ? { ...before, ...to } : to] as const;
  });
  const columns = Object.entries({ ...mapping, ...Object.fromEntries(merged) }.columns ?? {}).filter(([, to]) => to !== null);
  return { ...mapping, ...Object.fromEntries(merged), columns: Object.fromEntries(columns) };
}

const isPlain = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
