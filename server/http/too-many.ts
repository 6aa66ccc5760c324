import { HttpException } from '@nestjs/common';

/** 429. Seconds, whole and at least 1, leave as Retry-After. */
export class TooMany extends HttpException {
  readonly retryAfterSeconds: number;

  constructor(what: string, seconds: number) {
    const wait = Math.max(1, Math.ceil(seconds));
    super(`${what} Try again in ${wait} ${wait === 1 ? 'second' : 'seconds'}.`, 429);
    this.retryAfterSeconds = wait;
  }
}
