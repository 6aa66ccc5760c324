import { Body, ConflictException, Controller, Delete, Get, HttpCode, NotFoundException, Param, Put } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Workspace } from '../../etl/warehouse/index.js';
import { Audit } from '../access/audit/audit.js';
import { CurrentSignedIn } from '../access/current-signed-in.js';
import { CurrentWorkspace } from '../access/current-workspace.js';
import { Needs } from '../access/right.js';
import type { SignedIn } from '../access/signed-in.js';
import { Clock } from '../http/clock.js';
import { invalid } from '../http/problem.js';
import * as schema from './erasure.schema.js';
import { Erasures } from './erasures.js';
import { Held } from './hold.js';

/** The end of a workspace, and what keeps it from ending. */
@Controller('workspace')
@ApiTags('workspace')
@Needs('workspace')
export class ErasureController {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly erasures: Erasures,
  ) {}

  @Delete(':id')
  @HttpCode(202)
  @ApiOperation({
    operationId: 'deleteWorkspace',
    summary: 'Delete the workspace one is in, with all that is in it, for ever; its name confirms it',
  })
  @ApiAcceptedResponse({ description: 'It is closed for everybody; its rows and files are being deleted' })
  async end(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentSignedIn() signedIn: SignedIn,
    @Param('id', { schema: schema.workspaceId }) id: string,
    @Body({ schema: schema.endedWorkspace }) { name }: z.infer<typeof schema.endedWorkspace>,
  ): Promise<void> {
    mustBeIn(workspace, id);
    if (workspace.holdReason !== null) throw new Held(workspace.name, workspace.holdReason);
    if (name !== workspace.name) throw invalid([{ message: 'is not the name of this workspace', path: ['name'] }]);
    await this.erasures.workspace(id, signedIn);
  }

  @Get(':id/keeping')
  @ApiOperation({ operationId: 'readKeeping', summary: 'How long what is kept, and whether anything may be deleted' })
  @ApiOkResponse({ standardSchema: schema.kept })
  kept(@CurrentWorkspace() workspace: Workspace, @Param('id', { schema: schema.workspaceId }) id: string): z.infer<typeof schema.kept> {
    mustBeIn(workspace, id);
    const { auditDays, holdReason, heldAt } = workspace;
    return { auditDays, hold: holdReason === null ? null : { reason: holdReason, since: (heldAt ?? workspace.createdAt).toISOString() } };
  }

  @Put(':id/keeping')
  @HttpCode(204)
  @ApiOperation({ operationId: 'decideKeeping', summary: 'How long the audit log is kept' })
  @ApiNoContentResponse()
  async keep(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentSignedIn() actor: SignedIn,
    @Param('id', { schema: schema.workspaceId }) id: string,
    @Body({ schema: schema.keeping }) { auditDays }: z.infer<typeof schema.keeping>,
  ): Promise<void> {
    mustBeIn(workspace, id);
    await this.db.query('update workspace set audit_days = $2 where id = $1', [id, auditDays]);
    await this.audit.note({ workspaceId: id, action: 'workspace.changed', actor, detail: { auditDays } });
  }

  @Put(':id/hold')
  @HttpCode(204)
  @ApiOperation({ operationId: 'holdWorkspace', summary: 'Let nothing be deleted, for a reason' })
  @ApiNoContentResponse()
  async hold(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentSignedIn() actor: SignedIn,
    @Param('id', { schema: schema.workspaceId }) id: string,
    @Body({ schema: schema.hold }) { reason }: z.infer<typeof schema.hold>,
  ): Promise<void> {
    mustBeIn(workspace, id);
    await this.db.query('update workspace set hold_reason = $2, held_at = $3 where id = $1', [id, reason, this.clock.now()]);
    await this.audit.note({ workspaceId: id, action: 'workspace.changed', actor, detail: { held: true, reason } });
  }

  @Delete(':id/hold')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endHold', summary: 'Let be deleted again' })
  @ApiNoContentResponse()
  async release(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentSignedIn() actor: SignedIn,
    @Param('id', { schema: schema.workspaceId }) id: string,
  ): Promise<void> {
    mustBeIn(workspace, id);
    if (workspace.holdReason === null) throw new ConflictException('This workspace is not held.');
    await this.db.query('update workspace set hold_reason = null, held_at = null where id = $1', [id]);
    await this.audit.note({ workspaceId: id, action: 'workspace.changed', actor, detail: { held: false } });
  }
}

function mustBeIn(workspace: Workspace, id: string): void {
  if (id !== workspace.id) throw new NotFoundException(`You are not in a workspace ${id}. POST /api/session/workspace goes there.`);
}
