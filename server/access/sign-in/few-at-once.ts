import { ServiceUnavailableException } from '@nestjs/common';

/** Lets few pieces of work run at once, and a bounded number wait in order. Beyond that they are refused with 503. */
export class FewAtOnce {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly limits: { atOnce: number; waiting: number }) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.limits.atOnce) await this.turn();
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private turn(): Promise<void> {
    if (this.waiting.length >= this.limits.waiting)
      throw new ServiceUnavailableException('Too many sign in at once. Try again in a moment.');
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
