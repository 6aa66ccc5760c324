import type { MessagePort } from 'node:worker_threads';
import { ServiceUnavailableException } from '@nestjs/common';
import type { Columns } from '../handoff/column.js';
import { continueLine, lineOf } from '../handoff/line.js';
import { Snapshot } from '../handoff/snapshot.js';
import type { Asking, Timed } from './current-reading.js';
import { errorOf, type Failure, failureOf } from './failure.js';

/** A reading as it crosses to another thread; its columns only where the other does not have them. */
interface Lent {
  reading: Omit<Timed, 'snapshot'>;
  /** Numbers of the snapshot and of the line it is in. */
  snapshot: number;
  line: number;
  columns: Columns | null;
}

/** `known`: the number of the snapshot that the other thread has of that workspace. */
type Wanted = { id: number; asking: Asking; known: number | null };
type Given = { id: number; lent: Lent } | { id: number; failure: Failure };

const numbers = new WeakMap<object, number>();
let given = 0;

function numberOf(thing: object): number {
  const number = numbers.get(thing) ?? ++given;
  numbers.set(thing, number);
  return number;
}

/** Answers the other end of `port` with the readings that this thread answers from. */
export function lend(port: MessagePort, readingFor: (asking: Asking) => Promise<Timed>): void {
  port.on('message', async ({ id, asking, known }: Wanted) => {
    const said = await readingFor(asking).then(
      (reading): Given => ({ id, lent: lentOf(reading, known) }),
      (error): Given => ({ id, failure: failureOf(error) }),
    );
    port.postMessage(said);
  });
  // A thread that is to end does not wait for it.
  port.unref();
}

function lentOf({ snapshot, ...reading }: Timed, known: number | null): Lent {
  const number = numberOf(snapshot);
  return { reading, snapshot: number, line: numberOf(lineOf(snapshot)), columns: number === known ? null : snapshot.columns };
}

interface Waiting {
  resolve(lent: Lent): void;
  reject(error: Error): void;
}

const stopped = () => new ServiceUnavailableException('The counting stopped. Ask again in a moment.');

interface Held {
  number: number;
  line: number;
  snapshot: Snapshot;
}

/** Has the readings of another thread, so that what both answer is of one moment. */
export class Borrowed {
  private readonly waiting = new Map<number, Waiting>();
  /** The last two of each workspace: what was asked for first may come last. */
  private readonly held = new Map<string, Held[]>();
  private asked = 0;
  private ended = false;

  constructor(private readonly port: MessagePort) {
    port.on('message', (message: Given) => this.hear(message));
    port.once('close', () => this.end());
    port.unref();
  }

  async of(asking: Asking): Promise<Timed> {
    const { id, byHandCount } = asking.workspace;
    const { now, newest = false } = asking;
    const lent = await this.ask({ workspace: { id, byHandCount }, now, newest }, this.held.get(id)?.[0]?.number ?? null);
    return { ...lent.reading, snapshot: this.snapshotOf(id, lent) };
  }

  forget(workspaceId: string): void {
    this.held.delete(workspaceId);
  }

  forgetAll(): void {
    this.held.clear();
  }

  private ask(asking: Asking, known: number | null): Promise<Lent> {
    if (this.ended) return Promise.reject(stopped());
    const id = this.asked++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.port.postMessage({ id, asking, known } satisfies Wanted);
    });
  }

  private snapshotOf(workspaceId: string, { reading, snapshot: number, line, columns }: Lent): Snapshot {
    const held = this.held.get(workspaceId) ?? [];
    const known = held.find((one) => one.number === number);
    if (known) return known.snapshot;
    if (!columns) throw new Error(`the columns of workspace ${workspaceId} were not sent`);
    const snapshot = new Snapshot(columns, reading.revision);
    const before = held.find((one) => one.line === line);
    if (before) continueLine(before.snapshot, snapshot);
    this.held.set(workspaceId, [{ number, line, snapshot }, ...held.slice(0, 1)]);
    return snapshot;
  }

  private hear(message: Given): void {
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if ('lent' in message) waiting?.resolve(message.lent);
    else waiting?.reject(errorOf(message.failure));
  }

  private end(): void {
    this.ended = true;
    for (const { reject } of this.waiting.values()) reject(stopped());
    this.waiting.clear();
  }
}
