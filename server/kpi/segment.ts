import type { Range } from './selection.js';

/** Positions between which no range begins or ends, and which are mature or not as a whole. */
export interface Segment extends Range {
  mature: boolean;
}

/** Cuts what the ranges cover where any of them begins or ends, and at `mature`: each position is then looked at once, however many ranges it lies in. */
export function segmentsOf(ranges: readonly Range[], mature: number): Segment[] {
  const cuts = [...new Set([...ranges.flatMap(({ from, to }) => [from, to]), mature])].sort((a, b) => a - b);
  return cuts
    .slice(1)
    .map((to, i) => ({ from: cuts[i] ?? 0, to, mature: to <= mature }))
    .filter((segment) => ranges.some((range) => inside(segment, range)));
}

export const inside = (segment: Range, range: Range): boolean => range.from <= segment.from && segment.to <= range.to;
