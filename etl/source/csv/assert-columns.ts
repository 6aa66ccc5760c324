import { namedColumns } from '../mapping/mapped-columns.js';
import { refused } from './csv-bytes.js';
import type { Table } from './csv-table.js';
import type { MappedFile } from './mapping-file.js';

/** Throws a SourceError when the mapping names a column that the file does not have, and says which it has. */
export function assertColumns(file: MappedFile, { header }: Table): void {
  const missing = namedColumns(file).find(({ column }) => !header.includes(column));
  if (!missing) return;
  const has = header.slice(0, 30).join(', ') + (header.length > 30 ? ', ...' : '');
  const unnamed = header.some((name) => name !== '' && !Number.isNaN(Number(name)));
  const hint = unnamed ? ' (Is its first row missing? It must name the columns.)' : '';
  throw refused(`${missing.pointer} names '${missing.column}', but ${file.path} has: ${has}.${hint} Correct the mapping.`);
}
