import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, makeAda, signedInAs } from './ada.js';
import { type Agent, agentOf } from './agent.js';
import { type TestServer, testServer } from './server.js';

const START = new Date('2026-03-02T09:00:00Z');
const STEP = 30_000;

let now = START;
let server: TestServer;

beforeAll(async () => {
  server = await testServer({ now: () => now });
});
afterAll(() => server.close());

/** Time goes on, so that the next code is a new one. */
const later = (steps = 3) => {
  now = new Date(now.getTime() + steps * STEP);
};

/** An app that makes codes, knowing only what the picture says. */
const appOf = (secret: string) => (at: Date) =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({ timestamp: at.getTime() });

interface Guarded {
  agent: Agent;
  id: string;
  email: string;
  secret: string;
  code: (at: Date) => string;
  recoveryCodes: string[];
}

/** A login with a second factor. */
async function guarded(email: string): Promise<Guarded> {
  const { agent, id } = await makeAda(server, { email });
  const begun = await agent.post('/api/login/second-factor').send({ password: ADA.password }).expect(200);
  const code = appOf(begun.body.secret);
  const { body } = await agent
    .put('/api/login/second-factor')
    .send({ code: code(now) })
    .expect(200);
  later();
  return { agent, id, email, code, secret: begun.body.secret, recoveryCodes: body.recoveryCodes };
}

/** A browser past the password. */
async function pastPassword(email: string): Promise<Agent> {
  const agent = agentOf(server.app);
  await agent.post('/api/session').send({ email, password: ADA.password }).expect(200, { kind: 'second-factor' });
  return agent;
}

const give = (agent: Agent, code: string) => agent.post('/api/session/second-factor').send({ code });

describe('setting it up', () => {
  it('asks for the password, shows a picture, and holds once a code was given', async () => {
    const { agent } = await makeAda(server, { email: 'setting-up@baton.example' });
    await agent.post('/api/login/second-factor').send({ password: 'wrong' }).expect(400);
    const { body } = await agent.post('/api/login/second-factor').send({ password: ADA.password }).expect(200);
    expect(body.uri).toMatch(/^otpauth:[/]{2}totp[/]Baton:setting-up%40baton[.]example[?].*secret=[A-Z2-7]{32}&/);
    expect(body.svg).toMatch(/^<svg /);
    await signedInAs(server, { ...ADA, email: 'setting-up@baton.example' });
    const elsewhere = await signedInAs(server, { ...ADA, email: 'setting-up@baton.example' });
    await agent.put('/api/login/second-factor').send({ code: '000000' }).expect(400);
    const confirmed = await agent
      .put('/api/login/second-factor')
      .send({ code: appOf(body.secret)(now) })
      .expect(200);
    expect(confirmed.body.recoveryCodes).toHaveLength(10);
    await elsewhere.get('/api/session').expect(401);
    expect((await agent.get('/api/session').expect(200)).body.login).toMatchObject({ secondFactor: true, recoveryCodesLeft: 10 });
    await agent.post('/api/login/second-factor').send({ password: ADA.password }).expect(409);
    later();
  });

  it('keeps neither secret nor recovery codes as they are', async () => {
    const { id, secret, recoveryCodes } = await guarded('kept@baton.example');
    const kept = JSON.stringify([await server.db.query('select * from login'), await server.db.query('select * from recovery_code')]);
    expect(kept).not.toContain(secret);
    for (const code of recoveryCodes) expect(kept).not.toContain(code.replaceAll('-', ''));
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const code of recoveryCodes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){5}[0-9a-hjkmnp-tv-z]{4}$/);
    const other = await makeAda(server, { email: 'sealed-elsewhere@baton.example' });
    await server.db.query(
      'update login set totp_sealed = (select totp_sealed from login where id = $1), totp_confirmed_at = $3 where id = $2',
      [id, other.id, now],
    );
    const agent = await pastPassword('sealed-elsewhere@baton.example');
    expect((await give(agent, appOf(secret)(now))).status).toBe(500);
  });
});

describe('signing in with it', () => {
  it('opens nothing before the code, and all after it', async () => {
    const { email, code } = await guarded('both@baton.example');
    const agent = await pastPassword(email);
    await agent.get('/api/session').expect(401);
    await agent.get('/api/kpi').expect(401);
    await give(agent, code(now)).expect(200, { kind: 'signed-in' });
    await agent.get('/api/session').expect(200);
  });

  it('takes the step before and the one after, and no other', async () => {
    const { email, code } = await guarded('drifting@baton.example');
    for (const steps of [-1, 1]) {
      later(10);
      await give(await pastPassword(email), code(new Date(now.getTime() + steps * STEP))).expect(200);
    }
    later(10);
    const agent = await pastPassword(email);
    for (const steps of [-2, 2]) await give(agent, code(new Date(now.getTime() + steps * STEP))).expect(401);
  });

  it('takes a code once, also of two at once, and none before it', async () => {
    const { email, code } = await guarded('watched@baton.example');
    const agents = await Promise.all(Array.from({ length: 4 }, () => pastPassword(email)));
    const answers = await Promise.all(agents.map((agent) => give(agent, code(now))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
    await server.db.query('delete from throttle');
    await give(await pastPassword(email), code(new Date(now.getTime() - STEP))).expect(401);
  });

  it('takes a recovery code in its place, however it is typed, once', async () => {
    const { email, recoveryCodes } = await guarded('lost-phone@baton.example');
    const [first = '', second = ''] = recoveryCodes;
    const typed = ` ${first.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l')} `;
    const agent = await pastPassword(email);
    await give(agent, typed).expect(200);
    expect((await agent.get('/api/session')).body.login.recoveryCodesLeft).toBe(9);
    await give(await pastPassword(email), first).expect(401);
    const agents = await Promise.all(Array.from({ length: 3 }, () => pastPassword(email)));
    const answers = await Promise.all(agents.map((one) => give(one, second)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  });

  it('takes nobody else’s recovery code', async () => {
    const { recoveryCodes } = await guarded('one@baton.example');
    const { email } = await guarded('another@baton.example');
    await give(await pastPassword(email), recoveryCodes[0] ?? '').expect(401);
  });

  it('looks at five codes in a quarter of an hour, from any number of browsers', async () => {
    const { email, code } = await guarded('guessed@baton.example');
    const statuses = [];
    for (let i = 0; i < 7; i++) statuses.push((await give(await pastPassword(email), '123456')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    await give(await pastPassword(email), code(now)).expect(429);
  });

  it('leaves the owner’s browser open to the owner', async () => {
    const { email, code } = await guarded('besieged@baton.example');
    const own = await pastPassword(email);
    await give(own, code(now)).expect(200);
    for (let i = 0; i < 6; i++) await give(await pastPassword(email), '123456');
    later();
    await own.post('/api/session').send({ email, password: ADA.password }).expect(200, { kind: 'second-factor' });
    await give(own, code(now)).expect(200);
  });

  it('does not wait longer than ten minutes, nor past a new password', async () => {
    const { agent, email, code } = await guarded('slow@baton.example');
    const slow = await pastPassword(email);
    later(20);
    await give(slow, code(now)).expect(401);
    const old = await pastPassword(email);
    later();
    await agent.put('/api/login/password').send({ current: ADA.password, new: 'a fox reads the timetable' }).expect(204);
    const answer = await give(old, code(now)).expect(401);
    expect(answer.body.detail).toContain('Begin again');
  });

  it('is asked of those who are past the password only', async () => {
    const { code } = await guarded('nobody-asks@baton.example');
    await give(agentOf(server.app), code(now)).expect(401);
  });
});

describe('recovery codes and removal', () => {
  it('new codes take the place of the old ones', async () => {
    const { agent, email, recoveryCodes } = await guarded('renewed@baton.example');
    await agent.post('/api/login/recovery-code').send({ password: 'wrong' }).expect(400);
    const { body } = await agent.post('/api/login/recovery-code').send({ password: ADA.password }).expect(200);
    await give(await pastPassword(email), recoveryCodes[0] ?? '').expect(401);
    await give(await pastPassword(email), body.recoveryCodes[0]).expect(200);
  });

  it('removal needs password and code, and leaves nothing', async () => {
    const { agent, id, email, code } = await guarded('removing@baton.example');
    await agent
      .delete('/api/login/second-factor')
      .send({ password: 'wrong', code: code(now) })
      .expect(400);
    await agent.delete('/api/login/second-factor').send({ password: ADA.password, code: '000000' }).expect(400);
    await agent
      .delete('/api/login/second-factor')
      .send({ password: ADA.password, code: code(now) })
      .expect(204);
    await signedInAs(server, { ...ADA, email });
    expect(await server.db.query('select 1 from recovery_code where login_id = $1', [id])).toEqual([]);
    expect(await server.db.query('select totp_sealed from login where id = $1', [id])).toEqual([{ totp_sealed: null }]);
  });
});
