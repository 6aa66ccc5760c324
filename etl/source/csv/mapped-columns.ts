import { refused } from './csv-bytes.js';
import type { Table } from './csv-table.js';
import type { MappedFile } from './mapping-file.js';

/** A column that a mapping names, and where in the mapping it does. */
interface Named {
  pointer: string;
  column: string;
}

/** Throws a SourceError when the mapping names a column that the file does not have, and says which it has. */
export function assertColumns(file: MappedFile, { header }: Table): void {
  const missing = columnsOf(file).find(({ column }) => !header.includes(column));
  if (!missing) return;
  const has = header.slice(0, 30).join(', ') + (header.length > 30 ? ', ...' : '');
  const unnamed = header.some((name) => name !== '' && !Number.isNaN(Number(name)));
  const hint = unnamed ? ' (Is its first row missing? It must name the columns.)' : '';
  throw refused(`${missing.pointer} names '${missing.column}', but ${file.path} has: ${has}.${hint} Correct the mapping.`);
}

function columnsOf(file: MappedFile): Named[] {
  const kind = 'kind' in file && typeof file.kind === 'object' ? [{ pointer: 'kind.column', column: file.kind.column }] : [];
  return [
    ...named('columns', file.columns),
    ...('dimensions' in file ? named('dimensions', file.dimensions ?? {}) : []),
    ...('moments' in file ? named('moments', file.moments ?? {}) : []),
    ...kind,
    ...keysOf('where', file.where),
    ...keysOf('absent', file.absent),
  ];
}

const keysOf = (part: string, by: object | undefined): Named[] => Object.keys(by ?? {}).map((column) => ({ pointer: part, column }));

type Mapped = Record<string, string | string[] | { column: string } | undefined>;

const named = (part: string, mapped: Mapped): Named[] =>
  Object.entries(mapped).flatMap(([name, to]) => columnNames(to).map((column) => ({ pointer: `${part}.${name}`, column })));

function columnNames(to: Mapped[string]): string[] {
  if (to === undefined) return [];
  if (typeof to === 'string') return [to];
  return Array.isArray(to) ? to : [to.column];
}
