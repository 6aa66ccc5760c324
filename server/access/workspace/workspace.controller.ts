import { Body, Controller, ForbiddenException, Get, NotFoundException, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { atTheDoor, Workspace } from '../../../etl/warehouse/index.js';
import { Clock } from '../../http/clock.js';
import { Audit } from '../audit/audit.js';
import { CurrentSignedIn } from '../current-signed-in.js';
import { CurrentWorkspace } from '../current-workspace.js';
import { Needs } from '../right.js';
import type { SignedIn } from '../signed-in.js';
import { changeWorkspace, makeOwnWorkspace, ownWorkspaces, told } from './own-workspaces.js';
import * as schema from './workspace.schema.js';

/** The companies that use this Baton, as far as one belongs to them. */
@Controller('workspace')
@ApiTags('workspace')
export class WorkspaceController {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  @Get()
  @Needs('membership')
  @ApiOperation({ operationId: 'listWorkspaces', summary: 'The workspaces one is a member of' })
  @ApiOkResponse({ standardSchema: schema.workspaces })
  async list(@CurrentWorkspace() workspace: Workspace, @CurrentSignedIn() signedIn: SignedIn): Promise<z.infer<typeof schema.workspaces>> {
    return { workspaces: await ownWorkspaces(this.db, signedIn, workspace) };
  }

  @Post()
  @Needs('workspace')
  @ApiOperation({ operationId: 'makeWorkspace', summary: 'Make a workspace, whose admin one is; POST /api/session/workspace goes there' })
  @ApiCreatedResponse({ standardSchema: schema.workspace })
  async make(
    @CurrentWorkspace() current: Workspace,
    @CurrentSignedIn() actor: SignedIn,
    @Body({ schema: schema.newWorkspace }) given: schema.NewWorkspace,
  ): Promise<schema.WorkspaceShape> {
    const { login } = actor;
    if (!login) throw new ForbiddenException('A link has no login that could be admin of it. POST /api/login makes the first one.');
    const id = await atTheDoor(() =>
      this.db.transaction(async (tx) => {
        const made = await makeOwnWorkspace(tx, given, { loginId: login.id, at: this.clock.now() });
        await this.audit.note({ workspaceId: made, action: 'workspace.made', actor, subject: made, detail: { name: given.name } }, tx);
        return made;
      }),
    );
    return { ...given, id, sample: false, secondFactorRequired: false, role: 'admin', current: id === current.id };
  }

  @Patch(':id')
  @Needs('workspace')
  @ApiOperation({ operationId: 'changeWorkspace', summary: 'Rename the workspace one is in, or change its calendar and currency' })
  @ApiOkResponse({ standardSchema: schema.workspace })
  async change(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentSignedIn() actor: SignedIn,
    @Param('id', { schema: schema.workspaceId }) id: string,
    @Body({ schema: schema.workspaceChange }) change: schema.WorkspaceChange,
  ): Promise<schema.WorkspaceShape> {
    if (id !== workspace.id) {
      throw new NotFoundException(`You are not in a workspace ${id}. POST /api/session/workspace goes to another one of yours.`);
    }
    await this.db.transaction(async (tx) => {
      await changeWorkspace(tx, id, change);
      await this.audit.note({ workspaceId: id, action: 'workspace.changed', actor, subject: id, detail: { ...change } }, tx);
    });
    const changed = await this.db.getRepository(Workspace).findOneByOrFail({ id });
    return told({ ...changed, role: actor.role }, id);
  }
}
