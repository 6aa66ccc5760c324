import { type DynamicModule, Module, StandardSchemaValidationPipe } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { Clock } from './clock.js';
import { Installation } from './installation.js';
import { KnownQueryGuard } from './known-query.guard.js';
import { LOG } from './log.js';
import { LONG_WORK } from './long-work.js';
import { Metrics } from './metrics.js';
import { ProblemFilter } from './problem.filter.js';
import { invalid } from './problem.js';
import { Throttle } from './throttle.js';
import { ThrottleInPostgres } from './throttle-in-postgres.js';
import { USUAL_WALLS, WALLS, type Walls } from './walls.js';

export interface HttpOptions {
  db: DataSource;
  longWork: DataSource;
  installation: Installation;
  clock: Clock;
  log: Logger;
  /** What differs from the usual. */
  walls?: Partial<Walls>;
}

@Module({})
class HttpModule {}

/** What every feature may inject - DataSource, Clock, Installation - and how input is checked and failures are answered. */
export const httpModule = (options: HttpOptions): DynamicModule => ({
  module: HttpModule,
  global: true,
  providers: [
    { provide: DataSource, useValue: options.db },
    { provide: LONG_WORK, useValue: options.longWork },
    { provide: Installation, useValue: options.installation },
    { provide: Clock, useValue: options.clock },
    { provide: LOG, useValue: options.log },
    { provide: Metrics, useFactory: () => new Metrics() },
    { provide: Throttle, useClass: ThrottleInPostgres },
    { provide: WALLS, useValue: { ...USUAL_WALLS, ...options.walls } satisfies Walls },
    { provide: APP_GUARD, useClass: KnownQueryGuard },
    { provide: APP_PIPE, useValue: new StandardSchemaValidationPipe({ exceptionFactory: invalid }) },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [DataSource, LONG_WORK, Installation, Clock, LOG, WALLS, Throttle, Metrics],
});
