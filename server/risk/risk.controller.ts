import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Workspace } from '../../etl/warehouse/index.js';
import { CurrentVisibility } from '../access/current-visibility.js';
import { CurrentWorkspace } from '../access/current-workspace.js';
import { Counter } from '../counting/counter.js';
import type { JsonAnswer } from '../counting/json-answer.js';
import type { Visibility } from '../handoff/visibility.js';
import { type ModelAnswer, modelAnswer } from './model/model.schema.js';
import {
  type OneRiskAnswer,
  type OneRiskQuery,
  oneRiskAnswer,
  oneRiskQuery,
  type RiskAnswer,
  type RiskQuery,
  riskAnswer,
  riskQuery,
} from './risk.schema.js';
import { accountsAtRisk, riskModel, riskOfHandoff } from './risk-questions.js';

@ApiTags('risk')
@Controller('risk')
export class RiskController {
  constructor(private readonly counter: Counter) {}

  @Get()
  @ApiOkResponse({
    standardSchema: riskAnswer,
    description: 'Open handoffs that something is wrong with: why, how likely churn is, and the most expected loss first',
  })
  list(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentVisibility() visibility: Visibility,
    @Query({ schema: riskQuery }) query: RiskQuery,
  ): Promise<JsonAnswer<RiskAnswer>> {
    return this.counter.ask(accountsAtRisk, { workspace, query, visibility });
  }

  @Get('model')
  @ApiOkResponse({ standardSchema: modelAnswer, description: 'What the chances of churn rest on, and how good they were on past months' })
  model(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentVisibility() visibility: Visibility,
    @Query({ schema: oneRiskQuery }) query: OneRiskQuery,
  ): Promise<JsonAnswer<ModelAnswer>> {
    return this.counter.ask(riskModel, { workspace, query, visibility });
  }

  @Get(':handoffId')
  @ApiOkResponse({ standardSchema: oneRiskAnswer, description: 'What is wrong with one handoff, and how likely its churn is' })
  one(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentVisibility() visibility: Visibility,
    @Param('handoffId', { schema: z.string().max(300) }) handoffId: string,
    @Query({ schema: oneRiskQuery }) query: OneRiskQuery,
  ): Promise<JsonAnswer<OneRiskAnswer>> {
    return this.counter.ask(riskOfHandoff, { workspace, query: { ...query, handoffId }, visibility });
  }
}
