import { type DynamicModule, Inject, Module, type OnModuleDestroy } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { Clock } from '../http/clock.js';
import { LOG } from '../http/log.js';
import { Counter } from './counter.js';
import { CounterBeside } from './counter-beside.js';
import { CounterHere } from './counter-here.js';
import { HowItWasAnswered } from './how-it-was-answered.js';

@Module({})
class CountingModule implements OnModuleDestroy {
  constructor(@Inject(Counter) private readonly counter: Counter) {}

  onModuleDestroy(): Promise<void> {
    return this.counter.close();
  }
}

/** Where every feature has its questions over the columns answered. `beside`: in a thread of its own, which only compiled code can have. `freshWithin`: as of Answers. */
export const countingModule = ({ beside, freshWithin = 0 }: { beside: boolean; freshWithin?: number | undefined }): DynamicModule => ({
  module: CountingModule,
  global: true,
  providers: [
    {
      provide: Counter,
      inject: [DataSource, Clock, LOG],
      useFactory: (db: DataSource, clock: Clock, log: Logger) =>
        beside ? new CounterBeside({ databaseUrl: urlOf(db), clock, log, freshWithin }) : new CounterHere(db, clock, freshWithin),
    },
    { provide: APP_INTERCEPTOR, useClass: HowItWasAnswered },
  ],
  exports: [Counter],
});

function urlOf({ options }: DataSource): string {
  if ('url' in options && typeof options.url === 'string') return options.url;
  throw new Error('the counting thread needs the address of the database');
}
