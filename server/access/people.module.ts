import { Module } from '@nestjs/common';
import { MemberController } from './member/member.controller.js';
import { Membership } from './member/membership.js';
import { OwnerController } from './owner/owner.controller.js';
import { TeamController } from './team/team.controller.js';

/** Who belongs to a workspace, in which team, and whose handoffs are theirs. */
@Module({
  controllers: [MemberController, OwnerController, TeamController],
  providers: [Membership],
})
export class PeopleModule {}
