import { Global, Inject, Module, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../http/clock.js';
import { Counter } from './counter.js';
import { CounterHere } from './counter-here.js';

/** Where every feature has its questions over the columns answered. */
@Global()
@Module({
  providers: [{ provide: Counter, inject: [DataSource, Clock], useFactory: (db: DataSource, clock: Clock) => new CounterHere(db, clock) }],
  exports: [Counter],
})
export class CountingModule implements OnModuleDestroy {
  constructor(@Inject(Counter) private readonly counter: Counter) {}

  onModuleDestroy(): Promise<void> {
    return this.counter.close();
  }
}
