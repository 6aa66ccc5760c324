import type { MessagePort } from 'node:worker_threads';
import type { DataSource } from 'typeorm';
import { within } from '../../etl/warehouse/index.js';
import { isNoWorkspace } from '../handoff/mark.js';
import { Snapshots } from '../handoff/snapshots.js';
import { Borrowed } from './borrowed.js';
import { type Asking, CurrentReading, type Timed } from './current-reading.js';
import { Lender } from './lender.js';

interface Means {
  /** Seconds for which all questions of a workspace are answered from one reading, while only syncs move it; 0 for none. */
  freshWithin: number;
  /** What is done with a reading before questions are answered from it; ends early when `over` says so. */
  prepare(workspaceId: string, next: Timed, over: () => boolean): Promise<void>;
  /** Hears of a workspace that is not there any more. */
  gone(workspaceId: string): void;
}

const never = () => false;

/** What the questions of each workspace are answered from: readings of its own, or those of another thread. */
export class Readings {
  private snapshots: Snapshots;
  private own = new Map<string, CurrentReading>();
  private lender: Lender | null = null;
  private borrowed: Borrowed | null = null;

  constructor(
    private readonly db: DataSource,
    private readonly means: Means,
  ) {
    this.snapshots = new Snapshots(db);
  }

  get areBorrowed(): boolean {
    return this.borrowed !== null;
  }

  /** Throws NoWorkspace. */
  async of(asking: Asking): Promise<Timed> {
    try {
      return await (this.borrowed ?? this.ownOf(asking.workspace.id)).of(asking);
    } catch (error) {
      this.forgetWhere(error, asking.workspace.id);
      throw error;
    }
  }

  /** Others, at the other end, answer from these, which `ready` comes before. */
  lendTo(port: MessagePort, ready: () => Promise<unknown>): void {
    this.lender = new Lender(port, async (asking) => {
      await ready();
      return within(asking.workspace.id, () => this.of(asking));
    });
  }

  /** From now on those of the other end are these. */
  borrowFrom(port: MessagePort): void {
    this.borrowed = new Borrowed(port, (workspaceId, next) => within(workspaceId, () => this.means.prepare(workspaceId, next, never)));
  }

  forget(): void {
    this.snapshots = new Snapshots(this.db);
    this.own = new Map();
    this.borrowed?.forgetAll();
  }

  /** Forgets what is kept of workspaces that are gone: they may have been deleted by another process. */
  async forgetEnded(): Promise<void> {
    for (const id of [...this.own.keys(), ...(this.borrowed?.workspaceIds() ?? [])]) {
      await within(id, () => this.snapshots.mark(id)).catch((error) => this.forgetWhere(error, id));
    }
  }

  private ownOf(workspaceId: string): CurrentReading {
    const own = this.own.get(workspaceId) ?? this.made(workspaceId);
    this.own.set(workspaceId, own);
    return own;
  }

  /** A reading is made ready on every thread before any answers from it. */
  private made(workspaceId: string): CurrentReading {
    const { snapshots, means } = this;
    const prepare = async (next: Timed, over: () => boolean) => {
      await Promise.all([means.prepare(workspaceId, next, over), this.lender?.prepare(workspaceId, next)]);
    };
    return new CurrentReading({ snapshots, within: means.freshWithin * 1000, prepare });
  }

  private forgetWhere(error: unknown, workspaceId: string): void {
    if (!isNoWorkspace(error)) return;
    this.borrowed?.forget(workspaceId);
    this.own.delete(workspaceId);
    this.snapshots.forget(workspaceId);
    this.means.gone(workspaceId);
  }
}
