import { Body, ConflictException, Controller, Delete, HttpCode, Post, Put, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { renderSVG } from 'uqr';
import type { z } from 'zod';
import { atTheDoor, type Login, type Workspace } from '../../../etl/warehouse/index.js';
import { Clock } from '../../http/clock.js';
import { Installation } from '../../http/installation.js';
import { invalid } from '../../http/problem.js';
import { type Action, Audit } from '../audit/audit.js';
import { BeforeSecondFactor } from '../before-second-factor.js';
import { CurrentSignedIn } from '../current-signed-in.js';
import { CurrentWorkspace } from '../current-workspace.js';
import { Needs } from '../right.js';
import { SecondFactorCheck } from '../sign-in/second-factor-check.js';
import { renewSession } from '../sign-in/sign-in.js';
import type { SignedIn } from '../signed-in.js';
import { confirmSecondFactor, keepSecondFactor, removeSecondFactor } from './keep-second-factor.js';
import { appCode, confirmed, newSecondFactor, recoveryCodes, removal } from './login.schema.js';
import { OwnLogin } from './own-login.js';
import { makeRecoveryCodes } from './recovery-codes.js';
import { newSecondFactor as makeSecondFactor } from './second-factor.js';

const WRONG = 'is wrong, or was used already. Wait for the next one';

/** What is asked for beside the password. */
@Controller('login')
@Needs('membership')
@ApiTags('login')
export class SecondFactorController {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly installation: Installation,
    private readonly audit: Audit,
    private readonly own: OwnLogin,
    private readonly codes: SecondFactorCheck,
  ) {}

  @Post('second-factor')
  @BeforeSecondFactor()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'beginSecondFactor',
    summary: 'A secret for the app that makes one-time codes; it is asked for once a code was given',
  })
  @ApiOkResponse({ standardSchema: newSecondFactor })
  async begin(
    @CurrentSignedIn() signedIn: SignedIn,
    @Body({ schema: confirmed }) { password }: z.infer<typeof confirmed>,
  ): Promise<z.infer<typeof newSecondFactor>> {
    const login = await this.own.confirmed(signedIn, password, 'password');
    if (login.totpConfirmedAt) throw new ConflictException('There is a second factor already. Remove it first.');
    const { sealed, secret, uri } = makeSecondFactor(login, this.installation.secretKey);
    await keepSecondFactor(this.db, login.id, sealed);
    return { secret, uri, svg: renderSVG(uri, { border: 2 }) };
  }

  @Put('second-factor')
  @BeforeSecondFactor()
  @ApiOperation({ operationId: 'confirmSecondFactor', summary: 'The first code of the app; your other sessions end' })
  @ApiOkResponse({ standardSchema: recoveryCodes })
  async confirm(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentSignedIn() actor: SignedIn,
    @Body({ schema: appCode }) { code }: z.infer<typeof appCode>,
    @Req() request: Request,
  ): Promise<z.infer<typeof recoveryCodes>> {
    const login = await this.own.of(actor);
    if (!login.totpSealed || login.totpConfirmedAt)
      throw new ConflictException('No second factor is being set up. Begin with POST /api/login/second-factor.');
    if ((await this.codes.check(login, code, { known: true })) !== 'code') throw invalid([{ message: WRONG, path: ['code'] }]);
    const codes = await confirmSecondFactor(this.db, { loginId: login.id, except: request.sessionID }, this.clock.now());
    await this.changed('second-factor.added', { workspace, actor, login, request });
    return { recoveryCodes: codes };
  }

  @Delete('second-factor')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeSecondFactor', summary: 'Sign in with the password alone again; your other sessions end' })
  @ApiNoContentResponse()
  async remove(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentSignedIn() actor: SignedIn,
    @Body({ schema: removal }) { password, code }: z.infer<typeof removal>,
    @Req() request: Request,
  ): Promise<void> {
    const login = await this.own.confirmed(actor, password, 'password');
    if (!login.totpConfirmedAt) throw new ConflictException('There is no second factor.');
    if (!(await this.codes.check(login, code, { known: true }))) throw invalid([{ message: WRONG, path: ['code'] }]);
    await removeSecondFactor(this.db, { loginId: login.id, except: request.sessionID });
    await this.changed('second-factor.removed', { workspace, actor, login, request });
  }

  @Post('recovery-code')
  @HttpCode(200)
  @ApiOperation({ operationId: 'makeRecoveryCodes', summary: 'Ten new recovery codes; the old ones are worth nothing any more' })
  @ApiOkResponse({ standardSchema: recoveryCodes })
  async recoveryCodes(
    @CurrentWorkspace() { id: workspaceId }: Workspace,
    @CurrentSignedIn() actor: SignedIn,
    @Body({ schema: confirmed }) { password }: z.infer<typeof confirmed>,
  ): Promise<z.infer<typeof recoveryCodes>> {
    const login = await this.own.confirmed(actor, password, 'password');
    if (!login.totpConfirmedAt) throw new ConflictException('There is no second factor that they could stand for.');
    const codes = await atTheDoor(() => this.db.transaction((tx) => makeRecoveryCodes(tx, login.id)));
    await this.audit.note({ workspaceId, action: 'recovery-code.made', actor, subject: login.id });
    return { recoveryCodes: codes };
  }

  private async changed(action: Action, who: { workspace: Workspace; actor: SignedIn; login: Login; request: Request }): Promise<void> {
    await renewSession(who.request);
    await this.audit.note({ workspaceId: who.workspace.id, action, actor: who.actor, subject: who.login.id });
  }
}
