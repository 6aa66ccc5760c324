import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Member, Workspace } from '../etl/warehouse/index.js';
import { type TestServer, testServer } from './server.js';
import { signInMember } from './sign-in-member.js';

const NOW = new Date('2026-03-02T09:00:00Z');
const GIVEN = { name: 'North', timeZone: 'Europe/Oslo', currency: 'NOK' };

let server: TestServer;

beforeAll(async () => {
  server = await testServer({ now: NOW });
});
afterAll(() => server.close());

const cookieOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers['set-cookie']).split(';')[0];

describe('a workspace', () => {
  test('is made by an admin, who is its admin, and is told only to its members', async () => {
    const { agent } = await signInMember(server, { role: 'admin' });
    const { body: made } = await agent
      .post('/api/workspace')
      .send({ ...GIVEN, weekStart: 0, fiscalStart: 4 })
      .expect(201);
    expect(made).toEqual({
      ...GIVEN,
      id: made.id,
      weekStart: 0,
      fiscalStart: 4,
      sample: false,
      secondFactorRequired: false,
      role: 'admin',
      current: false,
    });
    const { body } = await agent.get('/api/workspace').expect(200);
    expect(body.workspaces.map(({ name, current }: { name: string; current: boolean }) => [name, current])).toEqual([
      ['North', false],
      ['Test company', true],
    ]);
    const { agent: other } = await signInMember(server, { role: 'admin' });
    expect((await other.get('/api/workspace').expect(200)).body.workspaces).toHaveLength(1);
    await other.post('/api/session/workspace').send({ id: made.id }).expect(404);
  });

  test('is entered with a new session id, and as old as it was', async () => {
    const { agent, login } = await signInMember(server, { role: 'csm' });
    const { body: first } = await agent.get('/api/session').expect(200);
    const id = randomUUID();
    await server.db.getRepository(Workspace).insert({ ...GIVEN, id, createdAt: NOW });
    await server.db.getRepository(Member).insert({
      ...{ workspaceId: id, loginId: login.id, role: 'executive', visibility: 'all', teamId: null, joinedAt: NOW },
    });
    const entered = await agent.post('/api/session/workspace').send({ id }).expect(200);
    expect(entered.body).toMatchObject({ workspaceId: id, role: 'executive', sight: 'all' });
    expect(entered.body.csrfToken).not.toBe(first.csrfToken);
    expect(cookieOf(entered)).toContain('baton=');
    const rows = await server.db.query('select sess from session where login_id = $1', [login.id]);
    expect(rows).toHaveLength(1);
    expect(rows[0].sess).toMatchObject({ workspaceId: id, loginId: login.id, signedInAt: NOW.getTime() });
  });

  test('is renamed and given another calendar by its admin', async () => {
    const { agent } = await signInMember(server, { role: 'admin' });
    const change = { name: 'South', timeZone: 'America/Lima', currency: 'PEN', weekStart: 6, fiscalStart: 7 };
    const { body } = await agent.patch(`/api/workspace/${server.workspace.id}`).send(change).expect(200);
    expect(body).toMatchObject({ ...change, current: true });
    expect((await agent.get('/api/session').expect(200)).body.workspace).toMatchObject(change);
    await agent.patch(`/api/workspace/${randomUUID()}`).send(change).expect(404);
  });

  test.each([
    { timeZone: 'Mars/Base' },
    { timeZone: '+02:00' },
    { currency: 'XX' },
    { currency: 'ZZZ' },
    { weekStart: 3 },
    { fiscalStart: 13 },
    { fiscalStart: 1.5 },
    { name: ' ' },
    { sample: true },
    {},
  ])('is not changed to %j', async (change) => {
    await server.agent.patch(`/api/workspace/${server.workspace.id}`).send(change).expect(400);
  });

  test('is not made by one who came by a link, nor by one without the right', async () => {
    await server.agent.post('/api/workspace').send(GIVEN).expect(403);
    const { agent } = await signInMember(server, { role: 'manager' });
    await agent.post('/api/workspace').send(GIVEN).expect(403);
  });
});

describe('from the sample company', () => {
  test('the maker of the own workspace becomes its admin, and others are not let in', async () => {
    const sample = await testServer({ now: NOW, workspace: { sample: true } });
    const { agent, login } = await signInMember(sample, { role: 'admin' });
    await agent
      .post('/api/session/own')
      .send({ ...GIVEN, timeZone: '+02:00' })
      .expect(400);
    const late = await signInMember(sample, { role: 'admin' });
    const { body } = await agent.post('/api/session/own').send(GIVEN).expect(200);
    expect(body).toMatchObject({ role: 'admin', workspace: { name: 'North', sample: false } });
    const made = await sample.db.query('select role from member where workspace_id = $1 and login_id = $2', [body.workspaceId, login.id]);
    expect(made).toEqual([{ role: 'admin' }]);
    await agent.post('/api/session/own').send(GIVEN).expect(409);
    await late.agent.post('/api/session/own').send(GIVEN).expect(403);
    const { body: byLink } = await sample.agent.post('/api/session/own').send(GIVEN).expect(200);
    expect(byLink).toMatchObject({ workspaceId: body.workspaceId, login: null, role: 'admin' });
    await sample.close();
  });
});
