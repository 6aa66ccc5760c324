import type { DataSource } from 'typeorm';
import { copyHandoffs } from './column-copy.js';
import { arranged, wonOrder } from './column-order.js';
import { type Mark, markOf } from './mark.js';
import { replaced, Snapshot } from './snapshot.js';

/** What questions are answered from: the handoffs, and how far what is known of them reached before they were read. */
export interface Reading extends Mark {
  snapshot: Snapshot;
}

/** Where a question finds what it is answered from. */
export interface Readable {
  read(workspaceId: string): Promise<Reading>;
}

/** Keeps a snapshot of each workspace asked about, and brings it up to date before it is used. */
export class Snapshots implements Readable {
  private readonly held = new Map<string, Snapshot>();
  private readonly coming = new Map<string, Promise<Snapshot>>();

  constructor(private readonly db: DataSource) {}

  /** As of the newest revision at the time of the call, or later. Throws NoWorkspace. */
  async read(workspaceId: string): Promise<Reading> {
    const mark = await this.mark(workspaceId);
    let snapshot = this.held.get(workspaceId);
    while (!snapshot || BigInt(snapshot.revision) < BigInt(mark.revision)) snapshot = await this.refreshed(workspaceId);
    return { ...mark, revision: snapshot.revision, snapshot };
  }

  async of(workspaceId: string): Promise<Snapshot> {
    return (await this.read(workspaceId)).snapshot;
  }

  /** How far it has come. Throws NoWorkspace. */
  mark(workspaceId: string): Promise<Mark> {
    return markOf(this.db, workspaceId);
  }

  forget(workspaceId: string): void {
    this.held.delete(workspaceId);
  }

  /** Everybody who comes while one is being made waits for that one. */
  private refreshed(workspaceId: string): Promise<Snapshot> {
    const coming = this.coming.get(workspaceId) ?? this.refresh(workspaceId).finally(() => this.coming.delete(workspaceId));
    this.coming.set(workspaceId, coming);
    return coming;
  }

  /** The revision is read before the rows: a change in between is taken twice, never missed. */
  private async refresh(workspaceId: string): Promise<Snapshot> {
    const { revision } = await this.mark(workspaceId);
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

  private async countOf(workspaceId: string): Promise<number> {
    const [row] = await this.db.query<{ count: string }[]>('select count(*) from handoff where workspace_id = $1 and removed_at is null', [
      workspaceId,
    ]);
    return Number(row?.count ?? 0);
  }
}
