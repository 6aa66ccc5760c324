import { Controller, Delete, Get, HttpCode, NotFoundException, Param, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { atTheDoor, type Workspace } from '../../../etl/warehouse/index.js';
import { Clock } from '../../http/clock.js';
import { Installation } from '../../http/installation.js';
import { Audit } from '../audit/audit.js';
import { CurrentSignedIn } from '../current-signed-in.js';
import { CurrentWorkspace } from '../current-workspace.js';
import { Needs } from '../right.js';
import type { SignedIn } from '../signed-in.js';
import { endSessions } from './end-sessions.js';
import { endOwnSession, ownSessions } from './own-sessions.js';
import { sessionHash, sessions } from './session.schema.js';
import { sessionLimits } from './session-limits.js';

/** Where one is signed in, and how one ends it there. */
@Controller('session/all')
@Needs('membership')
@ApiTags('session')
export class OwnSessionsController {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly installation: Installation,
    private readonly audit: Audit,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listSessions', summary: 'Your sessions, the one seen last first' })
  @ApiOkResponse({ standardSchema: sessions })
  async list(@CurrentSignedIn() { login }: SignedIn, @Req() { sessionID: sid }: Request): Promise<z.infer<typeof sessions>> {
    const now = this.clock.now();
    const seenAfter = new Date(now.getTime() - sessionLimits(this.installation.entrance.sessionIdleDays).idle);
    return { sessions: await ownSessions(this.db, { loginId: login?.id ?? null, sid }, { now, seenAfter }) };
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ operationId: 'endOtherSessions', summary: 'End all your sessions but this one' })
  @ApiNoContentResponse()
  async endOthers(@CurrentWorkspace() { id }: Workspace, @CurrentSignedIn() actor: SignedIn, @Req() request: Request): Promise<void> {
    const { login } = actor;
    if (!login) return;
    const count = await atTheDoor(() => endSessions(this.db, login.id, request.sessionID));
    await this.audit.note({ workspaceId: id, action: 'session.ended', actor, subject: login.id, detail: { count } });
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endOneSession', summary: 'End one of your sessions' })
  @ApiNoContentResponse()
  async endOne(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentSignedIn() actor: SignedIn,
    @Param('id', { schema: sessionHash }) id: string,
    @Req() { sessionID: sid }: Request,
  ): Promise<void> {
    const ended = await endOwnSession(this.db, { loginId: actor.login?.id ?? null, sid }, id);
    if (!ended) throw new NotFoundException('You have no such session. The list of them is at /api/session/all.');
    await this.audit.note({ workspaceId: workspace.id, action: 'session.ended', actor, subject: actor.login?.id ?? null });
  }
}
