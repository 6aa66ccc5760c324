import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Login, Member } from '../etl/warehouse/index.js';
import { type TestServer, testServer } from './server.js';
import { type MemberSession, sessionOf, signInMember } from './sign-in-member.js';

const NOW = new Date('2026-03-02T09:00:00Z');

let server: TestServer;
let admin: MemberSession;

beforeAll(async () => {
  server = await testServer({ now: NOW });
  await server.db.query(
    `insert into person (workspace_id, source_id, external_id, stream, record_id, name, email, internal, active)
     values ($1, 'hubspot', '1', 'owners', '1', 'Ann Lee', 'ann@baton.example', true, true),
       ($1, 'hubspot', '2', 'owners', '2', 'Bo Ray', 'bo@baton.example', true, true),
       ($1, 'hubspot', '3', 'owners', '3', 'Cy Fox', 'cy@baton.example', true, true),
       ($1, 'hubspot', '4', 'contacts', '4', 'Dee Customer', 'dee@customer.example', false, true)`,
    [server.workspace.id],
  );
});
afterAll(() => server.close());
beforeEach(async () => {
  await server.db.query('delete from member where workspace_id = $1', [server.workspace.id]);
  admin = await signInMember(server, { role: 'admin' });
});

const namesOf = ({ owners }: { owners: { name: string; linkedBy: string }[] }) =>
  owners.map(({ name, linkedBy }) => `${name} by ${linkedBy}`);

describe('a member', () => {
  test('is linked to the people of the sources who have their verified e-mail', async () => {
    const { login } = await signInMember(server, { role: 'csm', email: 'ann@baton.example' });
    const { body } = await admin.agent.get(`/api/member/${login.id}`).expect(200);
    expect(namesOf(body)).toEqual(['Ann Lee by email']);
    await server.db.query('update login set email_verified_at = null where id = $1', [login.id]);
    expect(namesOf((await admin.agent.get(`/api/member/${login.id}`).expect(200)).body)).toEqual([]);
    await server.db.query('delete from login where id = $1', [login.id]);
  });

  test('is linked by hand to names that the sources know, and to no other', async () => {
    const { login } = await signInMember(server, { role: 'csm' });
    const path = `/api/member/${login.id}`;
    expect(
      namesOf(
        (
          await admin.agent
            .patch(path)
            .send({ owners: ['Bo Ray', 'Cy Fox'] })
            .expect(200)
        ).body,
      ),
    ).toEqual(['Bo Ray by hand', 'Cy Fox by hand']);
    expect(
      namesOf(
        (
          await admin.agent
            .patch(path)
            .send({ owners: ['Cy Fox'] })
            .expect(200)
        ).body,
      ),
    ).toEqual(['Cy Fox by hand']);
    const { body } = await admin.agent
      .patch(path)
      .send({ owners: ['Bo Rai'] })
      .expect(400);
    expect(body.errors).toEqual([{ field: 'owners', detail: 'owners: No source knows "Bo Rai". GET /api/owner lists the names.' }]);
  });

  test('gets the usual sight of a new role, and is signed out by it', async () => {
    const { agent, login } = await signInMember(server, { role: 'executive' });
    await agent.get('/api/kpi').expect(200);
    const { body } = await admin.agent.patch(`/api/member/${login.id}`).send({ role: 'csm' }).expect(200);
    expect(body).toMatchObject({ role: 'csm', sight: 'mine' });
    await agent.get('/api/kpi').expect(401);
  });

  test('who is an admin sees all', async () => {
    const { login } = await signInMember(server, { role: 'admin' });
    await admin.agent.patch(`/api/member/${login.id}`).send({ sight: 'mine' }).expect(400);
  });

  test('is removed with sessions, tokens and mails', async () => {
    const { agent, login } = await signInMember(server, { role: 'analyst', email: 'gone@baton.example' });
    const report = randomUUID();
    await server.db.query(
      `insert into report (workspace_id, id, name, recipients, time_zone, schedule, active, created_at, owed_from)
       values ($1, $2, 'Weekly', '{a@x.example,Gone@baton.example}', 'UTC', '0 8 * * 1', true, $3, $3)`,
      [server.workspace.id, report, NOW],
    );
    await server.db.query(
      `insert into api_token (workspace_id, id, login_id, name, prefix, token_hash, scopes, visibility, created_at, expires_at)
       values ($1, $2, $3, 'x', 'x', 'x', '{read}', 'all', $4, $4)`,
      [server.workspace.id, randomUUID(), login.id, NOW],
    );
    await admin.agent.delete(`/api/member/${login.id}`).expect(204);
    await agent.get('/api/kpi').expect(401);
    const left = await server.db.query(
      `select (select count(*)::int from session where login_id = $2) as sessions,
         (select count(*)::int from api_token where login_id = $2 and revoked_at is null) as tokens,
         (select recipients from report where workspace_id = $1 and id = $3) as recipients`,
      [server.workspace.id, login.id, report],
    );
    expect(left).toEqual([{ sessions: 0, tokens: 0, recipients: ['a@x.example'] }]);
    await admin.agent.delete(`/api/member/${login.id}`).expect(404);
  });

  test('who is disabled is signed out everywhere, until enabled', async () => {
    const { agent, login } = await signInMember(server, { role: 'manager' });
    expect((await admin.agent.patch(`/api/member/${login.id}`).send({ disabled: true }).expect(200)).body.disabled).toBe(true);
    await agent.get('/api/kpi').expect(401);
    await admin.agent.patch(`/api/member/${login.id}`).send({ disabled: false }).expect(200);
    await (await sessionOf(server, { loginId: login.id, workspaceId: server.workspace.id })).get('/api/kpi').expect(200);
  });

  test.each([
    ['does not know', []],
    ['is a member of and does not rule', ['csm']],
  ])('of a workspace that the admin %s is not disabled by them', async (_, roles) => {
    const { login } = await signInMember(server, { role: 'csm' });
    const workspaceId = randomUUID();
    const join = (loginId: string, role: string) =>
      server.db.getRepository(Member).insert({ workspaceId, loginId, role, visibility: 'all', teamId: null, joinedAt: NOW });
    await join(login.id, 'admin');
    for (const role of roles) await join(admin.login.id, role);
    const { body } = await admin.agent.patch(`/api/member/${login.id}`).send({ disabled: true }).expect(409);
    expect(body.detail).toContain('that you do not rule');
    expect((await server.db.getRepository(Login).findOneByOrFail({ id: login.id })).disabledAt).toBeNull();
  });
});

describe('the last admin', () => {
  const id = () => admin.login.id;

  test.each([
    ['demoted', () => admin.agent.patch(`/api/member/${id()}`).send({ role: 'analyst' })],
    ['disabled', () => admin.agent.patch(`/api/member/${id()}`).send({ disabled: true })],
    ['removed', () => admin.agent.delete(`/api/member/${id()}`)],
  ])('is not %s', async (_, ask) => {
    const { body } = await ask().expect(409);
    expect(body.detail).toContain('last admin');
    await admin.agent.get('/api/member').expect(200);
  });

  test('is not removed when the other one is disabled', async () => {
    const { login } = await signInMember(server, { role: 'admin' });
    await server.db.getRepository(Login).update({ id: login.id }, { disabledAt: NOW });
    await admin.agent.delete(`/api/member/${id()}`).expect(409);
    await server.db.getRepository(Login).update({ id: login.id }, { disabledAt: null });
    await admin.agent.delete(`/api/member/${id()}`).expect(204);
  });

  test('is left when two admins remove each other at once', async () => {
    const other = await signInMember(server, { role: 'admin' });
    const asked = await Promise.all([admin.agent.delete(`/api/member/${other.login.id}`), other.agent.delete(`/api/member/${id()}`)]);
    expect(asked.filter(({ status }) => status === 204)).toHaveLength(1);
    const rows = await server.db.query(`select 1 from member where workspace_id = $1 and role = 'admin'`, [server.workspace.id]);
    expect(rows).toHaveLength(1);
  });
});

describe('a team', () => {
  test('has a name, owners and members, and leaves its members behind', async () => {
    const { body: team } = await admin.agent
      .post('/api/team')
      .send({ name: 'North', owners: ['Bo Ray'] })
      .expect(201);
    const { login } = await signInMember(server, { role: 'manager', name: 'Mia' });
    const { body: member } = await admin.agent.patch(`/api/member/${login.id}`).send({ teamId: team.id }).expect(200);
    expect(member.team).toEqual({ id: team.id, name: 'North' });
    const { body: changed } = await admin.agent
      .patch(`/api/team/${team.id}`)
      .send({ name: 'South', owners: ['Cy Fox'] })
      .expect(200);
    expect(changed).toEqual({ id: team.id, name: 'South', owners: ['Cy Fox'], members: [{ id: login.id, name: 'Mia' }] });
    await admin.agent.delete(`/api/team/${team.id}`).expect(204);
    expect((await admin.agent.get(`/api/member/${login.id}`).expect(200)).body.team).toBeNull();
    await admin.agent.patch(`/api/member/${login.id}`).send({ teamId: team.id }).expect(400);
    await admin.agent.patch(`/api/team/${team.id}`).send({ name: 'x' }).expect(404);
    await admin.agent.delete(`/api/team/${team.id}`).expect(404);
  });
});

test('owners are the people of the sources, with whom they are linked to', async () => {
  const { login } = await signInMember(server, { role: 'csm', email: 'bo@baton.example', name: 'Bo' });
  const { body } = await admin.agent.get('/api/owner').expect(200);
  expect(body.owners.map(({ name }: { name: string }) => name)).toEqual(['Ann Lee', 'Bo Ray', 'Cy Fox']);
  expect(body.owners[1]).toEqual({
    name: 'Bo Ray',
    emails: ['bo@baton.example'],
    handoffCount: 0,
    members: [{ id: login.id, name: 'Bo', linkedBy: 'email' }],
    teams: [],
  });
});
