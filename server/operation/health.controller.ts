import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../access/public.js';
import { Readiness } from './readiness.js';

/** For whoever watches over the process. */
@Controller()
@ApiExcludeController()
@Public()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process lives. Does not touch Postgres: a restart of Baton would not mend that. */
  @Get('healthz')
  alive() {
    return { alive: true };
  }

  /** Requests can be answered: migrated, Postgres answers, and it is not stopping. */
  @Get('readyz')
  async ready() {
    if (!(await this.readiness.ready())) throw new ServiceUnavailableException('The database does not answer. Try again in a moment.');
    return { ready: true };
  }
}
