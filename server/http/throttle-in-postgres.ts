import { createHash } from 'node:crypto';
import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { poolOf } from '../../etl/warehouse/index.js';
import { Throttle } from './throttle.js';

/** Counts in the table `throttle`. Refuses everything with 503 while the database is away: a try that is not counted is not allowed. */
@Injectable()
export class ThrottleInPostgres extends Throttle {
  private readonly limiters = new Map<string, RateLimiterPostgres>();

  constructor(private readonly db: DataSource) {
    super();
  }

  async take(key: string, rate: { limit: number; seconds: number }): Promise<number | null> {
    try {
      await this.limiter(rate).consume(stored(key));
      return null;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      throw away(refused);
    }
  }

  async forgive(key: string): Promise<void> {
    try {
      await this.limiter({ limit: 1, seconds: 1 }).delete(stored(key));
    } catch (error) {
      throw away(error);
    }
  }

  private limiter({ limit, seconds }: { limit: number; seconds: number }): RateLimiterPostgres {
    const name = `${limit}/${seconds}`;
    const known = this.limiters.get(name);
    if (known) return known;
    const limiter = new RateLimiterPostgres({
      storeClient: poolOf(this.db),
      storeType: 'pool',
      tableName: 'throttle',
      tableCreated: true,
      keyPrefix: '',
      points: limit,
      duration: seconds,
      // One of them is enough to take out what has expired.
      clearExpiredByTimeout: this.limiters.size === 0,
    });
    this.limiters.set(name, limiter);
    return limiter;
  }
}

const away = (cause: unknown) => new ServiceUnavailableException('The database does not answer. Try again in a moment.', { cause });

/** Of whom it is does not stand in the table: it would be a list of addresses and of e-mails that were tried. */
function stored(key: string): string {
  const [what, ...whom] = key.split(':');
  return `${what}:${createHash('sha256').update(whom.join(':')).digest('base64url')}`;
}
