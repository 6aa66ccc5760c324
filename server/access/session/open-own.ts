import { ForbiddenException } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { atTheDoor, Member, type Workspace } from '../../../etl/warehouse/index.js';
import type { SignedIn } from '../signed-in.js';
import { makeWorkspace, type NewWorkspace, workspaceOf } from '../workspaces.js';

interface Opening {
  body: Omit<NewWorkspace, 'sample'>;
  signedIn: SignedIn;
}

/**
 * The company's own workspace, made on the first call; whoever makes it with a login is its admin. Throws ForbiddenException
 * when it is there and a login is no member: to be admin of the sample company opens nothing else.
 */
export async function openOwn(db: DataSource, { body, signedIn }: Opening, now: Date): Promise<{ own: Workspace; made: boolean }> {
  const loginId = signedIn.login?.id;
  const there = await workspaceOf(db, { sample: false });
  if (there && loginId && !(await isMember(db, there.id, loginId)))
    throw new ForbiddenException('There is a workspace already, and you are no member of it. Ask its admin for an invitation.');
  if (there) return { own: there, made: false };
  const own = await makeWorkspace(db, { ...body, sample: false }, now);
  if (loginId) {
    const member = { workspaceId: own.id, loginId, role: 'admin', visibility: 'all', teamId: null, joinedAt: now };
    await atTheDoor(() => db.getRepository(Member).insert(member));
  }
  return { own, made: true };
}

const isMember = (db: DataSource, workspaceId: string, loginId: string): Promise<boolean> =>
  atTheDoor(() => db.getRepository(Member).existsBy({ workspaceId, loginId }));
