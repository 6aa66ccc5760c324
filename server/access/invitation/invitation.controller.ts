import { Body, Controller, Delete, Get, HttpCode, NotFoundException, Optional, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Workspace } from '../../../etl/warehouse/index.js';
import { Clock } from '../../http/clock.js';
import { Installation } from '../../http/installation.js';
import { Audit } from '../audit/audit.js';
import { CurrentSignedIn } from '../current-signed-in.js';
import { CurrentWorkspace } from '../current-workspace.js';
import { Needs } from '../right.js';
import type { SignedIn } from '../signed-in.js';
import * as schema from './invitation.schema.js';
import { InvitationMail } from './invitation-mail.js';
import { invitationsOf, invite, withdrawInvitation } from './invitations.js';

/** Who is asked to join a workspace. */
@Controller('invitation')
@Needs('people')
@ApiTags('member')
export class InvitationController {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly installation: Installation,
    @Optional() private readonly mail?: InvitationMail,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listInvitations', summary: 'Invitations that nobody has accepted yet' })
  @ApiOkResponse({ standardSchema: schema.invitations })
  async list(@CurrentWorkspace() workspace: Workspace): Promise<z.infer<typeof schema.invitations>> {
    return { invitations: await invitationsOf(this.db, workspace.id, { now: this.clock.now() }) };
  }

  @Post()
  @ApiOperation({ operationId: 'invite', summary: 'Invite somebody; the link is mailed, or shown once to be handed over' })
  @ApiCreatedResponse({ standardSchema: schema.invited })
  async invite(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentSignedIn() actor: SignedIn,
    @Body({ schema: schema.newInvitation }) given: schema.NewInvitation,
  ): Promise<z.infer<typeof schema.invited>> {
    const now = this.clock.now();
    const made = await this.db.transaction(async (tx) => {
      const one = await invite(tx, given, { workspaceId: workspace.id, invitedBy: actor.login?.id ?? null, now });
      const detail = { email: given.email, role: given.role, sight: given.sight };
      await this.audit.note({ workspaceId: workspace.id, action: 'member.invited', actor, subject: one.id, detail }, tx);
      return one;
    });
    const [invitation] = await invitationsOf(this.db, workspace.id, { id: made.id, now });
    if (!invitation) throw new NotFoundException('The invitation was withdrawn at the same moment.');
    // Behind '#' a browser sends it to no server and no log.
    const link = `${this.installation.publicUrl}/invitation#token=${made.token}`;
    const letter = { id: made.id, to: invitation.email, workspaceName: workspace.name, link, expiresAt: made.expiresAt, at: now };
    const mailed = (await this.mail?.send(letter)) ?? false;
    return { invitation, mailed, link: mailed ? null : link };
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'withdrawInvitation', summary: 'Withdraw an invitation; its link opens nothing any more' })
  @ApiNoContentResponse()
  async withdraw(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentSignedIn() actor: SignedIn,
    @Param('id', { schema: schema.invitationId }) id: string,
  ): Promise<void> {
    await this.db.transaction(async (tx) => {
      const email = await withdrawInvitation(tx, workspace.id, id);
      if (email === null) throw new NotFoundException(`There is no open invitation ${id}. GET /api/invitation lists them.`);
      await this.audit.note({ workspaceId: workspace.id, action: 'invitation.withdrawn', actor, subject: id, detail: { email } }, tx);
    });
  }
}
