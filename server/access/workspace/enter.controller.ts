import { Body, Controller, HttpCode, NotFoundException, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Workspace } from '../../../etl/warehouse/index.js';
import { Installation } from '../../http/installation.js';
import { Audit } from '../audit/audit.js';
import { CurrentSignedIn } from '../current-signed-in.js';
import { CurrentWorkspace } from '../current-workspace.js';
import { Needs } from '../right.js';
import { session } from '../session/session.schema.js';
import { toldSession } from '../session/told-session.js';
import { signIn } from '../sign-in/sign-in.js';
import type { SignedIn } from '../signed-in.js';
import type { SignedRequest } from '../signed-request.js';
import { Who } from '../who.js';
import { memberOf } from './own-workspaces.js';
import * as schema from './workspace.schema.js';

type Session = z.infer<typeof session>;

/** Goes from one workspace to another. The session gets a new id: it opens other things than before. */
@Controller('session')
@ApiTags('session')
export class EnterController {
  constructor(
    private readonly db: DataSource,
    private readonly who: Who,
    private readonly installation: Installation,
    private readonly audit: Audit,
  ) {}

  @Post('workspace')
  @Needs('membership')
  @HttpCode(200)
  @ApiOperation({ operationId: 'enterWorkspace', summary: 'Go to another workspace of which one is a member' })
  @ApiOkResponse({ standardSchema: session })
  async workspace(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentSignedIn() actor: SignedIn,
    @Body({ schema: schema.chosenWorkspace }) { id }: z.infer<typeof schema.chosenWorkspace>,
    @Req() request: SignedRequest,
  ): Promise<Session> {
    const { login } = actor;
    const known = login ? await memberOf(this.db, id, login.id) : id === workspace.id;
    if (!known) throw new NotFoundException(`You are a member of no workspace ${id}. GET /api/workspace lists yours.`);
    // In the log of the one that is entered, before it is; where somebody came from is not its admins' business.
    await this.audit.note({ workspaceId: id, action: 'workspace.entered', actor });
    return this.enter(request, id);
  }

  private async enter(request: SignedRequest, workspaceId: string): Promise<Session> {
    const { loginId, visibility, signedInAt } = request.session;
    // As old as it was: going to and fro does not make a session last.
    await signIn(request, { workspaceId, ...(loginId && { loginId }), ...(visibility && { visibility }) }, new Date(signedInAt ?? 0));
    const found = await this.who.asks(request);
    return toldSession({ db: this.db, installation: this.installation }, request, found);
  }
}
