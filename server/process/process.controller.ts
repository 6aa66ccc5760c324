import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Workspace } from '../../etl/warehouse/index.js';
import { CurrentVisibility } from '../access/current-visibility.js';
import { CurrentWorkspace } from '../access/current-workspace.js';
import { Counter } from '../counting/counter.js';
import type { JsonAnswer } from '../counting/json-answer.js';
import type { Visibility } from '../handoff/visibility.js';
import type { ScopeQuery } from '../kpi/question.js';
import {
  type ProcessAnswer,
  type ProcessList,
  type ProcessListQuery,
  processAnswer,
  processList,
  processListQuery,
  processQuery,
} from './process.schema.js';
import { handoffsInProcess, wholeProcess } from './process-questions.js';

@ApiTags('process')
@Controller('process')
export class ProcessController {
  constructor(private readonly counter: Counter) {}

  @Get()
  @ApiOkResponse({
    standardSchema: processAnswer,
    description: 'The way handoffs really go: steps, waits, variants, moves and what is out of order',
  })
  whole(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentVisibility() visibility: Visibility,
    @Query({ schema: processQuery }) query: ScopeQuery,
  ): Promise<JsonAnswer<ProcessAnswer>> {
    return this.counter.ask(wholeProcess, { workspace, query, visibility });
  }

  @Get('handoff')
  @ApiOkResponse({ standardSchema: processList, description: 'The handoffs behind one count of the process: exactly as many' })
  list(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentVisibility() visibility: Visibility,
    @Query({ schema: processListQuery }) query: ProcessListQuery,
  ): Promise<JsonAnswer<ProcessList>> {
    return this.counter.ask(handoffsInProcess, { workspace, query, visibility });
  }
}
