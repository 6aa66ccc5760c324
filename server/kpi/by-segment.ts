import type { Columns } from '../handoff/column.js';

/** What each row's segment has; a segment that is not named has that of standard. By code of the segment; 0 is a row without one. */
export function bySegment<Value>(columns: Columns, { standard, ...named }: { standard: Value } & Record<string, Value>): Value[] {
  const values = columns.dimension.get('segment')?.values ?? [null];
  return values.map((segment) => (segment !== null && Object.hasOwn(named, segment) ? (named[segment] ?? standard) : standard));
}

/** The code of each row's segment. */
export const segmentCodes = (columns: Columns) => columns.dimension.get('segment')?.codes ?? new Uint8Array(columns.count);
