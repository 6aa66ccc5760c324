import { ConflictException, Controller, Get, HttpCode, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { askCancel } from '../../etl/sync/cancel.js';
import { sourceKindOf } from '../../etl/sync/open-source.js';
import type { Workspace } from '../../etl/warehouse/index.js';
import { Noted } from '../access/audit/noted.js';
import { CurrentWorkspace } from '../access/current-workspace.js';
import { Needs } from '../access/right.js';
import { WholeWorkspace } from '../access/whole-workspace.js';
import { Clock } from '../http/clock.js';
import { rejectedPage } from './rejected.js';
import * as schema from './source.schema.js';
import { readSources, type SourceFacts } from './source-row.js';
import { standings } from './standing.js';
import { Syncs } from './syncs.js';

/** Connected systems: how fresh, what was refused, read now. */
@Controller('source')
@ApiTags('source')
export class SourceController {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly syncs: Syncs,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listSources', summary: 'Sources, their streams, and how fresh they are' })
  @ApiOkResponse({ standardSchema: schema.sources })
  list(@CurrentWorkspace() workspace: Workspace): Promise<schema.Sources> {
    return standings(this.db, workspace, { now: this.clock.now(), begun: this.syncs.begun(workspace.id) });
  }

  @Get(':id/rejected')
  @Needs('connect')
  @WholeWorkspace()
  @ApiOperation({ operationId: 'listRejected', summary: 'Records that are not as documented, with the reason' })
  @ApiOkResponse({ standardSchema: schema.rejectedPage })
  async rejected(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id', { schema: schema.sourceId }) id: string,
    @Query({ schema: schema.rejectedQuery }) query: z.infer<typeof schema.rejectedQuery>,
  ): Promise<schema.RejectedPage> {
    const source = await this.find(workspace, id);
    return rejectedPage(this.db, { workspaceId: workspace.id, sourceId: source.id }, query);
  }

  @Post(':id/sync')
  @Noted({ action: 'source.read', subject: ({ params }) => params.id ?? '' })
  @Needs('connect')
  @HttpCode(202)
  @ApiOperation({ operationId: 'syncSource', summary: 'Read a source on from where it stopped; GET /api/source shows how it goes' })
  @ApiAcceptedResponse({ standardSchema: schema.syncStarted })
  async sync(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id', { schema: schema.sourceId }) id: string,
  ): Promise<z.infer<typeof schema.syncStarted>> {
    const source = await this.find(workspace, id);
    if (sourceKindOf(source.kind)?.byHand)
      throw new ConflictException(`${source.name} is imported by hand: npm run baton -- import <mapping.json>`);
    const begun = !source.running && this.syncs.begin({ workspaceId: workspace.id, sourceId: id, trigger: 'hand' });
    if (!begun) throw new ConflictException(`${source.name} is being read already.`);
    return { started: true };
  }

  @Post(':id/cancel')
  @Noted({ action: 'source.cancelled', subject: ({ params }) => params.id ?? '' })
  @Needs('connect')
  @HttpCode(202)
  @ApiOperation({ operationId: 'cancelSync', summary: 'Ask the run that reads a source to stop at its next page; what it has read stays' })
  @ApiAcceptedResponse({ standardSchema: schema.cancelAsked })
  async cancel(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id', { schema: schema.sourceId }) id: string,
  ): Promise<z.infer<typeof schema.cancelAsked>> {
    const source = await this.find(workspace, id);
    const asked = await askCancel(this.db, { workspaceId: workspace.id, sourceId: id, at: this.clock.now() });
    if (!asked) throw new ConflictException(`${source.name} is not being read.`);
    return { asked: true };
  }

  private async find(workspace: Workspace, id: string): Promise<SourceFacts> {
    const source = (await readSources(this.db, workspace.id)).find((one) => one.id === id);
    if (!source) throw new NotFoundException(`There is no source "${id}". GET /api/source lists them.`);
    return source;
  }
}
