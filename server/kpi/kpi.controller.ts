import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Workspace } from '../../etl/warehouse/index.js';
import { CurrentVisibility } from '../access/current-visibility.js';
import { CurrentWorkspace } from '../access/current-workspace.js';
import { Counter } from '../counting/counter.js';
import type { JsonAnswer } from '../counting/json-answer.js';
import type { Visibility } from '../handoff/visibility.js';
import type { KpiQuery } from './answer.js';
import { dimensions, handoffList, kpiAnswers, kpiQuery, listQuery, oneKpiAnswer, scopeQuery } from './kpi.schema.js';
import { allKpis, handoffsBehindKpi, knownDimensions, oneKpi } from './kpi-questions.js';
import type { ScopeQuery } from './question.js';

const kpiId = z.string().max(100);

type Answer<Schema extends z.ZodType<object>> = Promise<JsonAnswer<z.infer<Schema>>>;

@ApiTags('kpi')
@Controller()
export class KpiController {
  constructor(private readonly counter: Counter) {}

  @Get('kpi')
  @ApiOkResponse({ standardSchema: kpiAnswers, description: 'Every KPI over the same handoffs' })
  all(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentVisibility() visibility: Visibility,
    @Query({ schema: kpiQuery }) query: KpiQuery,
  ): Answer<typeof kpiAnswers> {
    return this.counter.ask(allKpis, { workspace, query, visibility });
  }

  @Get('kpi/:id')
  @ApiOkResponse({ standardSchema: oneKpiAnswer, description: 'One KPI with its trend, and its breakdown by any dimension' })
  one(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentVisibility() visibility: Visibility,
    @Param('id', { schema: kpiId }) id: string,
    @Query({ schema: kpiQuery }) query: KpiQuery,
  ): Answer<typeof oneKpiAnswer> {
    return this.counter.ask(oneKpi, { workspace, query: { ...query, id }, visibility });
  }

  @Get('kpi/:id/handoff')
  @ApiOkResponse({ standardSchema: handoffList, description: 'The handoffs behind a number: exactly as many as it says' })
  list(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentVisibility() visibility: Visibility,
    @Param('id', { schema: kpiId }) id: string,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Answer<typeof handoffList> {
    return this.counter.ask(handoffsBehindKpi, { workspace, query: { ...query, id }, visibility });
  }

  @Get('dimension')
  @ApiOkResponse({ standardSchema: dimensions, description: 'What can be filtered and broken down by' })
  dimensions(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentVisibility() visibility: Visibility,
    @Query({ schema: scopeQuery }) query: ScopeQuery,
  ): Answer<typeof dimensions> {
    return this.counter.ask(knownDimensions, { workspace, query, visibility });
  }
}
