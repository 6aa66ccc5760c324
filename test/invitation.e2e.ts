import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Login } from '../etl/warehouse/index.js';
import { INVITATION_DAYS } from '../server/access/invitation/invitations.js';
import { agentOf } from './agent.js';
import { openMailbox } from './mailbox.js';
import { type TestServer, testServer } from './server.js';
import { type MemberSession, sessionOf, signInMember } from './sign-in-member.js';

const START = new Date('2026-03-02T09:00:00Z');
const PASSWORD = 'four harbour lamps glow';

let now = START;
let server: TestServer;
let admin: MemberSession;

beforeAll(async () => {
  server = await testServer({ now: () => now });
  admin = await signInMember(server, { role: 'admin', name: 'Ada' });
});
afterAll(() => server.close());

let count = 0;
const someone = () => `new-${++count}@baton.example`;

async function invited(given: object = {}): Promise<{ token: string; email: string; id: string }> {
  const email = someone();
  const { body } = await admin.agent
    .post('/api/invitation')
    .send({ email, role: 'csm', ...given })
    .expect(201);
  expect(body).toMatchObject({ mailed: false, link: expect.stringContaining('http://localhost/invitation#token=') });
  return { token: body.link.split('=')[1], email: body.invitation.email, id: body.invitation.id };
}

describe('an invitation', () => {
  test('makes a member with a login, who is signed in', async () => {
    const { token, email } = await invited();
    const agent = agentOf(server.app);
    const { body } = await agent.post('/api/invitation/read').send({ token }).expect(200);
    expect(body).toMatchObject({ workspaceName: 'Test company', email, role: 'csm', next: 'make-login' });
    await agent.post('/api/invitation/accept').send({ token, name: 'Nora', password: PASSWORD }).expect(200, { kind: 'signed-in' });
    const { body: session } = await agent.get('/api/session').expect(200);
    expect(session).toMatchObject({ login: { email, name: 'Nora' }, role: 'csm', sight: 'mine' });
    const [login] = await server.db.getRepository(Login).findBy({ email });
    expect(login).toMatchObject({ emailVerifiedAt: now, passwordHash: expect.stringMatching(/^[$]argon2id/) });
    const { body: left } = await admin.agent.get('/api/invitation').expect(200);
    expect(left.invitations.map((one: { email: string }) => one.email)).not.toContain(email);
  });

  test('is taken once, by one of five who come at once', async () => {
    const { token } = await invited();
    const accept = () => server.stranger.post('/api/invitation/accept').send({ token, name: 'Nora', password: PASSWORD });
    const answers = await Promise.all([1, 2, 3, 4, 5].map(accept));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('says the same whether wrong, used, withdrawn or expired', async () => {
    const [used, withdrawn, expired] = [await invited(), await invited(), await invited()];
    await server.stranger.post('/api/invitation/accept').send({ token: used.token, name: 'Nora', password: PASSWORD }).expect(200);
    await admin.agent.delete(`/api/invitation/${withdrawn.id}`).expect(204);
    await admin.agent.delete(`/api/invitation/${withdrawn.id}`).expect(404);
    now = new Date(START.getTime() + INVITATION_DAYS * 86_400_000);
    const said = [];
    for (const token of ['wrong', used.token, withdrawn.token, expired.token]) {
      for (const path of ['read', 'accept']) {
        const { status, body } = await server.stranger.post(`/api/invitation/${path}`).send({ token });
        said.push(JSON.stringify({ status, body: { ...body, instance: '', requestId: '' } }));
      }
    }
    now = START;
    expect(new Set(said).size).toBe(1);
    expect(said[0]).toContain('"status":404');
  });

  test('to one who has a login is joined after signing in with it', async () => {
    const there = await signInMember(server, { role: 'executive' });
    await server.db.query('delete from member where login_id = $1', [there.login.id]);
    const { token } = await invited({ email: there.login.email.toUpperCase(), role: 'analyst' });
    await server.stranger.post('/api/invitation/accept').send({ token, name: 'x', password: PASSWORD }).expect(409);
    const other = await signInMember(server, { role: 'csm' });
    await other.agent.post('/api/invitation/accept').send({ token }).expect(409);
    const agent = await sessionOf(server, { loginId: there.login.id, workspaceId: server.workspace.id });
    expect((await agent.post('/api/invitation/read').send({ token }).expect(200)).body.next).toBe('join');
    await agent.post('/api/invitation/accept').send({ token }).expect(200);
    expect((await agent.get('/api/session').expect(200)).body).toMatchObject({ role: 'analyst', sight: 'all' });
  });

  test('takes a name and a password that will do', async () => {
    const { token } = await invited();
    for (const given of [{ name: 'Nora' }, { password: PASSWORD }, { name: 'Nora', password: 'password1234' }]) {
      await server.stranger
        .post('/api/invitation/accept')
        .send({ token, ...given })
        .expect(400);
    }
  });

  test('is not made for a member, for no team, or to be an admin who sees little', async () => {
    await admin.agent.post('/api/invitation').send({ email: admin.login.email, role: 'csm' }).expect(409);
    const refused = [{ sight: 'mine', role: 'admin' }, { role: 'csm', teamId: '00000000-0000-4000-8000-000000000000' }, { role: 'owner' }];
    for (const given of refused)
      await admin.agent
        .post('/api/invitation')
        .send({ email: someone(), ...given })
        .expect(400);
  });

  test('is kept only as a hash', async () => {
    const { token } = await invited();
    expect(JSON.stringify(await server.db.query('select * from invitation'))).not.toContain(token);
    expect(JSON.stringify(await server.db.query('select * from audit_entry'))).not.toContain(token);
  });
});

test('with a mail server an invitation is mailed, and its link shown to nobody else', async () => {
  const mailbox = await openMailbox();
  vi.stubEnv('SMTP_URL', mailbox.url);
  const mailing = await testServer({ now: START, workspace: { name: 'evil.example' } });
  vi.unstubAllEnvs();
  const { agent } = await signInMember(mailing, { role: 'admin' });
  const { body } = await agent.post('/api/invitation').send({ email: 'ann@baton.example', role: 'manager' }).expect(201);
  expect(body).toMatchObject({ mailed: true, link: null });
  const [mail] = mailbox.mails;
  expect(mail?.to).toEqual(['ann@baton.example']);
  const [, token] = /#token=([\w-]+)/.exec(mail?.email.text ?? '') ?? [];
  await mailing.stranger.post('/api/invitation/read').send({ token }).expect(200);
  expect(mail?.email.text).not.toContain('evil.example ');
  await mailing.close();
  await mailbox.close();
});

describe('a new password for a member', () => {
  test('is set with a link, once', async () => {
    const { agent, login } = await signInMember(server, { role: 'csm' });
    const { body } = await admin.agent.post(`/api/member/${login.id}/password-reset`).expect(200);
    const token = body.link.split('#token=')[1];
    await server.stranger.post('/api/password-reset/use').send({ token, password: PASSWORD }).expect(204);
    await server.stranger.post('/api/password-reset/use').send({ token, password: PASSWORD }).expect(404);
    await agent.get('/api/session').expect(401);
  });

  test('is not set by an admin of one of several workspaces', async () => {
    const { login } = await signInMember(server, { role: 'csm' });
    await server.db.query(
      `insert into member (workspace_id, login_id, role, visibility, joined_at) values (gen_random_uuid(), $1, 'admin', 'all', now())`,
      [login.id],
    );
    await admin.agent.post(`/api/member/${login.id}/password-reset`).expect(409);
  });
});
