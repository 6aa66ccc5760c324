import { Body, Controller, Delete, Get, HttpCode, NotFoundException, Optional, Param, Patch, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Workspace } from '../../../etl/warehouse/index.js';
import { Clock } from '../../http/clock.js';
import { Installation } from '../../http/installation.js';
import { CurrentSignedIn } from '../current-signed-in.js';
import { CurrentWorkspace } from '../current-workspace.js';
import { LoginMail } from '../login/login-mail.js';
import { RESET_HOURS } from '../login/password-reset.js';
import { Needs } from '../right.js';
import type { SignedIn } from '../signed-in.js';
import { WholeWorkspace } from '../whole-workspace.js';
import * as schema from './member.schema.js';
import { membersOf } from './members.js';
import { Membership } from './membership.js';

/** Who belongs to a workspace, what they may do and whose handoffs they see. */
@Controller('member')
@Needs('people')
@WholeWorkspace()
@ApiTags('member')
export class MemberController {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly membership: Membership,
    private readonly installation: Installation,
    @Optional() private readonly mail?: LoginMail,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listMembers', summary: 'Everybody of the workspace' })
  @ApiOkResponse({ standardSchema: schema.members })
  async list(@CurrentWorkspace() workspace: Workspace, @CurrentSignedIn() signedIn: SignedIn): Promise<z.infer<typeof schema.members>> {
    return { members: await membersOf(this.db, workspace.id, { you: signedIn.login?.id ?? null }) };
  }

  @Get(':id')
  @ApiOperation({ operationId: 'readMember', summary: 'One of them' })
  @ApiOkResponse({ standardSchema: schema.member })
  one(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentSignedIn() signedIn: SignedIn,
    @Param('id', { schema: schema.memberId }) id: string,
  ): Promise<schema.Member> {
    return this.find(workspace, id, signedIn);
  }

  @Patch(':id')
  @ApiOperation({ operationId: 'changeMember', summary: 'Change role, sight, team or owners; it holds from their next request on' })
  @ApiOkResponse({ standardSchema: schema.member })
  async change(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentSignedIn() signedIn: SignedIn,
    @Param('id', { schema: schema.memberId }) id: string,
    @Body({ schema: schema.memberChange }) change: schema.MemberChange,
  ): Promise<schema.Member> {
    await this.find(workspace, id, signedIn);
    await this.membership.change({ workspaceId: workspace.id, loginId: id, signedIn }, change, this.clock.now());
    return this.find(workspace, id, signedIn);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeMember', summary: 'Take somebody out of the workspace; sessions, tokens and mails of theirs end' })
  @ApiNoContentResponse()
  async remove(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentSignedIn() signedIn: SignedIn,
    @Param('id', { schema: schema.memberId }) id: string,
  ): Promise<void> {
    const removed = await this.membership.remove({ workspaceId: workspace.id, loginId: id, signedIn }, this.clock.now());
    if (!removed) throw noMember(id);
  }

  @Delete(':id/session')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endMemberSessions', summary: 'Sign somebody out of this workspace everywhere' })
  @ApiNoContentResponse()
  async endSessions(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentSignedIn() signedIn: SignedIn,
    @Param('id', { schema: schema.memberId }) id: string,
  ): Promise<void> {
    await this.find(workspace, id, signedIn);
    await this.membership.endSessions({ workspaceId: workspace.id, loginId: id, signedIn });
  }

  @Post(':id/password-reset')
  @HttpCode(200)
  @ApiOperation({ operationId: 'resetMemberPassword', summary: 'A link with which somebody sets a new password' })
  @ApiOkResponse({ standardSchema: schema.resetLink })
  async resetPassword(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentSignedIn() signedIn: SignedIn,
    @Param('id', { schema: schema.memberId }) id: string,
  ): Promise<z.infer<typeof schema.resetLink>> {
    await this.find(workspace, id, signedIn);
    const now = this.clock.now();
    const token = await this.membership.resetPassword({ workspaceId: workspace.id, loginId: id, signedIn }, now);
    const expiresAt = new Date(now.getTime() + RESET_HOURS * 3_600_000).toISOString();
    return { link: `${this.installation.publicUrl}/password-reset#token=${token}`, expiresAt };
  }

  @Delete(':id/second-factor')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'removeMemberSecondFactor',
    summary: 'Take the second factor off somebody who has lost phone and recovery codes; every session of theirs ends',
  })
  @ApiOkResponse({ standardSchema: schema.factorRemoved })
  async removeSecondFactor(
    @CurrentWorkspace() workspace: Workspace,
    @CurrentSignedIn() signedIn: SignedIn,
    @Param('id', { schema: schema.memberId }) id: string,
  ): Promise<z.infer<typeof schema.factorRemoved>> {
    const { email } = await this.find(workspace, id, signedIn);
    await this.membership.removeSecondFactor({ workspaceId: workspace.id, loginId: id, signedIn });
    const mailed = await this.mail?.lostFactor({ loginId: id, to: email, by: 'admin', at: this.clock.now() });
    return { mailed: mailed ?? false };
  }

  private async find(workspace: Workspace, id: string, { login }: SignedIn): Promise<schema.Member> {
    const [member] = await membersOf(this.db, workspace.id, { id, you: login?.id ?? null });
    if (!member) throw noMember(id);
    return member;
  }
}

const noMember = (id: string) => new NotFoundException(`There is no member ${id}. GET /api/member lists them.`);
