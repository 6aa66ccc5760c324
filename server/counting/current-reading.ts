import type { Workspace } from '../../etl/warehouse/index.js';
import { continueLine } from '../handoff/line.js';
import type { Reading, Snapshots } from '../handoff/snapshots.js';

/** A reading and when it was begun. */
export interface Timed extends Reading {
  takenAt: Date;
}

/** One who asks: the workspace as it stood when they did. */
export interface Asking {
  workspace: Pick<Workspace, 'id' | 'byHandCount'>;
  now: Date;
  /** Waits for a reading whose time has not passed. */
  newest?: boolean;
}

/** So many times as old as the reading of now, the one before is not given any more. */
const MOST_OF_BEFORE = 3;

/** Milliseconds for which what was learnt of one reading serves those after it, while only syncs move them. */
const LINE_MILLISECONDS = 15 * 60_000;

interface Means {
  snapshots: Snapshots;
  /** Milliseconds for which one reading serves all; 0: every question has its own. */
  within: number;
  /** What is done with the next reading before it serves, while the one before does; ends early when `over` says so. */
  prepare(next: Timed, over: () => boolean): Promise<void>;
}

/** Whether one who asks is answered from what has had its time; `within` in milliseconds. */
export const isEarlier = ({ takenAt }: Timed, { now }: Asking, within: number): boolean =>
  within > 0 && now.getTime() - takenAt.getTime() > within;

/** What the questions of one workspace are answered from: all of them from the same, until another takes its place. */
export class CurrentReading {
  private current: Timed | null = null;
  private next: Timed | null = null;
  private taking: Promise<Timed> | null = null;
  private preparing: Promise<void> | null = null;
  private lineBegunAt = 0;

  constructor(private readonly means: Means) {}

  /** Throws NoWorkspace. */
  async of(asking: Asking): Promise<Timed> {
    const { within } = this.means;
    if (within === 0) return this.taken(asking);
    const { current } = this;
    const age = current ? this.ageOf(current, asking) : Number.POSITIVE_INFINITY;
    if (current && age <= within) return current;
    if (!current || age > MOST_OF_BEFORE * within) return this.turned(asking);
    const prepared = this.prepared(asking);
    if (!asking.newest) {
      // Who asks next tries again, and when there is nothing to give any more, is told.
      prepared.catch(() => {});
      return current;
    }
    await prepared;
    return this.current && this.ageOf(this.current, asking) <= within ? this.current : this.turned(asking);
  }

  /** Milliseconds; infinite for one that does not know what a person has changed, or of before the clock was put back. */
  private ageOf({ takenAt, byHandCount }: Timed, { workspace, now }: Asking): number {
    if (BigInt(byHandCount) < BigInt(workspace.byHandCount)) return Number.POSITIVE_INFINITY;
    const age = now.getTime() - takenAt.getTime();
    // Who asked a little earlier may come a little later.
    return age < -this.means.within ? Number.POSITIVE_INFINITY : Math.max(0, age);
  }

  /** The next takes the place of the current one now. */
  private async turned(asking: Asking): Promise<Timed> {
    const { within } = this.means;
    for (const coming of [this.next, this.taking]) {
      const ready = await coming;
      if (ready && this.ageOf(ready, asking) <= within) return this.turn(ready);
    }
    return this.turn(await this.takenOnce(asking));
  }

  private turn(reading: Timed): Timed {
    this.current = reading;
    this.next = null;
    return reading;
  }

  /** Settles when the next has taken the place of the current one, with what is asked most counted already. */
  private prepared(asking: Asking): Promise<void> {
    this.preparing ??= this.prepare(asking).finally(() => {
      this.preparing = null;
    });
    return this.preparing;
  }

  private async prepare(asking: Asking): Promise<void> {
    const next = await this.takenOnce(asking);
    this.next = next;
    await this.means.prepare(next, () => this.next !== next);
    if (this.next === next) this.turn(next);
  }

  private takenOnce(asking: Asking): Promise<Timed> {
    this.taking ??= this.taken(asking).finally(() => {
      this.taking = null;
    });
    return this.taking;
  }

  private async taken({ workspace, now }: Asking): Promise<Timed> {
    const reading = { ...(await this.means.snapshots.read(workspace.id)), takenAt: now };
    this.goOn(reading);
    return reading;
  }

  private goOn({ snapshot, byHandCount, definitions, takenAt }: Timed): void {
    const before = this.current;
    const same = before && before.byHandCount === byHandCount && before.definitions === definitions;
    const soon = this.means.within > 0 && takenAt.getTime() - this.lineBegunAt < LINE_MILLISECONDS;
    if (!same || !soon) this.lineBegunAt = takenAt.getTime();
    else if (before.snapshot !== snapshot) continueLine(before.snapshot, snapshot);
  }
}
