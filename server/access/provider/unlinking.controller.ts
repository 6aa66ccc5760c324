import { Body, ConflictException, Controller, Delete, HttpCode, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Workspace } from '../../../etl/warehouse/index.js';
import { Clock } from '../../http/clock.js';
import { Installation } from '../../http/installation.js';
import { Audit } from '../audit/audit.js';
import { CurrentSignedIn } from '../current-signed-in.js';
import { CurrentWorkspace } from '../current-workspace.js';
import { confirmed } from '../login/login.schema.js';
import { OwnLogin } from '../login/own-login.js';
import { Needs } from '../right.js';
import { renewSession } from '../sign-in/sign-in.js';
import type { SignedIn } from '../signed-in.js';
import { unlink } from './unlink.js';

/** Takes one's login and the provider apart again. */
@Controller('login/identity')
@Needs('membership')
@ApiTags('login')
export class UnlinkingController {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly installation: Installation,
    private readonly audit: Audit,
    private readonly own: OwnLogin,
  ) {}

  @Delete()
  @HttpCode(204)
  @ApiOperation({ operationId: 'unlinkProvider', summary: 'Sign in with the password only from now on; your other sessions end' })
  @ApiNoContentResponse()
  async unlink(
    @CurrentWorkspace() { id: workspaceId }: Workspace,
    @CurrentSignedIn() actor: SignedIn,
    @Body({ schema: confirmed }) { password }: z.infer<typeof confirmed>,
    @Req() request: Request,
  ): Promise<void> {
    const { id } = await this.own.confirmed(actor, password, 'password');
    if (!this.installation.entrance.passwords)
      throw new ConflictException('Nobody signs in with a password here, so you would not come in any more.');
    if (!(await unlink(this.db, { loginId: id, except: request.sessionID }, this.clock.now())))
      throw new ConflictException('Your login is linked to nobody at the provider.');
    // From here on it rests on the password that was just given.
    request.session.cameBy = 'password';
    await renewSession(request);
    await this.audit.note({ workspaceId, action: 'identity.unlinked', actor, subject: id });
  }
}
