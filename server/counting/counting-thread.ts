import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { ServiceUnavailableException } from '@nestjs/common';
import type { NamedQuestion, Told } from './asked.js';
import { errorOf, type Failure } from './failure.js';

/** To the thread: a question, with whom it shares its readings, or the wish that it forget what it knows, or end. */
export type ToThread = { id: number; question: NamedQuestion } | { lendTo: MessagePort } | { borrowFrom: MessagePort } | 'forget' | 'end';
export type FromThread = { id: number; told: Told } | { id: number; failure: Failure };

export interface GivenToThread {
  url: string;
  /** Seconds. */
  freshWithin: number;
}

interface Waiting {
  resolve(told: Told): void;
  reject(error: Error): void;
}

/** How long a thread may take to leave of its own accord. */
const PATIENCE_MS = 3000;

/** One worker thread that answers questions until it ends, by `end` or by a crash. */
export class CountingThread {
  /** True from the moment it cannot answer any more. */
  ended = false;
  private readonly worker: Worker;
  private readonly exit: Promise<void>;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;

  /** `crashed` hears why a thread ended that was not told to. */
  constructor(given: GivenToThread, crashed: (why: unknown) => void) {
    this.worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: given });
    this.worker.on('message', (message: FromThread) => this.hear(message));
    this.worker.on('error', (why) => {
      crashed(why);
      this.end();
    });
    this.exit = new Promise((resolve) => {
      this.worker.once('exit', () => {
        this.end();
        resolve();
      });
    });
  }

  ask(question: NamedQuestion): Promise<Told> {
    const id = this.asked++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.post({ id, question });
    });
  }

  /** Has it answer from the readings of `other`. */
  borrowFrom(other: CountingThread): void {
    const { port1, port2 } = new MessageChannel();
    other.post({ lendTo: port1 }, [port1]);
    this.post({ borrowFrom: port2 }, [port2]);
  }

  forget(): void {
    this.post('forget');
  }

  get waitingCount(): number {
    return this.waiting.size;
  }

  async close(): Promise<void> {
    this.post('end');
    const stuck = setTimeout(() => void this.worker.terminate(), PATIENCE_MS);
    await this.exit;
    clearTimeout(stuck);
  }

  private post(message: ToThread, transfer: MessagePort[] = []): void {
    this.worker.postMessage(message, transfer);
  }

  private hear(message: FromThread): void {
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if ('told' in message) waiting?.resolve(message.told);
    else waiting?.reject(errorOf(message.failure));
  }

  private end(): void {
    this.ended = true;
    for (const { reject } of this.waiting.values()) {
      reject(new ServiceUnavailableException('The counting stopped while it was at this question. It begins anew; ask again in a moment.'));
    }
    this.waiting.clear();
  }
}
