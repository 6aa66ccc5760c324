import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Workspace } from '../../etl/warehouse/index.js';
import { CurrentWorkspace } from '../access/current-workspace.js';
import { Snapshots } from '../handoff/snapshot.js';
import { Clock } from '../http/clock.js';
import { declarationOf, KpiAnswers, type KpiQuery } from './answer.js';
import { dimensionsOf } from './dimension.js';
import { dimensions, handoffList, kpiAnswers, kpiQuery, listQuery, oneKpiAnswer, scopeQuery } from './kpi.schema.js';
import { kpiOf } from './kpis.js';
import { handoffsBehind, pageOf } from './list.js';
import { ask, type Question, type ScopeQuery, scopeOf } from './question.js';

const kpiId = z.string().max(100);

@ApiTags('kpi')
@Controller()
export class KpiController {
  constructor(
    private readonly db: DataSource,
    private readonly snapshots: Snapshots,
    private readonly clock: Clock,
    private readonly answers: KpiAnswers,
  ) {}

  @Get('kpi')
  @ApiOkResponse({ standardSchema: kpiAnswers, description: 'Every KPI over the same handoffs' })
  all(@CurrentWorkspace() workspace: Workspace, @Query({ schema: kpiQuery }) query: KpiQuery): Promise<z.infer<typeof kpiAnswers>> {
    return this.answers.all(workspace, query);
  }

  @Get('kpi/:id')
  @ApiOkResponse({ standardSchema: oneKpiAnswer, description: 'One KPI with its trend, and its breakdown by any dimension' })
  one(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id', { schema: kpiId }) id: string,
    @Query({ schema: kpiQuery }) query: KpiQuery,
  ): Promise<z.infer<typeof oneKpiAnswer>> {
    return this.answers.one(workspace, id, query);
  }

  @Get('kpi/:id/handoff')
  @ApiOkResponse({ standardSchema: handoffList, description: 'The handoffs behind a number: exactly as many as it says' })
  async list(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id', { schema: kpiId }) id: string,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<z.infer<typeof handoffList>> {
    const question = await this.ask(workspace, query);
    const kpi = kpiOf(question.terms, id);
    const list = await handoffsBehind(this.db, { kpi, question }, pageOf(query));
    return { scope: plainScope(question), kpi: declarationOf(kpi), ...list };
  }

  @Get('dimension')
  @ApiOkResponse({ standardSchema: dimensions, description: 'What can be filtered and broken down by' })
  async dimensions(
    @CurrentWorkspace() workspace: Workspace,
    @Query({ schema: scopeQuery }) query: ScopeQuery,
  ): Promise<z.infer<typeof dimensions>> {
    const question = await this.ask(workspace, query);
    return { scope: plainScope(question), dimensions: dimensionsOf(question) };
  }

  private ask(workspace: Workspace, query: ScopeQuery): Promise<Question> {
    return ask({ db: this.db, snapshots: this.snapshots, now: this.clock.now() }, workspace, query);
  }
}

const plainScope = (question: Question) => scopeOf(question, { by: null, interval: 'month' });
