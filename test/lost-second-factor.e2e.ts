import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CommandMistake } from '../server/command.js';
import { Clock } from '../server/http/clock.js';
import { Installation } from '../server/http/installation.js';
import { loginCommand } from '../server/start/login.command.js';
import { ADA, linkedAgent, makeAda, signedInAs } from './ada.js';
import { type Agent, agentOf } from './agent.js';
import { type Mailbox, openMailbox } from './mailbox.js';
import { type TestServer, testServer } from './server.js';
import { setUpSecondFactor } from './set-up-second-factor.js';
import { signInMember } from './sign-in-member.js';

const NOW = new Date('2026-03-02T09:00:00Z');

let mailbox: Mailbox;
let server: TestServer;
let admin: { agent: Agent; id: string };

beforeAll(async () => {
  mailbox = await openMailbox();
  vi.stubEnv('SMTP_URL', mailbox.url);
  server = await testServer({ now: NOW });
  admin = await makeAda(server, { email: 'admin@baton.example' });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
  await mailbox.close();
});

/** Somebody with a second factor whose phone is gone. */
async function lost(email: string) {
  const { agent, id } = await makeAda(server, { email });
  const codes = await setUpSecondFactor(agent, NOW);
  return { agent, id, email, codes, path: `/api/member/${id}/second-factor` };
}

/** As on the server's shell. */
async function shell(...args: string[]) {
  const lines: string[] = [];
  const context = {
    db: server.scoped,
    dataDirectory: '/nonexistent',
    secretKey: server.app.get(Installation).secretKey,
    workspace: async () => server.workspace,
    now: () => server.app.get(Clock).now(),
    print: (line: string) => lines.push(line),
    signal: new AbortController().signal,
  };
  return { code: await loginCommand.run(args, context), lines };
}

const entries = async () => (await admin.agent.get('/api/audit?action=second-factor.removed').expect(200)).body.entries;

describe('an admin takes the second factor off who has lost it', () => {
  it('and the password alone opens then, once; sessions end, codes are worth nothing, they are told, it is written down', async () => {
    const { agent, id, email, path } = await lost('lost@baton.example');
    const waiting = agentOf(server.app);
    await waiting.post('/api/session').send({ email, password: ADA.password }).expect(200, { kind: 'second-factor' });
    expect((await admin.agent.delete(path).expect(200)).body).toEqual({ mailed: true });
    await agent.get('/api/session').expect(401);
    await waiting.post('/api/session/second-factor').send({ code: '123456' }).expect(401);
    expect(await server.db.query('select 1 from recovery_code where login_id = $1', [id])).toEqual([]);
    await agentOf(server.app).post('/api/session').send({ email, password: 'not the password' }).expect(401);
    await signedInAs(server, { email, password: ADA.password });
    const mail = mailbox.mails.find(({ to }) => to.includes(email));
    expect(mail?.email.text).toMatch(/An admin has taken the second factor off .* change your password at once/s);
    const [entry] = await entries();
    expect(entry).toMatchObject({ subject: id, actor: { kind: 'session', loginId: admin.id } });
    await admin.agent.delete(path).expect(409);
  });

  it('who must then set up anew before anything opens, where it is required', async () => {
    const { email, path } = await lost('again@baton.example');
    await setUpSecondFactor(admin.agent, NOW);
    await server.db.query('update workspace set second_factor_required = true');
    await admin.agent.delete(path).expect(200);
    const agent = await signedInAs(server, { email, password: ADA.password });
    await agent.get('/api/kpi').expect(403);
    await setUpSecondFactor(agent, NOW);
    await agent.get('/api/kpi').expect(200);
    await server.db.query('update workspace set second_factor_required = false');
  });

  it('by nothing else: a link for a new password does not go around it', async () => {
    const { id, email } = await lost('reset@baton.example');
    const { body } = await admin.agent.post(`/api/member/${id}/password-reset`).expect(200);
    const password = 'a fox reads the timetable';
    await server.stranger
      .post('/api/password-reset/use')
      .send({ token: body.link.split('#token=')[1], password })
      .expect(204);
    await agentOf(server.app).post('/api/session').send({ email, password }).expect(200, { kind: 'second-factor' });
  });

  it('not their own', async () => {
    const { agent, path } = await lost('own@baton.example');
    const { body } = await agent.delete(path).expect(409);
    expect(body.detail).toContain('Nobody does this for themselves');
  });

  it('not of somebody who is also in a workspace that is not theirs', async () => {
    const { id, path, agent } = await lost('two@baton.example');
    await server.db.query(
      `with other as (insert into workspace (id, name, time_zone, currency, created_at)
         values (gen_random_uuid(), 'Other', 'UTC', 'EUR', now()) returning id)
       insert into member (workspace_id, login_id, role, visibility, joined_at) select id, $1, 'csm', 'mine', now() from other`,
      [id],
    );
    await admin.agent.delete(path).expect(409);
    await (await linkedAgent(server)).delete(path).expect(409);
    expect((await agent.get('/api/session').expect(200)).body.login.secondFactor).toBe(true);
  });

  it('and nobody else does', async () => {
    const { path } = await lost('safe@baton.example');
    const { agent } = await signInMember(server, { role: 'manager' });
    await agent.delete(path).expect(403);
    await admin.agent.delete('/api/member/00000000-0000-4000-8000-000000000000/second-factor').expect(404);
  });
});

describe('on the server', () => {
  it('one command takes it off, tells the person and is written down as the shell’s', async () => {
    const { agent, id, email } = await lost('shell@baton.example');
    const { code, lines } = await shell('remove-second-factor', email.toUpperCase());
    expect({ code, lines }).toEqual({
      code: 0,
      lines: [`${email} signs in with the password alone now, and every session has ended.`, 'They were told by mail.'],
    });
    await agent.get('/api/session').expect(401);
    await signedInAs(server, { email, password: ADA.password });
    expect(mailbox.mails.find(({ to }) => to.includes(email))?.email.text).toContain('Somebody with access to the server');
    expect((await entries())[0]).toMatchObject({ subject: id });
    await expect(shell('remove-second-factor', email)).rejects.toThrow(new CommandMistake(`${email} has no second factor.`));
  });

  it.each([[[]], [['remove-second-factor']], [['remove-second-factor', 'nobody@baton.example']], [['show', 'x']]])(
    'says what it takes: %j',
    async (args) => {
      await expect(shell(...args)).rejects.toThrow(CommandMistake);
    },
  );

  it('says so when nobody was told', async () => {
    const { email } = await lost('untold@baton.example');
    vi.stubEnv('SMTP_URL', '');
    expect((await shell('remove-second-factor', email)).lines[1]).toBe('No mail went to them: tell them yourself.');
  });
});
