import type { Asked } from './asked.js';
import type { AnyQuery, CountedQuestion } from './counted-question.js';
import type { JsonAnswer } from './json-answer.js';

/** Where questions over the columns are answered: inject it, `ask`, and return from a controller what it gives. */
export abstract class Counter {
  /** Throws what the question throws, and 503 when the counting stopped while it was at it. */
  abstract ask<Query extends AnyQuery, Answer extends object>(
    question: CountedQuestion<Query, Answer>,
    asked: Asked<Query>,
  ): Promise<JsonAnswer<Answer>>;

  /** How many questions each thread has not answered yet. */
  abstract waiting(): Record<string, number>;

  /** Keeps nothing of what was answered so far: something of it was deleted. */
  abstract forget(): void;

  abstract close(): Promise<void>;
}
