import type { Columns } from './column.js';
import { numbersAlike, packId, unpackId } from './packed-id.js';

/** Ids as another thread has packed them, which had met these sources, packed as this thread does. */
export function idsHere(id: Columns['id'], met: readonly string[]): Columns['id'] {
  if (numbersAlike(met)) return id;
  const packed = Array.from({ length: id.offsets.length - 1 }, (_, row) =>
    packId(unpackId(id.values.subarray(id.offsets[row], id.offsets[row + 1]), met)),
  );
  const offsets = new Int32Array(id.offsets.length);
  for (const [row, { length }] of packed.entries()) offsets[row + 1] = (offsets[row] ?? 0) + length;
  return { offsets, values: Uint8Array.from(Buffer.concat(packed)) };
}
