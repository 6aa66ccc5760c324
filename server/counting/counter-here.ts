import type { DataSource } from 'typeorm';
import type { Clock } from '../http/clock.js';
import { Answers } from './answers.js';
import type { Asked } from './asked.js';
import type { AnyQuery, CountedQuestion } from './counted-question.js';
import { Counter } from './counter.js';
import { JsonAnswer } from './json-answer.js';

/** Answers in the calling thread: for commands, for tests, and where a platform has no worker threads. */
export class CounterHere extends Counter {
  private readonly answers: Answers;
  private readonly noMoreForgetting: () => void;

  constructor(
    db: DataSource,
    private readonly clock: Clock,
    freshWithin = 0,
  ) {
    super();
    this.answers = new Answers(db, freshWithin);
    this.noMoreForgetting = this.answers.forgetEndedAtTimes();
  }

  async ask<Query extends AnyQuery, Answer extends object>(
    { name }: CountedQuestion<Query, Answer>,
    asked: Asked<Query>,
  ): Promise<JsonAnswer<Answer>> {
    return new JsonAnswer(await this.answers.of({ name, now: this.clock.now(), ...asked }));
  }

  waiting(): Record<string, number> {
    return {};
  }

  forget(): void {
    this.answers.forget();
  }

  async close(): Promise<void> {
    this.noMoreForgetting();
  }
}
