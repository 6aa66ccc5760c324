import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { Member, Workspace } from '../../../etl/warehouse/index.js';
import { testDatabase } from '../../../test/database.js';
import { firstWorkspaceOf, hasAdmin, loginByEmail, makeLogin } from './logins.js';
import { makeAdmin } from './make-admin.js';

const NOW = new Date('2026-03-02T09:00:00Z');
const ADA = { email: 'Ada@Baton.example ', name: 'Ada', passwordHash: 'kept' };

async function opened() {
  const { db } = await testDatabase();
  const workspace = async (given: Partial<Workspace>) => {
    const id = randomUUID();
    await db.getRepository(Workspace).insert({ id, name: 'x', timeZone: 'UTC', currency: 'EUR', createdAt: NOW, ...given });
    return id;
  };
  return { db, workspace };
}

it('a workspace has an admin once one with a login was made, and no more when that is disabled', async () => {
  const { db, workspace } = await opened();
  const workspaceId = await workspace({});
  expect(await hasAdmin(db, workspaceId)).toBe(false);
  const id = await makeAdmin(db, { ...ADA, workspaceId }, NOW);
  expect(await hasAdmin(db, workspaceId)).toBe(true);
  expect(await hasAdmin(db, await workspace({}))).toBe(false);
  await db.query('update member set role = $2 where login_id = $1', [id, 'analyst']);
  expect(await hasAdmin(db, workspaceId)).toBe(false);
  await db.query('update member set role = $2 where login_id = $1', [id, 'admin']);
  await db.query('update login set disabled_at = $2 where id = $1', [id, NOW]);
  expect(await hasAdmin(db, workspaceId)).toBe(false);
});

it('an e-mail has one login, however it is written; a second admin with it makes nothing', async () => {
  const { db, workspace } = await opened();
  const workspaceId = await workspace({});
  const id = await makeAdmin(db, { ...ADA, workspaceId }, NOW);
  expect((await loginByEmail(db, ' ADA@baton.EXAMPLE'))?.id).toBe(id);
  expect(await makeAdmin(db, { ...ADA, email: 'ada@baton.example', workspaceId }, NOW)).toBeNull();
  expect(await db.getRepository(Member).count()).toBe(1);
  expect(await makeLogin(db.manager, { ...ADA, emailVerified: true }, NOW)).toBeNull();
});

it('one comes into a company’s own workspace before the sample company’s, the oldest first', async () => {
  const { db, workspace } = await opened();
  const sample = await workspace({ sample: true, createdAt: new Date(NOW.getTime() - 2) });
  const id = (await makeAdmin(db, { ...ADA, workspaceId: sample }, NOW)) ?? '';
  expect(await firstWorkspaceOf(db, id)).toBe(sample);
  const [newer, older] = [await workspace({}), await workspace({ createdAt: new Date(NOW.getTime() - 1) })];
  for (const workspaceId of [newer, older])
    await db.getRepository(Member).insert({ workspaceId, loginId: id, role: 'csm', visibility: 'mine', teamId: null, joinedAt: NOW });
  expect(await firstWorkspaceOf(db, id)).toBe(older);
  expect(await firstWorkspaceOf(db, randomUUID())).toBeNull();
});
