import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { z } from 'zod';
import { Clock } from '../../http/clock.js';
import { Public } from '../public.js';
import { signIn } from '../sign-in/sign-in.js';
import * as schema from './invitation.schema.js';
import { Joining } from './joining.js';

/** Where the link of an invitation leads. Whoever has it may be a stranger, or signed in already. */
@Controller('invitation')
@Public()
@ApiTags('member')
export class JoiningController {
  constructor(
    private readonly joining: Joining,
    private readonly clock: Clock,
  ) {}

  @Post('read')
  @HttpCode(200)
  @ApiOperation({ operationId: 'readInvitation', summary: 'What an invitation is to, and what accepting it takes' })
  @ApiOkResponse({ standardSchema: schema.openInvitation })
  read(
    @Body({ schema: schema.invitationToken }) { token }: z.infer<typeof schema.invitationToken>,
    @Req() request: Request,
  ): Promise<z.infer<typeof schema.openInvitation>> {
    return this.joining.read(token, request.session?.loginId ?? null);
  }

  @Post('accept')
  @HttpCode(200)
  @ApiOperation({ operationId: 'acceptInvitation', summary: 'Join, with a new login or with the one that is signed in' })
  @ApiOkResponse({ standardSchema: schema.accepted })
  async accept(
    @Body({ schema: schema.acceptance }) given: schema.Acceptance,
    @Req() request: Request,
  ): Promise<z.infer<typeof schema.accepted>> {
    const { workspaceId, loginId } = await this.joining.accept(given, request.session?.loginId ?? null);
    await signIn(request, { workspaceId, loginId }, this.clock.now());
    return { kind: 'signed-in' };
  }
}
