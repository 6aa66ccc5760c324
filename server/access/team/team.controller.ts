import { randomUUID } from 'node:crypto';
import { Body, Controller, Delete, Get, HttpCode, NotFoundException, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Workspace } from '../../../etl/warehouse/index.js';
import { Clock } from '../../http/clock.js';
import { Audit } from '../audit/audit.js';
import { CurrentSignedIn } from '../current-signed-in.js';
import { CurrentWorkspace } from '../current-workspace.js';
import { Needs } from '../right.js';
import type { SignedIn } from '../signed-in.js';
import { WholeWorkspace } from '../whole-workspace.js';
import * as schema from './team.schema.js';
import { changeTeam, makeTeam, removeTeam, teamsOf } from './teams.js';

/** People whose handoffs a manager sees. */
@Controller('team')
@Needs('people')
@WholeWorkspace()
@ApiTags('member')
export class TeamController {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listTeams', summary: 'Teams, their members, and whose handoffs are theirs' })
  @ApiOkResponse({ standardSchema: schema.teams })
  async list(@CurrentWorkspace() workspace: Workspace): Promise<z.infer<typeof schema.teams>> {
    return { teams: await teamsOf(this.db, workspace.id) };
  }

  @Post()
  @ApiOperation({ operationId: 'makeTeam', summary: 'Make a team' })
  @ApiCreatedResponse({ standardSchema: schema.team })
  async make(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentSignedIn() actor: SignedIn,
    @Body({ schema: schema.newTeam }) given: z.infer<typeof schema.newTeam>,
  ): Promise<schema.Team> {
    const key = { workspaceId: workspace.id, id: randomUUID() };
    await this.db.transaction(async (tx) => {
      await makeTeam(tx, key, { ...given, at: this.clock.now() });
      await this.audit.note({ workspaceId: workspace.id, action: 'team.made', actor, subject: key.id, detail: given }, tx);
    });
    return this.find(workspace, key.id);
  }

  @Patch(':id')
  @ApiOperation({ operationId: 'changeTeam', summary: 'Rename a team, or say whose handoffs are its own' })
  @ApiOkResponse({ standardSchema: schema.team })
  async change(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentSignedIn() actor: SignedIn,
    @Param('id', { schema: schema.teamId }) id: string,
    @Body({ schema: schema.teamChange }) change: schema.TeamChange,
  ): Promise<schema.Team> {
    await this.db.transaction(async (tx) => {
      if (!(await changeTeam(tx, { workspaceId: workspace.id, id }, change))) throw noTeam(id);
      const detail = { ...(change.name && { name: change.name }), ...(change.owners && { owners: change.owners }) };
      await this.audit.note({ workspaceId: workspace.id, action: 'team.changed', actor, subject: id, detail }, tx);
    });
    return this.find(workspace, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeTeam', summary: 'Remove a team; its members stay and see their own handoffs' })
  @ApiNoContentResponse()
  async remove(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentSignedIn() actor: SignedIn,
    @Param('id', { schema: schema.teamId }) id: string,
  ): Promise<void> {
    await this.db.transaction(async (tx) => {
      const name = await removeTeam(tx, { workspaceId: workspace.id, id });
      if (name === null) throw noTeam(id);
      await this.audit.note({ workspaceId: workspace.id, action: 'team.removed', actor, subject: id, detail: { name } }, tx);
    });
  }

  private async find(workspace: Workspace, id: string): Promise<schema.Team> {
    const [team] = await teamsOf(this.db, workspace.id, id);
    if (!team) throw noTeam(id);
    return team;
  }
}

const noTeam = (id: string) => new NotFoundException(`There is no team ${id}. GET /api/team lists them.`);
