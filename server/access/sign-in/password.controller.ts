import { Body, Controller, ForbiddenException, HttpCode, Post, Req, UnauthorizedException } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Login } from '../../../etl/warehouse/index.js';
import { Clock } from '../../http/clock.js';
import { Installation } from '../../http/installation.js';
import { TooMany } from '../../http/too-many.js';
import { loginById } from '../login/logins.js';
import { Public } from '../public.js';
import { Admission } from './admission.js';
import { PasswordSignIn, WrongPassword } from './password-sign-in.js';
import { SecondFactorCheck } from './second-factor-check.js';
import { awaitSecondFactor } from './sign-in.js';
import { credentials, secondFactorCode, signedInAnswer } from './sign-in.schema.js';

const AGAIN = 'The sign-in took too long. Begin again with e-mail and password.';

/** The door for e-mail and password, and behind it the one for the second factor. */
@Controller('session')
@ApiTags('sign-in')
@Public()
export class PasswordController {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly installation: Installation,
    private readonly admission: Admission,
    private readonly passwords: PasswordSignIn,
    private readonly codes: SecondFactorCheck,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'signIn', summary: 'Sign in with e-mail and password' })
  @ApiOkResponse({ standardSchema: signedInAnswer })
  async signIn(
    @Body({ schema: credentials }) { email, password }: z.infer<typeof credentials>,
    @Req() request: Request,
  ): Promise<z.infer<typeof signedInAnswer>> {
    this.assertOpen();
    const known = this.admission.knows(request, email);
    const login = await this.noting('password', () => this.passwords.check({ email, password, known, address: request.ip ?? null }));
    if (login.totpConfirmedAt) {
      await awaitSecondFactor(request, login.id, this.clock.now());
      return { kind: 'second-factor' };
    }
    await this.admission.admit(request, login, 'password');
    return { kind: 'signed-in' };
  }

  @Post('second-factor')
  @HttpCode(200)
  @ApiOperation({ operationId: 'giveSecondFactor', summary: 'The one-time code, or a recovery code, after the password' })
  @ApiOkResponse({ standardSchema: signedInAnswer })
  async secondFactor(
    @Body({ schema: secondFactorCode }) { code }: z.infer<typeof secondFactorCode>,
    @Req() request: Request,
  ): Promise<z.infer<typeof signedInAnswer>> {
    const login = await this.pending(request);
    const known = this.admission.knows(request, login.email);
    const proof = await this.noting('second-factor', () => this.codes.check(login, code, { known }), login);
    if (!proof) {
      await this.admission.refused(login, 'second-factor');
      throw new UnauthorizedException('This code is wrong, or was used already. Wait for the next one.');
    }
    await this.admission.admit(request, login, 'password');
    if (proof === 'recovery-code') await this.admission.usedRecoveryCode(login);
    return { kind: 'signed-in' };
  }

  /** Whoever has changed the password since means that nobody comes in with the old one. */
  private async pending({ session }: Request): Promise<Login> {
    const { pending } = session;
    const login = pending && (await loginById(this.db, pending.loginId));
    const changedAt = login?.passwordChangedAt?.getTime() ?? 0;
    if (!login || login.disabledAt || !login.totpConfirmedAt || changedAt > pending.at) throw new UnauthorizedException(AGAIN);
    return login;
  }

  private async noting<T>(by: string, work: () => Promise<T>, login: Login | null = null): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof WrongPassword) await this.admission.refused(error.login, by);
      if (error instanceof TooMany) await this.admission.throttled(login, by);
      throw error;
    }
  }

  private assertOpen(): void {
    const { passwords, provider } = this.installation.entrance;
    if (!passwords) throw new ForbiddenException(`Nobody signs in with a password here. Sign in with ${provider?.name ?? 'a link'}.`);
  }
}
