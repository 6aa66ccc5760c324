import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { atTheDoor } from '../../../etl/warehouse/index.js';
import { type Action, Audit } from '../audit/audit.js';
import { makePasswordReset } from '../login/password-reset.js';
import type { SignedIn } from '../signed-in.js';
import { changeMember } from './change-member.js';
import { disableLogin } from './disable-login.js';
import { removeMember } from './leave.js';
import { takeOffSecondFactor } from './lost-second-factor.js';
import type { MemberChange } from './member.schema.js';
import { assertRulesOver } from './rules-over.js';

/** A member, and who changes them. */
export interface Concerned {
  workspaceId: string;
  loginId: string;
  signedIn: SignedIn;
}

/** Changes who belongs to a workspace, and writes it down. Sessions that opened more than they now may are ended. */
@Injectable()
export class Membership {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
  ) {}

  /** What is not changed because of a conflict is not changed in part. */
  async change({ workspaceId, loginId, signedIn }: Concerned, { disabled, ...change }: MemberChange, at: Date): Promise<void> {
    if (disabled !== undefined) await disableLogin(this.db, { workspaceId, loginId, signedIn, disabled, at });
    if (disabled !== undefined) await this.note(signedIn, { workspaceId, loginId, action: disabled ? 'login.disabled' : 'login.enabled' });
    if (Object.keys(change).length === 0) return;
    const held = await this.db.transaction(async (tx) => {
      const before = await changeMember(tx, { workspaceId, loginId }, { change, at });
      const detail = { ...change, owners: change.owners ?? null, before: before?.role ?? null, sightBefore: before?.sight ?? null };
      if (before)
        await this.audit.note({ workspaceId, action: 'member.changed', actor: signedIn, subject: loginId, detail: known(detail) }, tx);
      return before;
    });
    // A session that was opened with other rights is not carried on.
    if (held && change.role && change.role !== held.role) await this.forgetSessions(workspaceId, loginId);
  }

  /** False when there is no such member. */
  async remove({ workspaceId, loginId, signedIn }: Concerned, at: Date): Promise<boolean> {
    const removed = await this.db.transaction(async (tx) => {
      const email = await removeMember(tx, { workspaceId, loginId, at });
      if (email === null) return false;
      await this.audit.note({ workspaceId, action: 'member.removed', actor: signedIn, subject: loginId, detail: { email } }, tx);
      return true;
    });
    if (removed) await this.forgetSessions(workspaceId, loginId);
    return removed;
  }

  async endSessions({ workspaceId, loginId, signedIn }: Concerned): Promise<void> {
    await this.forgetSessions(workspaceId, loginId);
    await this.note(signedIn, { workspaceId, loginId, action: 'session.ended' });
  }

  /** A token that sets a new password once. Throws ConflictException for one who is ruled elsewhere too. */
  async resetPassword({ workspaceId, loginId, signedIn }: Concerned, at: Date): Promise<string> {
    await atTheDoor(() => assertRulesOver(this.db, loginId, { workspaceId, signedIn }));
    const token = await makePasswordReset(this.db, loginId, at);
    await this.note(signedIn, { workspaceId, loginId, action: 'password.reset-asked' });
    return token;
  }

  /** For one who has lost it. Throws as `takeOffSecondFactor` does. */
  async removeSecondFactor({ workspaceId, loginId, signedIn }: Concerned): Promise<void> {
    await takeOffSecondFactor(this.db, { workspaceId, loginId, signedIn });
    await this.note(signedIn, { workspaceId, loginId, action: 'second-factor.removed' });
  }

  private async forgetSessions(workspaceId: string, loginId: string): Promise<void> {
    await atTheDoor(() => this.db.query('delete from session where workspace_id = $1 and login_id = $2', [workspaceId, loginId]));
  }

  private note(actor: SignedIn, { workspaceId, loginId, action }: { workspaceId: string; loginId: string; action: Action }): Promise<void> {
    return this.audit.note({ workspaceId, action, actor, subject: loginId });
  }
}

/** Without what was not said. */
const known = <Value>(detail: Record<string, Value | undefined>): Record<string, Value> =>
  Object.fromEntries(Object.entries(detail).filter((entry): entry is [string, Value] => entry[1] !== undefined));
