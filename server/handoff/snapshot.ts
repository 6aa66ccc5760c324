import { type Columns, type Dictionary, NEVER } from './column.js';
import type { Copied } from './column-copy.js';
import { arranged, idOf, joined, mergeWon, wonOrder } from './column-order.js';
import { packId } from './packed-id.js';

/** The handoffs of a workspace as they stood at one revision, from the first won to the last. Never changes. */
export class Snapshot {
  constructor(
    readonly columns: Columns,
    readonly revision: string,
  ) {}

  get count(): number {
    return this.columns.count;
  }

  id(row: number): string {
    return idOf(this.columns.id, row);
  }

  /** Undefined for a dimension nobody has. */
  dimension(name: string): Dictionary | undefined {
    return this.columns.dimension.get(name);
  }

  /** The first row won at or after `seconds`; `count` when there is none. */
  firstWonFrom(seconds: number): number {
    const { won_at } = this.columns.moment;
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((won_at[middle] ?? NEVER) < seconds) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Memory of the columns, without the dictionaries' values. */
  get bytes(): number {
    const { moment, list, repeatTier, satisfied, scoreTenths, arr, id, dimension } = this.columns;
    const ragged = [id, ...Object.values(list)].flatMap(({ offsets, values }) => [offsets, values]);
    const codes = [...dimension.values()].map((dictionary) => dictionary.codes);
    return [...Object.values(moment), ...ragged, repeatTier, satisfied, scoreTenths, arr, ...codes].reduce(
      (sum, values) => sum + values.byteLength,
      0,
    );
  }
}

/** The handoffs of `held` with those of the same ids taken out and these put in, whose dictionaries begin as its own. */
export function replaced(held: Snapshot, { columns: fresh, ids }: Copied, revision: string): Snapshot {
  const both = joined(held.columns, fresh);
  const kept = rowsWithout(held, ids);
  const added = wonOrder(fresh).map((row) => row + held.count);
  return new Snapshot(arranged(both, mergeWon(both, kept, added)), revision);
}

/** The rows whose ids are among `ids`, in order. */
export function rowsOf(held: Snapshot, ids: ReadonlySet<string>): Uint32Array {
  const others = rowsWithout(held, ids);
  let next = 0;
  return Uint32Array.from({ length: held.count }, (_, row) => row).filter((row) => {
    if (others[next] !== row) return true;
    next++;
    return false;
  });
}

/** The rows whose ids are not among `ids`. A hash of the bytes spares reading most ids as text. */
function rowsWithout(held: Snapshot, ids: ReadonlySet<string>): Uint32Array {
  const { offsets, values } = held.columns.id;
  const hashes = new Set(
    [...ids].map((id) => {
      const packed = packId(id);
      return hashOf(packed, { from: 0, to: packed.length });
    }),
  );
  let count = 0;
  const kept = new Uint32Array(held.count);
  for (let row = 0; row < held.count; row++) {
    const hash = hashOf(values, { from: offsets[row] ?? 0, to: offsets[row + 1] ?? 0 });
    if (hashes.has(hash) && ids.has(held.id(row))) continue;
    kept[count] = row;
    count++;
  }
  return kept.subarray(0, count);
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array, { from, to }: { from: number; to: number }): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return hash;
}
