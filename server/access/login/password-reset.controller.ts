import { Body, Controller, HttpCode, NotFoundException, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { Clock } from '../../http/clock.js';
import { Throttle } from '../../http/throttle.js';
import { TooMany } from '../../http/too-many.js';
import { Audit, INSTALLATION } from '../audit/audit.js';
import { Public } from '../public.js';
import { networkOf } from '../sign-in/network.js';
import { passwordReset, resetToken, usedReset } from './login.schema.js';
import { firstWorkspaceOf } from './logins.js';
import { readPasswordReset, spendPasswordReset } from './password-reset.js';
import { acceptable } from './password-rule.js';
import { Passwords } from './passwords.js';

const NO_MORE = 'This link does not set a password: it was used, has expired, or was not copied whole. Ask an admin for a new one.';
const RATE = { limit: 60, seconds: 3_600 };

/** Where the link leads that an admin makes for one who has forgotten a password. */
@Controller('password-reset')
@ApiTags('sign-in')
@Public()
export class PasswordResetController {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
  ) {}

  @Post('read')
  @HttpCode(200)
  @ApiOperation({ operationId: 'readPasswordReset', summary: 'Whose password a link sets' })
  @ApiOkResponse({ standardSchema: passwordReset })
  async read(
    @Body({ schema: resetToken }) { token }: z.infer<typeof resetToken>,
    @Req() request: Request,
  ): Promise<z.infer<typeof passwordReset>> {
    const { email, name } = await this.found(token, request);
    return { email, name };
  }

  @Post('use')
  @HttpCode(204)
  @ApiOperation({ operationId: 'usePasswordReset', summary: 'Set it; all sessions of the login end' })
  @ApiNoContentResponse()
  async use(@Body({ schema: usedReset }) { token, password }: z.infer<typeof usedReset>, @Req() request: Request): Promise<void> {
    const login = await this.found(token, request);
    await acceptable(password, login, 'password');
    const passwordHash = await this.passwords.hash(password);
    const workspaceId = (await firstWorkspaceOf(this.db, login.loginId)) ?? INSTALLATION;
    const deed = { workspaceId, action: 'password.changed', actor: null, subject: login.loginId, detail: { by: 'reset' } } as const;
    const note = (tx: EntityManager) => this.audit.note(deed, tx);
    if (!(await spendPasswordReset(this.db, { token, passwordHash, note }, this.clock.now()))) throw new NotFoundException(NO_MORE);
  }

  private async found(token: string, { ip }: Request) {
    const wait = await this.throttle.take(`password-reset:${networkOf(ip)}`, RATE);
    if (wait !== null) throw new TooMany('Too many links were tried.', wait);
    const found = await readPasswordReset(this.db, token, this.clock.now());
    if (!found) throw new NotFoundException(NO_MORE);
    return found;
  }
}
