import { promisify } from 'node:util';
import { Controller, Delete, Get, HttpCode, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Workspace } from '../../etl/warehouse/index.js';
import { CurrentWorkspace } from './current-workspace.js';
import { session } from './session.schema.js';

/** Who is signed in, and to what. */
@Controller('session')
@ApiTags('session')
export class SessionController {
  @Get()
  @ApiOperation({ operationId: 'readSession', summary: 'The workspace one is signed in to' })
  @ApiOkResponse({ standardSchema: session })
  read(@CurrentWorkspace() workspace: Workspace): z.infer<typeof session> {
    const { name, timeZone, sample, currency, weekStart, fiscalStart } = workspace;
    return { workspace: { name, timeZone, sample, currency, weekStart, fiscalStart } };
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
