import { STANDARD_DIMENSIONS } from '../../etl/warehouse/index.js';
import type { Snapshot } from '../handoff/snapshot.js';

/** Any of these values of one dimension; null is a handoff without one. */
export interface Filter {
  dimension: string;
  values: (string | null)[];
}

/** Dimensions that can be asked about: those every workspace knows, and those its handoffs have. */
export function dimensionNames({ columns }: Snapshot): string[] {
  return [...new Set<string>([...STANDARD_DIMENSIONS, ...[...columns.dimension.keys()].sort()])];
}

/** Reads 'dimension:value'. The same dimension twice means or, two dimensions mean and. */
export function parseFilters(filters: readonly string[]): Filter[] {
  const parsed = new Map<string, (string | null)[]>();
  for (const filter of filters) {
    const colon = filter.indexOf(':');
    const [dimension, value] = colon < 0 ? [filter, ''] : [filter.slice(0, colon), filter.slice(colon + 1)];
    parsed.set(dimension, [...(parsed.get(dimension) ?? []), value === '' ? null : value]);
  }
  return [...parsed].map(([dimension, values]) => ({ dimension, values }));
}

/** The rows before `end` that pass every filter, in order. */
export function select(snapshot: Snapshot, filters: readonly Filter[], end: number): Uint32Array {
  const rows = new Uint32Array(end);
  for (let row = 0; row < end; row++) rows[row] = row;
  return filters.reduce<Uint32Array>((left, filter) => passing(snapshot, filter, left), rows);
}

function passing(snapshot: Snapshot, { dimension, values }: Filter, rows: Uint32Array): Uint32Array {
  const dictionary = snapshot.dimension(dimension);
  if (!dictionary) return values.includes(null) ? rows : new Uint32Array();
  const wanted = new Set(values);
  const pass = Uint8Array.from(dictionary.values, (value) => Number(wanted.has(value)));
  let count = 0;
  const left = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    if (pass[dictionary.codes[row] ?? 0] !== 1) continue;
    left[count] = row;
    count++;
  }
  return left.subarray(0, count);
}
