import { Body, ConflictException, Controller, ForbiddenException, HttpCode, Patch, Post, Put, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { atTheDoor, type Workspace } from '../../../etl/warehouse/index.js';
import { Clock } from '../../http/clock.js';
import { Audit } from '../audit/audit.js';
import { CurrentSignedIn } from '../current-signed-in.js';
import { CurrentWorkspace } from '../current-workspace.js';
import { Needs } from '../right.js';
import { endSessions } from '../session/end-sessions.js';
import { renewSession, signIn } from '../sign-in/sign-in.js';
import type { SignedIn } from '../signed-in.js';
import { changedLogin, changedPassword, newLogin } from './login.schema.js';
import { makeAdmin } from './make-admin.js';
import { OwnLogin } from './own-login.js';
import { acceptable } from './password-rule.js';
import { Passwords } from './passwords.js';

/** One's own login. */
@Controller('login')
@Needs('membership')
@ApiTags('login')
export class LoginController {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly passwords: Passwords,
    private readonly own: OwnLogin,
  ) {}

  @Post()
  @HttpCode(204)
  @ApiOperation({ operationId: 'makeLogin', summary: 'Whoever came by the link of the server makes a login: an admin of this workspace' })
  @ApiNoContentResponse()
  async make(
    @CurrentWorkspace() { id: workspaceId }: Workspace,
    @CurrentSignedIn() signedIn: SignedIn,
    @Body({ schema: newLogin }) body: z.infer<typeof newLogin>,
    @Req() request: Request,
  ): Promise<void> {
    if (signedIn.by !== 'link' || signedIn.visibility.kind !== 'all')
      throw new ForbiddenException('Only whoever came by the link of the server makes a login here. Others are invited.');
    await acceptable(body.password, body, 'password');
    const passwordHash = await this.passwords.hash(body.password);
    const now = this.clock.now();
    const loginId = await makeAdmin(this.db, { ...body, passwordHash, workspaceId }, now);
    if (!loginId) throw new ConflictException('There is a login with this e-mail already. Sign in with it.');
    await this.audit.note({ workspaceId, action: 'login.made', actor: signedIn, subject: loginId });
    await signIn(request, { workspaceId, loginId, cameBy: 'password' }, now);
  }

  @Patch()
  @HttpCode(204)
  @ApiOperation({ operationId: 'changeLogin', summary: 'Change your name' })
  @ApiNoContentResponse()
  async change(
    @CurrentWorkspace() { id: workspaceId }: Workspace,
    @CurrentSignedIn() actor: SignedIn,
    @Body({ schema: changedLogin }) { name }: z.infer<typeof changedLogin>,
  ): Promise<void> {
    const { id } = await this.own.of(actor);
    await atTheDoor(() => this.db.query('update login set name = $2 where id = $1', [id, name]));
    await this.audit.note({ workspaceId, action: 'login.changed', actor, subject: id });
  }

  @Put('password')
  @HttpCode(204)
  @ApiOperation({ operationId: 'changePassword', summary: 'Change your password; your other sessions end' })
  @ApiNoContentResponse()
  async changePassword(
    @CurrentWorkspace() { id: workspaceId }: Workspace,
    @CurrentSignedIn() actor: SignedIn,
    @Body({ schema: changedPassword }) body: z.infer<typeof changedPassword>,
    @Req() request: Request,
  ): Promise<void> {
    const login = await this.own.confirmed(actor, body.current, 'current');
    await acceptable(body.new, login, 'new');
    const passwordHash = await this.passwords.hash(body.new);
    const now = this.clock.now();
    await atTheDoor(() =>
      this.db.transaction(async (tx) => {
        await tx.query('update login set password_hash = $2, password_changed_at = $3 where id = $1', [login.id, passwordHash, now]);
        await tx.query('delete from password_reset where login_id = $1', [login.id]);
        await endSessions(tx, login.id, request.sessionID);
      }),
    );
    await renewSession(request);
    await this.audit.note({ workspaceId, action: 'password.changed', actor, subject: login.id });
  }
}
