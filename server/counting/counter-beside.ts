import type { Logger } from 'pino';
import type { Clock } from '../http/clock.js';
import type { Asked } from './asked.js';
import type { AnyQuery, CountedQuestion } from './counted-question.js';
import { Counter } from './counter.js';
import { CountingThread } from './counting-thread.js';
import { JsonAnswer } from './json-answer.js';

/** Answers in a thread of its own, which begins with the first question and anew with the first after a crash. */
export class CounterBeside extends Counter {
  private thread: CountingThread | null = null;

  constructor(private readonly options: { databaseUrl: string; clock: Clock; log: Logger }) {
    super();
  }

  async ask<Query extends AnyQuery, Answer extends object>(
    { name }: CountedQuestion<Query, Answer>,
    { workspace, query, visibility }: Asked<Query>,
  ): Promise<JsonAnswer<Answer>> {
    const now = this.options.clock.now();
    return new JsonAnswer(await this.running().ask({ name, now, workspace: { ...workspace }, query, visibility }));
  }

  async close(): Promise<void> {
    if (this.thread && !this.thread.ended) await this.thread.close();
  }

  private running(): CountingThread {
    const { databaseUrl, log } = this.options;
    if (this.thread && !this.thread.ended) return this.thread;
    this.thread = new CountingThread(databaseUrl, (why) => log.error({ err: why }, 'counting stopped'));
    return this.thread;
  }
}
