import type { MessagePort } from 'node:worker_threads';
import { lineOf } from '../handoff/line.js';
import { sourcesMet } from '../handoff/packed-id.js';
import type { Asking, Timed } from './current-reading.js';
import { failureOf } from './failure.js';
import type { Given, Lent, Wanted } from './lent.js';

const numbers = new WeakMap<object, number>();
let given = 0;

function numberOf(thing: object): number {
  const number = numbers.get(thing) ?? ++given;
  numbers.set(thing, number);
  return number;
}

/** Lends the readings that this thread answers from to the other end of `port`. */
export class Lender {
  private readonly preparing = new Map<number, () => void>();
  /** The number of the snapshot of each workspace that went to the other end last. */
  private readonly sent = new Map<string, number>();
  private said = 0;
  private ended = false;

  constructor(
    private readonly port: MessagePort,
    private readonly readingFor: (asking: Asking) => Promise<Timed>,
  ) {
    port.on('message', (message: Wanted) => {
      if ('prepared' in message) this.done(message.prepared);
      else void this.give(message);
    });
    port.once('close', () => this.end());
    // A thread that is to end does not wait for it.
    port.unref();
  }

  /** Settles when the other end is ready to answer from the reading that comes next, or has ended. */
  prepare(workspaceId: string, next: Timed): Promise<void> {
    if (this.ended) return Promise.resolve();
    const prepare = this.said++;
    return new Promise((resolve) => {
      this.preparing.set(prepare, resolve);
      const sent = this.sent.get(workspaceId);
      this.say({ prepare, workspaceId, lent: this.lentOf(workspaceId, next, sent === undefined ? [] : [sent]) });
    });
  }

  private async give({ id, asking, known }: Exclude<Wanted, { prepared: number }>): Promise<void> {
    const said = await this.readingFor(asking).then(
      (reading): Given => ({ id, lent: this.lentOf(asking.workspace.id, reading, known) }),
      (error): Given => ({ id, failure: failureOf(error) }),
    );
    this.say(said);
  }

  private lentOf(workspaceId: string, { snapshot, ...reading }: Timed, known: readonly number[]): Lent {
    const number = numberOf(snapshot);
    if (!known.includes(number)) this.sent.set(workspaceId, number);
    const columns = known.includes(number) ? null : snapshot.columns;
    return { reading, snapshot: number, line: numberOf(lineOf(snapshot)), columns, sources: sourcesMet() };
  }

  private say(message: Given): void {
    this.port.postMessage(message);
  }

  private done(prepare: number): void {
    this.preparing.get(prepare)?.();
    this.preparing.delete(prepare);
  }

  private end(): void {
    this.ended = true;
    for (const prepare of [...this.preparing.keys()]) this.done(prepare);
  }
}
