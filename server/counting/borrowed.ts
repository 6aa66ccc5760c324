import type { MessagePort } from 'node:worker_threads';
import { ServiceUnavailableException } from '@nestjs/common';
import { idsHere } from '../handoff/ids-of-thread.js';
import { continueLine } from '../handoff/line.js';
import { Snapshot } from '../handoff/snapshot.js';
import type { Asking, Timed } from './current-reading.js';
import { errorOf } from './failure.js';
import type { Given, Lent, Wanted } from './lent.js';

interface Waiting {
  resolve(lent: Lent): void;
  reject(error: Error): void;
}

interface Held {
  number: number;
  line: number;
  snapshot: Snapshot;
}

/** Of each workspace: the one of now, the one that comes next, and the one before, since what was asked for first may come last. */
const MOST_HELD = 3;

const stopped = () => new ServiceUnavailableException('The counting stopped. Ask again in a moment.');

/** Has the readings of another thread, so that what both answer is of one moment. */
export class Borrowed {
  private readonly waiting = new Map<number, Waiting>();
  private readonly held = new Map<string, Held[]>();
  private asked = 0;
  private ended = false;

  /** `prepare`: what is done with a reading before it is the one that all is answered from. */
  constructor(
    private readonly port: MessagePort,
    private readonly prepare: (workspaceId: string, next: Timed) => Promise<void>,
  ) {
    port.on('message', (message: Given) => {
      if ('prepare' in message) void this.prepared(message);
      else this.hear(message);
    });
    port.once('close', () => this.end());
    port.unref();
  }

  async of(asking: Asking): Promise<Timed> {
    const { id, byHandCount } = asking.workspace;
    const { now, newest = false } = asking;
    const known = (this.held.get(id) ?? []).map(({ number }) => number);
    return this.timed(id, await this.ask({ workspace: { id, byHandCount }, now, newest }, known));
  }

  /** Those of which something is held. */
  workspaceIds(): string[] {
    return [...this.held.keys()];
  }

  forget(workspaceId: string): void {
    this.held.delete(workspaceId);
  }

  forgetAll(): void {
    this.held.clear();
  }

  private ask(asking: Asking, known: readonly number[]): Promise<Lent> {
    if (this.ended) return Promise.reject(stopped());
    const id = this.asked++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.say({ id, asking, known });
    });
  }

  private timed(workspaceId: string, lent: Lent): Timed {
    return { ...lent.reading, snapshot: this.snapshotOf(workspaceId, lent) };
  }

  private snapshotOf(workspaceId: string, { reading, snapshot: number, line, columns, sources }: Lent): Snapshot {
    const held = this.held.get(workspaceId) ?? [];
    const known = held.find((one) => one.number === number);
    if (known) return known.snapshot;
    if (!columns) throw new Error(`the columns of workspace ${workspaceId} were not sent`);
    const snapshot = new Snapshot({ ...columns, id: idsHere(columns.id, sources) }, reading.revision);
    const before = held.find((one) => one.line === line);
    if (before) continueLine(before.snapshot, snapshot);
    this.held.set(workspaceId, [{ number, line, snapshot }, ...held].slice(0, MOST_HELD));
    return snapshot;
  }

  private hear(message: Exclude<Given, { prepare: number }>): void {
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if ('lent' in message) waiting?.resolve(message.lent);
    else waiting?.reject(errorOf(message.failure));
  }

  /** What goes wrong is met again, and told, by the first who asks. */
  private async prepared({ prepare, workspaceId, lent }: Extract<Given, { prepare: number }>): Promise<void> {
    await Promise.resolve()
      .then(() => this.prepare(workspaceId, this.timed(workspaceId, lent)))
      .catch(() => {});
    this.say({ prepared: prepare });
  }

  private say(message: Wanted): void {
    this.port.postMessage(message);
  }

  private end(): void {
    this.ended = true;
    for (const { reject } of this.waiting.values()) reject(stopped());
    this.waiting.clear();
  }
}
