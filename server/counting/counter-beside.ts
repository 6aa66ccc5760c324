import type { Logger } from 'pino';
import type { Clock } from '../http/clock.js';
import type { Asked } from './asked.js';
import type { AnyQuery, CountedQuestion } from './counted-question.js';
import { Counter } from './counter.js';
import { CountingThread } from './counting-thread.js';
import { JsonAnswer } from './json-answer.js';

/** Answers in a thread of its own, and what is slow in another. Each begins with its first question, and anew with the first after a crash. */
export class CounterBeside extends Counter {
  private readonly threads = new Map<'quick' | 'slow', CountingThread>();
  private lending: { from: CountingThread; to: CountingThread } | null = null;

  constructor(private readonly options: { databaseUrl: string; clock: Clock; log: Logger; freshWithin: number }) {
    super();
  }

  async ask<Query extends AnyQuery, Answer extends object>(
    { name, slow }: CountedQuestion<Query, Answer>,
    { workspace, query, visibility, newest }: Asked<Query>,
  ): Promise<JsonAnswer<Answer>> {
    const now = this.options.clock.now();
    return new JsonAnswer(
      await this.running(slow ? 'slow' : 'quick').ask({ name, now, workspace: { ...workspace }, query, visibility, newest }),
    );
  }

  waiting(): Record<string, number> {
    return { quick: this.threads.get('quick')?.waitingCount ?? 0, slow: this.threads.get('slow')?.waitingCount ?? 0 };
  }

  forget(): void {
    for (const thread of this.threads.values()) if (!thread.ended) thread.forget();
  }

  async close(): Promise<void> {
    await Promise.all([...this.threads.values()].filter(({ ended }) => !ended).map((thread) => thread.close()));
  }

  /** Both answer from the readings of the quick one: a number, its list, its export and its risks are of one moment. */
  private running(pace: 'quick' | 'slow'): CountingThread {
    const thread = this.thread(pace);
    if (pace === 'quick' || this.options.freshWithin === 0) return thread;
    const quick = this.thread('quick');
    if (this.lending?.to !== thread || this.lending.from !== quick) {
      thread.borrowFrom(quick);
      this.lending = { from: quick, to: thread };
    }
    return thread;
  }

  private thread(pace: 'quick' | 'slow'): CountingThread {
    const { databaseUrl, log, freshWithin } = this.options;
    const running = this.threads.get(pace);
    if (running && !running.ended) return running;
    const thread = new CountingThread({ url: databaseUrl, freshWithin }, (why) => log.fatal({ err: why }, 'counting stopped'));
    this.threads.set(pace, thread);
    return thread;
  }
}
