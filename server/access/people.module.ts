import { Module } from '@nestjs/common';
import { AccessModule } from './access.module.js';
import { InvitationController } from './invitation/invitation.controller.js';
import { JoiningController } from './invitation/joining.controller.js';
import { Joining } from './invitation/joining.js';
import { MemberController } from './member/member.controller.js';
import { Membership } from './member/membership.js';
import { OwnerController } from './owner/owner.controller.js';
import { TeamController } from './team/team.controller.js';
import { EnterController } from './workspace/enter.controller.js';
import { WorkspaceController } from './workspace/workspace.controller.js';

/** Workspaces, who belongs to them, in which team, and whose handoffs are theirs. */
@Module({
  imports: [AccessModule],
  controllers: [
    ...[MemberController, OwnerController, TeamController, InvitationController, JoiningController],
    ...[WorkspaceController, EnterController],
  ],
  providers: [Membership, Joining],
})
export class PeopleModule {}
