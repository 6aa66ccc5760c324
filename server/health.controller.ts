import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Public } from './access/public.js';

/** For whoever watches over the process. */
@Controller()
@ApiExcludeController()
@Public()
export class HealthController {
  constructor(private readonly db: DataSource) {}

  /** The process lives. Does not touch Postgres: a restart of Baton would not mend that. */
  @Get('healthz')
  alive() {
    return { alive: true };
  }

  /** Requests can be answered: migrated, and Postgres answers. */
  @Get('readyz')
  async ready() {
    await this.db.query('select 1');
    return { ready: true };
  }
}
