import { digest } from './csv-record.js';
import type { RawRow } from './csv-rows.js';
import type { MappedFile } from './mapping-file.js';

/** A row's key, and what is wrong with it: null when it is alone. */
export interface RowKey {
  key: string;
  fault: string | null;
}

/**
 * Gives each row of a file, from its first, a key that a second reading gives again: its key columns, or all that is in it
 * and how often that has come. Rows of which the mapping says that they are one thing, and which are two, keep the first and refuse the other.
 */
export function rowKeys(file: MappedFile): (row: RawRow) => RowKey {
  const columns = 'id' in file.columns && file.columns.id ? [file.columns.id].flat() : [];
  const seen = new Map<string, number>();
  return (row) => {
    const said = columns.map((column) => row.cells[column]?.trim() ?? '');
    const keyed = said.some((cell) => cell !== '');
    const base = keyed ? said.join('/') : digest(row.cells);
    const earlier = seen.get(base);
    if (!keyed) {
      const times = (earlier ?? 0) + 1;
      seen.set(base, times);
      return { key: times === 1 ? base : `${base}-${times}`, fault: null };
    }
    if (earlier === undefined) seen.set(base, row.number);
    return earlier === undefined
      ? { key: base, fault: null }
      : { key: `${base} again in row ${row.number}`, fault: `${columns.join(', ')} '${base}' stands in row ${earlier} already` };
  };
}
