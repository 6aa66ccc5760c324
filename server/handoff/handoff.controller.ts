import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Workspace } from '../../etl/warehouse/index.js';
import { CurrentVisibility } from '../access/current-visibility.js';
import { CurrentWorkspace } from '../access/current-workspace.js';
import { WholeWorkspace } from '../access/whole-workspace.js';
import { Clock } from '../http/clock.js';
import { knownUntil, moment } from './as-of.js';
import { excludedDeals } from './excluded.js';
import { type ExcludedAnswer, excludedAnswer, type HandoffAnswer, handoffAnswer, handoffQuery, pageQuery } from './handoff.schema.js';
import { oneHandoff } from './one-handoff.js';
import type { Visibility } from './visibility.js';

@ApiTags('handoff')
@Controller('handoff')
export class HandoffController {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  @Get('excluded')
  @WholeWorkspace()
  @ApiOkResponse({ standardSchema: excludedAnswer, description: 'Won deals that are no handoffs, each with the rule that says so' })
  excluded(
    @CurrentWorkspace() workspace: Workspace,
    @Query({ schema: pageQuery }) query: z.infer<typeof pageQuery>,
  ): Promise<ExcludedAnswer> {
    return excludedDeals(this.db, workspace.id, query);
  }

  @Get(':id')
  @ApiOkResponse({
    standardSchema: handoffAnswer,
    description: 'One handoff, its clocks and its timeline as they were known at the moment',
  })
  async one(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentVisibility() visibility: Visibility,
    @Param('id', { schema: z.string().max(300) }) id: string,
    @Query({ schema: handoffQuery }) query: z.infer<typeof handoffQuery>,
  ): Promise<HandoffAnswer> {
    const known = await knownUntil(this.db, workspace.id, moment(query.asOf, this.clock.now()));
    const answer = await oneHandoff(this.db, workspace, { id, known, time: query.time, visibility });
    if (!answer)
      throw new NotFoundException(`No handoff ${id} at ${known.asOf.toISOString()}. Its deal may be excluded, deleted or not won yet.`);
    return answer;
  }
}
