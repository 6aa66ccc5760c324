import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Columns, type Dictionary, NEVER } from './column.js';
import { type Copied, copyHandoffs } from './column-copy.js';
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

/** Keeps a snapshot of each workspace asked about, and brings it up to date before it is used. */
@Injectable()
export class Snapshots {
  private readonly held = new Map<string, Snapshot>();
  private readonly coming = new Map<string, Promise<Snapshot>>();

  constructor(private readonly db: DataSource) {}

  /** As of the newest revision at the time of the call. Throws when there is no such workspace. */
  async of(workspaceId: string): Promise<Snapshot> {
    const revision = await this.revision(workspaceId);
    let snapshot = this.held.get(workspaceId);
    while (!snapshot || BigInt(snapshot.revision) < BigInt(revision)) snapshot = await this.refreshed(workspaceId);
    return snapshot;
  }

  /** Everybody who comes while one is being made waits for that one. */
  private refreshed(workspaceId: string): Promise<Snapshot> {
    const coming = this.coming.get(workspaceId) ?? this.refresh(workspaceId).finally(() => this.coming.delete(workspaceId));
    this.coming.set(workspaceId, coming);
    return coming;
  }

  /** The revision is read before the rows: a change in between is taken twice, never missed. */
  private async refresh(workspaceId: string): Promise<Snapshot> {
    const revision = await this.revision(workspaceId);
    const held = this.held.get(workspaceId);
    const changed = held && (await this.caughtUp(workspaceId, held, revision));
    const snapshot = changed ?? (await this.loaded(workspaceId, revision));
    this.held.set(workspaceId, snapshot);
    return snapshot;
  }

  private async loaded(workspaceId: string, revision: string): Promise<Snapshot> {
    const { columns } = await copyHandoffs(this.db, workspaceId, { revision: null });
    return new Snapshot(arranged(columns, wonOrder(columns)), revision);
  }

  /** Null when rows went without leaving a mark, as after a restore: then only reading all again is right. */
  private async caughtUp(workspaceId: string, held: Snapshot, revision: string): Promise<Snapshot | null> {
    const snapshot = replaced(held, await copyHandoffs(this.db, workspaceId, { revision: held.revision, known: held.columns }), revision);
    return snapshot.count === (await this.countOf(workspaceId)) ? snapshot : null;
  }

  private async revision(workspaceId: string): Promise<string> {
    const [row] = await this.db.query<{ revision: string }[]>('select revision from workspace where id = $1', [workspaceId]);
    if (!row) throw new Error(`there is no workspace ${workspaceId}`);
    return row.revision;
  }

  private async countOf(workspaceId: string): Promise<number> {
    const [row] = await this.db.query<{ count: string }[]>('select count(*) from handoff where workspace_id = $1 and removed_at is null', [
      workspaceId,
    ]);
    return Number(row?.count ?? 0);
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
