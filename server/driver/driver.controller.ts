import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Workspace } from '../../etl/warehouse/index.js';
import { CurrentVisibility } from '../access/current-visibility.js';
import { CurrentWorkspace } from '../access/current-workspace.js';
import { Counter } from '../counting/counter.js';
import type { JsonAnswer } from '../counting/json-answer.js';
import type { Visibility } from '../handoff/visibility.js';
import { scopeQuery } from '../kpi/kpi.schema.js';
import type { ScopeQuery } from '../kpi/question.js';
import {
  type FactorAnswer,
  type FactorListQuery,
  factorAnswer,
  factorList,
  factorListQuery,
  type MixAnswer,
  mixAnswer,
  mixQuery,
  type PeopleAnswer,
  peopleAnswer,
  peopleQuery,
} from './driver.schema.js';
import { handoffsWithFactor, peopleAgainstWhole, whatGoesWithIt, whyItMoved } from './driver-questions.js';

const factorId = z.string().max(100);

@ApiTags('driver')
@Controller('driver')
export class DriverController {
  constructor(private readonly counter: Counter) {}

  @Get('mix')
  @ApiOkResponse({ standardSchema: mixAnswer, description: 'Why a KPI moved: mix against rate by any dimension' })
  mix(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentVisibility() visibility: Visibility,
    @Query({ schema: mixQuery }) query: z.infer<typeof mixQuery>,
  ): Promise<JsonAnswer<MixAnswer>> {
    return this.counter.ask(whyItMoved, { workspace, query, visibility });
  }

  @Get('factor')
  @ApiOkResponse({ standardSchema: factorAnswer, description: 'What goes with leaving and with time to first value' })
  factors(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentVisibility() visibility: Visibility,
    @Query({ schema: scopeQuery }) query: ScopeQuery,
  ): Promise<JsonAnswer<FactorAnswer>> {
    return this.counter.ask(whatGoesWithIt, { workspace, query, visibility });
  }

  @Get('factor/:id/handoff')
  @ApiOkResponse({ standardSchema: factorList, description: 'The handoffs on one side of a factor: exactly as many as it says' })
  list(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentVisibility() visibility: Visibility,
    @Param('id', { schema: factorId }) id: string,
    @Query({ schema: factorListQuery }) query: FactorListQuery,
  ): Promise<JsonAnswer<z.infer<typeof factorList>>> {
    return this.counter.ask(handoffsWithFactor, { workspace, query: { ...query, id }, visibility });
  }

  @Get('people')
  @ApiOkResponse({ standardSchema: peopleAnswer, description: 'People or teams against the whole, with the limits of chance' })
  people(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentVisibility() visibility: Visibility,
    @Query({ schema: peopleQuery }) query: z.infer<typeof peopleQuery>,
  ): Promise<JsonAnswer<PeopleAnswer>> {
    return this.counter.ask(peopleAgainstWhole, { workspace, query, visibility });
  }
}
