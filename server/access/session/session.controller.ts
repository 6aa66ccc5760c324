import { Body, ConflictException, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Workspace } from '../../../etl/warehouse/index.js';
import { basePathOf } from '../../http/base-path.js';
import { Clock } from '../../http/clock.js';
import { Installation } from '../../http/installation.js';
import { Audit } from '../audit/audit.js';
import { BeforeSecondFactor } from '../before-second-factor.js';
import { CurrentSignedIn } from '../current-signed-in.js';
import { CurrentWorkspace } from '../current-workspace.js';
import { Needs } from '../right.js';
import { signIn, signOut } from '../sign-in/sign-in.js';
import type { SignedIn } from '../signed-in.js';
import { openOwn } from './open-own.js';
import { newWorkspace, session } from './session.schema.js';
import { Sessions } from './sessions.js';
import { toldSession } from './told-session.js';

/** What the browser still has of what was shown. Not below a path: there it would take other sites' things as well. */
const FORGET = '"cache", "storage"';

/** Who is signed in, and to what. */
@Controller('session')
@Needs('membership')
@ApiTags('session')
export class SessionController {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly installation: Installation,
    private readonly audit: Audit,
    private readonly sessions: Sessions,
  ) {}

  @Get()
  @BeforeSecondFactor()
  @ApiOperation({ operationId: 'readSession', summary: 'Who is signed in, to which workspace, and what they may do' })
  @ApiOkResponse({ standardSchema: session })
  read(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentSignedIn() signedIn: SignedIn,
    @Req() request: Request,
  ): Promise<z.infer<typeof session>> {
    return this.told(request, { workspace, signedIn });
  }

  @Post('own')
  @Needs('workspace')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'openOwnWorkspace',
    summary: 'Leave the sample company for a workspace of your own, made on the first call',
  })
  @ApiOkResponse({ standardSchema: session })
  async own(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentSignedIn() signedIn: SignedIn,
    @Body({ schema: newWorkspace }) body: z.infer<typeof newWorkspace>,
    @Req() request: Request,
  ): Promise<z.infer<typeof session>> {
    if (!workspace.sample) throw new ConflictException('This is a workspace of your own already.');
    const now = this.clock.now();
    const { own, made } = await openOwn(this.db, { body, signedIn }, now);
    const narrowed = signedIn.by === 'link' ? { visibility: signedIn.visibility } : {};
    await signIn(request, { workspaceId: own.id, loginId: signedIn.login?.id, ...narrowed }, now);
    if (made) await this.audit.note({ workspaceId: own.id, action: 'workspace.made', actor: signedIn, subject: own.id });
    return this.told(request, { workspace: own, signedIn });
  }

  @Delete()
  @BeforeSecondFactor()
  @HttpCode(204)
  @ApiOperation({ operationId: 'endSession', summary: 'Sign out' })
  @ApiNoContentResponse()
  async end(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentSignedIn() actor: SignedIn,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await signOut(request);
    this.sessions.clear(response);
    if (basePathOf(this.installation.publicUrl) === '') response.setHeader('Clear-Site-Data', FORGET);
    await this.audit.note({ workspaceId: workspace.id, action: 'sign-out', actor });
  }

  private told(request: Request, who: { workspace: Workspace; signedIn: SignedIn }): Promise<z.infer<typeof session>> {
    return toldSession({ db: this.db, installation: this.installation }, request, who);
  }
}
