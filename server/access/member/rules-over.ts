import { ConflictException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SignedIn } from '../signed-in.js';

/**
 * Throws ConflictException unless who asks is an admin wherever the login is a member: a login is one for all workspaces, and an
 * admin of one must not come into another by it. A statement of the door.
 */
export async function assertRulesOver(
  db: Pick<EntityManager, 'query'>,
  loginId: string,
  { workspaceId, signedIn }: { workspaceId: string; signedIn: SignedIn },
): Promise<void> {
  const [elsewhere] = await db.query<unknown[]>(
    `select 1 from member theirs
     where theirs.login_id = $1 and theirs.workspace_id <> $2 and not exists (
       select 1 from member mine where mine.workspace_id = theirs.workspace_id and mine.login_id = $3 and mine.role = 'admin')
     limit 1`,
    [loginId, workspaceId, signedIn.login?.id ?? null],
  );
  if (elsewhere) {
    throw new ConflictException(
      'This person is a member of a workspace that you do not rule. Remove them from this one, or ask whoever runs Baton.',
    );
  }
}
