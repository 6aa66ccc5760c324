import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { verifyAudit } from '../server/access/audit/verify.js';
import { Erasures } from '../server/erasure/erasures.js';
import { findCanaries, plantCanaries } from './canary.js';
import { type TestServer, testServer } from './server.js';
import { signInMember } from './sign-in-member.js';

const now = new Date('2026-06-03T12:00:00Z');
const word = 'canary-7261';

async function server(): Promise<TestServer & { directory: string }> {
  const directory = await mkdtemp(join(tmpdir(), 'baton-erasure-'));
  const made = await testServer({ now, dataDirectory: directory, workspace: { name: `Acme ${word}` } });
  onTestFinished(async () => {
    await made.close();
    await rm(directory, { recursive: true, force: true });
  });
  return { ...made, directory };
}

test('a workspace is deleted by its name, and nothing of it is left', { timeout: 60_000 }, async () => {
  const made = await server();
  const { db, agent, workspace } = made;
  const path = `/api/workspace/${workspace.id}`;
  await plantCanaries(db, { workspaceId: workspace.id, word });
  const { agent: admin } = await signInMember(made, { role: 'admin', email: 'ann@x.example' });
  const { agent: analyst } = await signInMember(made, { role: 'analyst' });
  await analyst.delete(path).send({ name: workspace.name }).expect(403);
  await agent.delete(`/api/workspace/${randomUUID()}`).send({ name: workspace.name }).expect(404);
  const wrong = await agent.delete(path).send({ name: 'Acme' }).expect(400);
  expect(wrong.body.detail).toBe('name: is not the name of this workspace.');
  await admin.delete(path).send({ name: workspace.name }).expect(202);
  await admin.get('/api/session').expect(401);
  await agent.get('/api/session').expect(401);
  await made.app.get(Erasures).cleared();
  expect(await findCanaries(db, word)).toEqual({});
  expect(Object.keys(await findCanaries(db, workspace.id))).toEqual(['audit_entry']);
});

test('what is held is not deleted, and the audit log says who held it', async () => {
  const { db, agent, workspace } = await server();
  const path = `/api/workspace/${workspace.id}`;
  await agent.put(`${path}/hold`).send({ reason: 'a case at court' }).expect(204);
  const refused = await agent.delete(path).send({ name: workspace.name }).expect(409);
  expect(refused.body.detail).toContain('a case at court');
  const said = await agent.get(`${path}/keeping`).expect(200);
  expect(said.body).toEqual({ auditDays: null, hold: { reason: 'a case at court', since: now.toISOString() } });
  const noted = await db.query(`select detail from audit_entry where action = 'workspace.changed'`);
  expect(noted).toEqual([{ detail: { held: true, reason: 'a case at court' } }]);
  await agent.delete(`${path}/hold`).expect(204);
  await agent.delete(`${path}/hold`).expect(409);
  await agent.delete(path).send({ name: workspace.name }).expect(202);
});

test('a login is deleted with all that is known of its person, and the audit log still holds', { timeout: 60_000 }, async () => {
  const made = await server();
  const { db, agent, workspace, directory } = made;
  const email = `bo-${word}@x.example`;
  const { login, agent: bo } = await signInMember(made, { role: 'analyst', email, name: `Bo ${word}` });
  await bo.get('/api/session').expect(200);
  await agent.patch(`/api/member/${login.id}`).send({ role: 'executive' }).expect(200);
  await db.query(`update workspace set name = 'Acme'`);
  await mkdir(join(directory, 'outbox'));
  await writeFile(join(directory, 'outbox', 'a.eml'), email);
  await db.query(
    `insert into report (workspace_id, id, name, recipients, time_zone, schedule, created_at, owed_from) values ($1, $1, 'r', $2, 'UTC', '0 8 * * 1', now(), now())`,
    [workspace.id, [email.toUpperCase(), 'other@x.example']],
  );
  await db.query(
    `insert into report_delivery (workspace_id, report_id, slot, recipient, status, outbox_file) values ($1, $1, now(), $2, 'sent', 'a.eml')`,
    [workspace.id, email],
  );
  await db.query(
    `insert into definition_version (workspace_id, version, definition, decided_at, decided_by) values ($1, 2, '{}', now(), $2)`,
    [workspace.id, login.name],
  );
  expect(Object.keys(await findCanaries(db, login.id)).length).toBeGreaterThan(2);
  await agent.delete(`/api/login/${login.id}`).expect(204);
  await bo.get('/api/session').expect(401);
  expect(await findCanaries(db, word)).toEqual({});
  expect(await findCanaries(db, login.id)).toEqual({});
  expect(await readdir(join(directory, 'outbox'))).toEqual([]);
  expect(await db.query('select recipients from report')).toEqual([{ recipients: ['other@x.example'] }]);
  expect((await verifyAudit(db, workspace.id, Buffer.alloc(32, 1))).fault).toBeNull();
  await agent.delete(`/api/login/${login.id}`).expect(404);
});

test('the last admin is not deleted', async () => {
  const made = await server();
  const { login } = await signInMember(made, { role: 'admin' });
  const refused = await made.agent.delete(`/api/login/${login.id}`).expect(409);
  expect(refused.body.detail).toContain('last admin');
});
