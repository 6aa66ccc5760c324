import { promisify } from 'node:util';
import { Body, ConflictException, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Workspace } from '../../../etl/warehouse/index.js';
import type { Visibility } from '../../handoff/visibility.js';
import { Clock } from '../../http/clock.js';
import { CurrentVisibility } from '../current-visibility.js';
import { CurrentWorkspace } from '../current-workspace.js';
import { Needs } from '../right.js';
import { signIn } from '../sign-in/sign-in.js';
import { makeWorkspace, workspaceOf } from '../workspaces.js';
import { newWorkspace, session } from './session.schema.js';

/** Who is signed in, and to what. */
@Controller('session')
@Needs('membership')
@ApiTags('session')
export class SessionController {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'readSession', summary: 'The workspace one is signed in to' })
  @ApiOkResponse({ standardSchema: session })
  read(@CurrentWorkspace() workspace: Workspace): z.infer<typeof session> {
    return said(workspace);
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
    @CurrentVisibility() visibility: Visibility,
    @Body({ schema: newWorkspace }) body: z.infer<typeof newWorkspace>,
    @Req() request: Request,
  ): Promise<z.infer<typeof session>> {
    if (!workspace.sample) throw new ConflictException('This is a workspace of your own already.');
    const now = this.clock.now();
    const own = (await workspaceOf(this.db, { sample: false })) ?? (await makeWorkspace(this.db, { ...body, sample: false }, now));
    await signIn(request, { workspaceId: own.id, visibility }, now);
    return said(own);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ operationId: 'endSession', summary: 'Sign out' })
  @ApiNoContentResponse()
  async end(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await promisify((done: (error?: unknown) => void) => request.session.destroy(done))();
    response.clearCookie('baton');
  }
}

function said({ name, timeZone, sample, currency, weekStart, fiscalStart }: Workspace): z.infer<typeof session> {
  return { workspace: { name, timeZone, sample, currency, weekStart, fiscalStart } };
}
