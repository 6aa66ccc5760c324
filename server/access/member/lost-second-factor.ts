import { ConflictException } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { atTheDoor } from '../../../etl/warehouse/index.js';
import { forgetSecondFactor } from '../login/keep-second-factor.js';
import type { SignedIn } from '../signed-in.js';
import { assertRulesOver } from './rules-over.js';

interface Lost {
  workspaceId: string;
  loginId: string;
  signedIn: SignedIn;
}

/**
 * Takes off the second factor of a member who has lost it, and ends all sessions of theirs. Throws ConflictException for oneself, for
 * one who has none, and for one who is ruled elsewhere too.
 */
export async function takeOffSecondFactor(db: DataSource, { workspaceId, loginId, signedIn }: Lost): Promise<void> {
  if (signedIn.login?.id === loginId)
    throw new ConflictException('Nobody does this for themselves. Turn it off in your login, or ask another admin.');
  await atTheDoor(() =>
    db.transaction(async (tx) => {
      await assertRulesOver(tx, loginId, { workspaceId, signedIn });
      if (!(await forgetSecondFactor(tx, loginId))) throw new ConflictException('This person has no second factor.');
    }),
  );
}
