import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { poolOf } from '../../etl/warehouse/index.js';
import { Counter } from '../counting/counter.js';
import { LongWork } from '../http/long-work.js';
import { Metrics } from '../http/metrics.js';

/** What this process holds: connections, and questions that wait to be counted. */
@Injectable()
export class ProcessGauges implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    @LongWork() private readonly longWork: DataSource,
    private readonly counter: Counter,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.metrics.gauge('baton_pool_connections', {
      help: 'Connections to Postgres: all, those with nothing to do, and the work that waits for one',
      labelNames: ['pool', 'state'],
      collect: (gauge) => {
        for (const [pool, { totalCount, idleCount, waitingCount }] of this.pools()) {
          gauge.set({ pool, state: 'total' }, totalCount);
          gauge.set({ pool, state: 'idle' }, idleCount);
          gauge.set({ pool, state: 'waiting' }, waitingCount);
        }
      },
    });
    this.metrics.gauge('baton_counting_questions', {
      help: 'Questions that a counting thread has not answered yet',
      labelNames: ['thread'],
      collect: (gauge) => {
        for (const [thread, count] of Object.entries(this.counter.waiting())) gauge.set({ thread }, count);
      },
    });
  }

  private pools(): [string, Pool][] {
    return [
      ['requests', poolOf(this.db)],
      ['long work', poolOf(this.longWork)],
    ];
  }
}
