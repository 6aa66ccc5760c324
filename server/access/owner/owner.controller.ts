import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Workspace } from '../../../etl/warehouse/index.js';
import { CurrentWorkspace } from '../current-workspace.js';
import { Needs } from '../right.js';
import { WholeWorkspace } from '../whole-workspace.js';
import { owners } from './owner.schema.js';
import { ownersOf } from './owners.js';

/** Sales reps and CSMs as the sources name them, to be linked to members and teams. */
@Controller('owner')
@Needs('people')
@WholeWorkspace()
@ApiTags('member')
export class OwnerController {
  constructor(private readonly db: DataSource) {}

  @Get()
  @ApiOperation({ operationId: 'listOwners', summary: 'Sales reps and CSMs, and whom of Baton they are linked to' })
  @ApiOkResponse({ standardSchema: owners })
  async list(@CurrentWorkspace() workspace: Workspace): Promise<z.infer<typeof owners>> {
    return { owners: await ownersOf(this.db, workspace.id) };
  }
}
