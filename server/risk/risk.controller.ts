import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Workspace } from '../../etl/warehouse/index.js';
import { CurrentWorkspace } from '../access/current-workspace.js';
import { moment } from '../handoff/as-of.js';
import { Clock } from '../http/clock.js';
import { atRisk } from './at-risk.js';
import { type RiskAnswer, type RiskQuery, riskAnswer, riskQuery } from './risk.schema.js';

@ApiTags('risk')
@Controller('risk')
export class RiskController {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: riskAnswer, description: 'Open handoffs with a clock that has run out or nearly has, most money first' })
  list(@CurrentWorkspace() workspace: Workspace, @Query({ schema: riskQuery }) query: RiskQuery): Promise<RiskAnswer> {
    return atRisk(this.db, workspace, { ...query, asOf: moment(query.asOf, this.clock.now()) });
  }
}
