import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Workspace } from '../../etl/warehouse/index.js';
import { CurrentVisibility } from '../access/current-visibility.js';
import { CurrentWorkspace } from '../access/current-workspace.js';
import { Counter } from '../counting/counter.js';
import type { JsonAnswer } from '../counting/json-answer.js';
import type { Visibility } from '../handoff/visibility.js';
import { type RestatementQuery, type Restatements, restatementQuery, restatements } from './restatement.schema.js';
import { whatWasRestated } from './restatement-questions.js';

@ApiTags('restatement')
@Controller('restatement')
export class RestatementController {
  constructor(private readonly counter: Counter) {}

  @Get()
  @ApiOkResponse({
    standardSchema: restatements,
    description: 'What was corrected after it had been told: when it was found, in which periods, from what to what, of which handoffs',
  })
  list(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentVisibility() visibility: Visibility,
    @Query({ schema: restatementQuery }) query: RestatementQuery,
  ): Promise<JsonAnswer<Restatements>> {
    return this.counter.ask(whatWasRestated, { workspace, query, visibility });
  }
}
