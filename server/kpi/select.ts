import { STANDARD_DIMENSIONS } from '../../etl/warehouse/index.js';
import type { Snapshot } from '../handoff/snapshot.js';
import { EVERYTHING, type Visibility } from '../handoff/visibility.js';
import { and, type Bitmap, bitmapFor, rowsIn } from './bitmap.js';
import { remembered } from './remembered.js';
import { rowsWith } from './rows-with.js';
import { visible } from './visible.js';

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
  return selectVisible(snapshot, { filters, visibility: EVERYTHING, end });
}

/** Of these, those that may be seen: the one predicate behind every number, list and export. */
export function selectVisible(
  snapshot: Snapshot,
  { filters, visibility, end }: { filters: readonly Filter[]; visibility: Visibility; end: number },
): Uint32Array {
  const passing = filters.map((filter) => passes(snapshot, filter));
  if (visibility.kind === 'people') passing.push(visible(snapshot, visibility.names));
  const [first, ...others] = passing;
  if (!first) return everyRow(snapshot).subarray(0, end);
  for (const other of others) and(first, other);
  return rowsIn(first, end);
}

const everyRow = remembered((snapshot: Snapshot) => Uint32Array.from({ length: snapshot.count }, (_, row) => row));

/** A dimension nobody has: everybody is without a value. */
function passes(snapshot: Snapshot, { dimension, values }: Filter): Bitmap {
  const dictionary = snapshot.dimension(dimension);
  if (dictionary) return rowsWith(dictionary, new Set(values));
  return bitmapFor(snapshot.count).fill(values.includes(null) ? 0xffff_ffff : 0);
}
