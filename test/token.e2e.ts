import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ROLES, type Sight } from '../server/access/role.js';
import { newToken } from '../server/access/token/token-text.js';
import { sampleServer } from './sample.js';
import type { TestServer } from './server.js';
import { type MemberSession, signInMember } from './sign-in-member.js';

let server: TestServer;
let analyst: MemberSession;
beforeAll(async () => {
  server = await sampleServer();
});
beforeEach(async () => {
  await server.db.query('delete from throttle');
  analyst = await signInMember(server, { role: 'analyst' });
});
afterAll(() => server.close());

const wanted = { name: 'Warehouse', scopes: ['read', 'export'], visibility: 'all', days: 30 };

async function made(change: object = {}, by = analyst) {
  const { body } = await by.agent
    .post('/api/token')
    .send({ ...wanted, ...change })
    .expect(201);
  return body as { token: { id: string; prefix: string }; secret: string };
}

const by = (secret: string) => ({
  get: (path: string) => server.stranger.get(path).set('authorization', `Bearer ${secret}`),
  post: (path: string) => server.stranger.post(path).set('authorization', `Bearer ${secret}`),
  delete: (path: string) => server.stranger.delete(path).set('authorization', `Bearer ${secret}`),
});

test('a token is shown once, and known by its beginning', async () => {
  const { token, secret } = await made();
  expect(secret).toMatch(/^baton_[0-9A-Za-z]{44}$/);
  expect(token).toMatchObject({
    name: 'Warehouse',
    prefix: secret.slice(0, 14),
    scopes: ['read', 'export'],
    state: 'active',
    lastUsedAt: null,
  });
  const list = await analyst.agent.get('/api/token').expect(200);
  expect(list.body.tokens).toHaveLength(1);
  expect(list.text).not.toContain(secret.slice(14));
  const rows = await server.db.query<unknown[]>('select * from api_token');
  expect(JSON.stringify(rows)).not.toContain(secret.slice(14));
});

test('it reads and exports what its owner does, without a cookie', async () => {
  const { secret } = await made();
  const own = await analyst.agent.get('/api/kpi').expect(200);
  const answer = await by(secret).get('/api/kpi').expect(200);
  expect(answer.body).toEqual(own.body);
  expect(answer.headers['set-cookie']).toBeUndefined();
  await by(secret).get('/api/handoff/export?format=csv').expect(200);
});

test('when it was last used is known to the minute', async () => {
  const { token, secret } = await made();
  await by(secret).get('/api/kpi').expect(200);
  const { body } = await analyst.agent.get('/api/token').expect(200);
  const used = body.tokens.find(({ id }: { id: string }) => id === token.id).lastUsedAt;
  expect(used).toMatch(/:00\.000Z$/);
});

test('what its scopes lack is refused', async () => {
  const { secret } = await made({ scopes: ['read'] });
  const { body } = await by(secret).get('/api/handoff/export?format=csv').expect(403);
  expect(body.detail).toContain('"export"');
});

test('no token has a scope that its maker lacks, nor one that makes tokens or members', async () => {
  for (const scopes of [['audit'], ['connect'], ['token'], ['people'], ['workspace'], ['read', 'read'], []])
    await analyst.agent
      .post('/api/token')
      .send({ ...wanted, scopes })
      .expect(400);
});

test.each([
  [{ days: 0 }, 'days'],
  [{ days: 367 }, 'days'],
  [{ days: undefined }, 'days'],
  [{ name: ' ' }, 'name'],
  [{ visibility: 'some' }, 'visibility'],
  [{ loginId: 'x' }, ''],
])('%j is refused', async (change, field) => {
  const { body } = await analyst.agent
    .post('/api/token')
    .send({ ...wanted, ...change })
    .expect(400);
  expect(body.errors[0].field).toBe(field);
});

test('it makes and ends no token, and signs nobody in', async () => {
  const { token, secret } = await made();
  await by(secret).post('/api/token').send(wanted).expect(403);
  await by(secret).get('/api/token').expect(403);
  await by(secret).delete(`/api/token/${token.id}`).expect(403);
  await by(secret).post('/api/session/own').send({ name: 'x', timeZone: 'UTC', currency: 'EUR' }).expect(403);
});

test('a link, which is nobody, makes none', async () => {
  await server.agent.post('/api/token').send(wanted).expect(409);
});

describe.each(ROLES)('a %s', (role) => {
  test(`${['admin', 'analyst'].includes(role) ? 'makes' : 'makes no'} tokens`, async () => {
    const { agent } = await signInMember(server, { role });
    await agent
      .post('/api/token')
      .send({ ...wanted, scopes: ['read'] })
      .expect(['admin', 'analyst'].includes(role) ? 201 : 403);
  });
});

describe('a token opens nothing', () => {
  test('from the moment it is revoked', async () => {
    const { token, secret } = await made();
    await by(secret).get('/api/kpi').expect(200);
    await analyst.agent.delete(`/api/token/${token.id}`).expect(204);
    await by(secret).get('/api/kpi').expect(401);
    await analyst.agent.delete(`/api/token/${token.id}`).expect(404);
  });

  test('when it has expired', async () => {
    const { token, secret } = await made();
    await server.db.query(`update api_token set expires_at = created_at where id = $1`, [token.id]);
    await by(secret).get('/api/kpi').expect(401);
    const { body } = await analyst.agent.get('/api/token');
    expect(body.tokens.find(({ id }: { id: string }) => id === token.id).state).toBe('expired');
  });

  test('when its owner is a member no more, and not when they come back', async () => {
    const { secret } = await made();
    const of = [server.workspace.id, analyst.login.id];
    const [member] = await server.db.query('delete from member where workspace_id = $1 and login_id = $2 returning *', of);
    await by(secret).get('/api/kpi').expect(401);
    await server.db.query(
      `insert into member (workspace_id, login_id, role, visibility, joined_at) values ($1, $2, $3, $4, $5::timestamptz + '1s')`,
      [...of, member[0].role, member[0].visibility, member[0].joined_at],
    );
    await by(secret).get('/api/kpi').expect(401);
  });

  test('when the login of its owner is disabled', async () => {
    const { secret } = await made();
    await server.db.query('update login set disabled_at = now() where id = $1', [analyst.login.id]);
    await by(secret).get('/api/kpi').expect(401);
  });

  test('in another workspace', async () => {
    const { secret } = await made();
    await server.db.query(`update api_token set workspace_id = gen_random_uuid() where login_id = $1`, [analyst.login.id]);
    await by(secret).get('/api/kpi').expect(401);
  });
});

test('a right that its owner loses is lost with the next request', async () => {
  const { secret } = await made();
  await by(secret).get('/api/handoff/export?format=csv').expect(200);
  await server.db.query(`update member set role = 'executive' where login_id = $1`, [analyst.login.id]);
  await by(secret).get('/api/handoff/export?format=csv').expect(403);
  await by(secret).get('/api/kpi').expect(200);
});

const counted = async (secret: string) =>
  (await by(secret).get('/api/handoff/export?format=csv').expect(200)).text.split('\r\n').length - 2;

test.each<[Sight, Sight]>([
  ['mine', 'all'],
  ['all', 'mine'],
  ['all', 'all'],
])('of an owner who sees %s a token for %s shows the narrower', async (own, wide) => {
  const owner = await signInMember(server, { role: 'analyst', sight: own });
  const { secret } = await made({ visibility: wide }, owner);
  expect((await counted(secret)) > 0).toBe(own === 'all' && wide === 'all');
});

test('a colleague can neither see nor end it; an admin can', async () => {
  const { token } = await made();
  const other = await signInMember(server, { role: 'analyst' });
  expect((await other.agent.get('/api/token')).body.tokens).toEqual([]);
  await other.agent.delete(`/api/token/${token.id}`).expect(404);
  const admin = await signInMember(server, { role: 'admin' });
  expect((await admin.agent.get('/api/token')).body.tokens.map(({ id }: { id: string }) => id)).toContain(token.id);
  await admin.agent.delete(`/api/token/${token.id}`).expect(204);
});

test('an address that tries wrong tokens waits; a right one from there still works', async () => {
  const { secret } = await made();
  const statuses: number[] = [];
  for (let i = 0; i < 32; i++) statuses.push((await by(newToken()).get('/api/kpi')).status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(30);
  const last = await by('baton_x').get('/api/kpi').expect(429);
  expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
  await by(secret).get('/api/kpi').expect(200);
});

test('who made and ended which token is written down, without its secret', async () => {
  const { token, secret } = await made();
  await analyst.agent.delete(`/api/token/${token.id}`).expect(204);
  await by(secret).get('/api/kpi').expect(401);
  await by(secret).get('/api/kpi').expect(401);
  const entries = await server.db.query<{ action: string; actor: { loginId?: string }; detail: object }[]>(
    'select action, actor, detail from audit_entry where subject = $1 order by number',
    [token.id],
  );
  expect(entries.map(({ action }) => action)).toEqual(['token.made', 'token.revoked', 'access.denied']);
  expect(entries[0]?.actor.loginId).toBe(analyst.login.id);
  expect(JSON.stringify(entries)).not.toContain(secret.slice(14));
});
