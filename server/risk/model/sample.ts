import type { Snapshot } from '../../handoff/snapshot.js';

/** The same handoffs are drawn each time, whatever else there is: stated where a sample was taken. */
export const SEED = 90;

/** Of the rows [from, to) about `most`, drawn by id, in order; all when they are no more. */
export function sampled(snapshot: Snapshot, { from, to }: { from: number; to: number }, most: number): number[] {
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  if (rows.length <= most) return rows;
  return rows.filter((row) => draw(Buffer.from(snapshot.id(row))) < most / rows.length);
}

/** Uniform in [0, 1), the same for the same bytes: FNV-1a, its bits mixed as MurmurHash3 ends. */
function draw(bytes: Uint8Array): number {
  let hash = 0x811c9dc5 ^ SEED;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}
