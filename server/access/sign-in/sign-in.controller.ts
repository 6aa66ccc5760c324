import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { basePathOf } from '../../http/base-path.js';
import { Clock } from '../../http/clock.js';
import { Installation } from '../../http/installation.js';
import { Audit } from '../audit/audit.js';
import { Public } from '../public.js';
import { type Entry, signIn } from './sign-in.js';
import { redeemSignInToken } from './sign-in-link.js';
import { refusedPage } from './sign-in-page.js';

const query = z.object({ token: z.string().max(200).catch('') });

/** Where the printed link leads. */
@Controller('sign-in')
@ApiExcludeController()
@Public()
export class SignInController {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly installation: Installation,
    private readonly audit: Audit,
  ) {}

  @Get()
  async open(
    @Query({ schema: query }) { token }: z.infer<typeof query>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    // A browser that looks ahead, or a HEAD, must not use the link up.
    if (request.method !== 'GET' || request.headers['sec-purpose']) {
      response.status(204).end();
      return;
    }
    const now = this.clock.now();
    const entry = await redeemSignInToken(this.db, token, now);
    if (entry) await this.letIn(request, entry, now);
    // The same link opened again in the same browser finds the session that it made.
    if (entry || request.session.workspaceId) response.redirect(303, `${basePathOf(this.installation.publicUrl)}/`);
    else response.status(401).type('html').send(refusedPage());
  }

  private async letIn(request: Request, entry: Entry, now: Date): Promise<void> {
    const actor = { by: 'link' as const, login: null };
    await this.audit.note({ workspaceId: entry.workspaceId, action: 'sign-in.succeeded', actor, detail: { by: 'link' } });
    await signIn(request, { ...entry, cameBy: 'link' }, now);
  }
}
