import type { MappedTable } from './mapped-table.js';

/** A column that a mapping names, and where in the mapping it does. */
export interface NamedColumn {
  pointer: string;
  column: string;
}

/** Every column that a mapping names. */
export function namedColumns(table: MappedTable): NamedColumn[] {
  const kind = 'kind' in table && typeof table.kind === 'object' ? [{ pointer: 'kind.column', column: table.kind.column }] : [];
  return [
    ...named('columns', table.columns),
    ...('dimensions' in table ? named('dimensions', table.dimensions ?? {}) : []),
    ...('moments' in table ? named('moments', table.moments ?? {}) : []),
    ...kind,
    ...keysOf('where', table.where),
    ...keysOf('absent', table.absent),
  ];
}

const keysOf = (part: string, by: object | undefined): NamedColumn[] => Object.keys(by ?? {}).map((column) => ({ pointer: part, column }));

type Mapped = Record<string, string | string[] | { column: string } | undefined>;

const named = (part: string, mapped: Mapped): NamedColumn[] =>
  Object.entries(mapped).flatMap(([name, to]) => columnNames(to).map((column) => ({ pointer: `${part}.${name}`, column })));

function columnNames(to: Mapped[string]): string[] {
  if (to === undefined) return [];
  if (typeof to === 'string') return [to];
  return Array.isArray(to) ? to : [to.column];
}
