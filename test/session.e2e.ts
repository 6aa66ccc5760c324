import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CSRF_HEADER } from '../server/access/csrf.js';
import { makeSignInToken } from '../server/access/sign-in/sign-in-link.js';
import { ADA, linkedAgent, makeAda, signedInAs } from './ada.js';
import { type TestServer, testServer } from './server.js';

const START = new Date('2026-03-02T09:00:00Z');
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

let now = START;
let server: TestServer;
const at = (ms: number) => {
  now = new Date(START.getTime() + ms);
};

beforeAll(async () => {
  server = await testServer({ now: () => now });
});
afterAll(() => server.close());

const rowsOf = (loginId: string) =>
  server.db.query<{ sid: string; sess: object; seen_at: Date }[]>('select * from session where login_id = $1', [loginId]);
const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers['set-cookie'])
    .split(/,(?=\s*[\w-]+=)/)
    .find((one) => /^\s*(__Host-|__Secure-)?baton=/.test(one)) ?? '';

describe('a session', () => {
  it('is not in the database in a way in which it could be used', async () => {
    const answer = await server.stranger
      .post('/api/session')
      .send({ email: (await makeAda(server)) && ADA.email, password: ADA.password })
      .expect(200);
    const sid = /baton=s%3A([^.]+)[.]/.exec(cookieOf(answer))?.[1] ?? '';
    // 24 random bytes.
    expect(sid).toMatch(/^[\w-]{32}$/);
    const dump = JSON.stringify(await server.db.query('select * from session'));
    expect(dump).not.toContain(sid);
    const [row] = await server.db.query<{ sid: string }[]>(
      `select sid from session where sid = encode(sha256(convert_to($1, 'UTF8')), 'hex')`,
      [sid],
    );
    await server.stranger.get('/api/session').set('cookie', `baton=s%3A${row?.sid}.x`).expect(401);
  });

  it('has a new id after signing in, also over one that was planted', async () => {
    const planted = await linkedAgent(server);
    const before = (await planted.get('/api/session')).body.csrfToken;
    await planted.post('/api/session').send({ email: ADA.email, password: ADA.password }).expect(200);
    const after = (await planted.get('/api/session')).body;
    expect(after.csrfToken).not.toBe(before);
    expect(after.login.email).toBe(ADA.email);
  });

  it('is over after a week without use, and not before', async () => {
    const { agent } = await makeAda(server, { email: 'idle@baton.example' });
    for (const day of [6, 12]) {
      at(day * DAY);
      await agent.get('/api/session').expect(200);
    }
    at(19 * DAY);
    await agent.get('/api/session').expect(401);
    at(0);
  });

  it('is over after thirty days however much it is used', async () => {
    const { agent } = await makeAda(server, { email: 'busy@baton.example' });
    for (const day of [5, 10, 15, 20, 25, 30]) {
      at(day * DAY);
      await agent.get('/api/session').expect(200);
    }
    at(30 * DAY + 1);
    await agent.get('/api/session').expect(401);
    at(0);
  });

  it('does not last longer by a change to another workspace', async () => {
    const other = await testServer({ now: () => now, workspace: { sample: true } });
    at(6 * DAY);
    await other.agent.post('/api/session/own').send({ name: 'Ours', timeZone: 'Europe/Berlin', currency: 'EUR' }).expect(200);
    for (const day of [12, 18, 24, 30]) {
      at(day * DAY);
      await other.agent.get('/api/session').expect(200);
    }
    at(30 * DAY + 1);
    await other.agent.get('/api/session').expect(401);
    at(0);
    await other.close();
  });

  it('is marked as seen once a minute, not with every request', async () => {
    const { agent, id } = await makeAda(server, { email: 'seen@baton.example' });
    const seen = async () => (await rowsOf(id)).map(({ seen_at }) => seen_at.getTime() - START.getTime());
    at(MINUTE - 1);
    await agent.get('/api/session').expect(200);
    expect(await seen()).toEqual([0]);
    at(MINUTE);
    await agent.get('/api/session').expect(200);
    at(MINUTE + 1);
    await agent.get('/api/session').expect(200);
    expect(await seen()).toEqual([MINUTE]);
    at(0);
  });

  it('ends at once when its login is disabled or removed', async () => {
    const { agent, id } = await makeAda(server, { email: 'leaving@baton.example' });
    await server.db.query('update login set disabled_at = $2 where id = $1', [id, now]);
    await agent.get('/api/session').expect(401);
    await server.db.query('update login set disabled_at = null where id = $1', [id]);
    await agent.get('/api/session').expect(200);
    await server.db.query('delete from member where login_id = $1', [id]);
    await agent.get('/api/session').expect(401);
    await server.db.query('delete from login where id = $1', [id]);
    await agent.get('/api/session').expect(401);
  });

  it('that was ended does not come back with a request that was on its way', async () => {
    const { agent, id } = await makeAda(server, { email: 'racing@baton.example' });
    at(5 * MINUTE);
    const asked = Array.from({ length: 10 }, () => agent.get('/api/session'));
    const [answers] = await Promise.all([Promise.all(asked), server.db.query('delete from session where login_id = $1', [id])]);
    expect(answers.every(({ status }) => status === 200 || status === 401)).toBe(true);
    expect(await rowsOf(id)).toEqual([]);
    await agent.get('/api/session').expect(401);
    at(0);
  });

  it('that has expired is taken away when the next one begins', async () => {
    const { id } = await makeAda(server, { email: 'forgotten@baton.example' });
    at(31 * DAY);
    await linkedAgent(server);
    expect(await rowsOf(id)).toEqual([]);
    at(0);
  });
});

describe('one’s own sessions', () => {
  it('are listed with where they began, the one that asks marked', async () => {
    const { agent } = await makeAda(server, { email: 'listed@baton.example' });
    at(10 * MINUTE);
    const other = await signedInAs(server, { ...ADA, email: 'listed@baton.example' });
    const { body } = await agent.get('/api/session/all').set('user-agent', 'Firefox').expect(200);
    expect(body.sessions).toHaveLength(2);
    expect(body.sessions.filter(({ current }: { current: boolean }) => current)).toHaveLength(1);
    expect(body.sessions[0]).toMatchObject({ id: expect.stringMatching(/^[0-9a-f]{64}$/), cameBy: 'password', seenAt: now.toISOString() });
    expect(body.sessions[0].address).toMatch(/127[.]0[.]0[.]1|::1/);
    await other.delete('/api/session').expect(204);
    expect((await agent.get('/api/session/all')).body.sessions).toHaveLength(1);
    at(0);
  });

  it('end one by one or all but this, and nobody else’s', async () => {
    const email = 'ending@baton.example';
    const { agent } = await makeAda(server, { email });
    const [second, third, fourth] = [
      await signedInAs(server, { ...ADA, email }),
      await signedInAs(server, { ...ADA, email }),
      await signedInAs(server, { ...ADA, email }),
    ];
    const stranger = await makeAda(server, { email: 'untouched@baton.example' });
    const idOf = async (one: typeof agent) =>
      (await one.get('/api/session/all')).body.sessions.find(({ current }: { current: boolean }) => current).id;
    await agent.delete(`/api/session/all/${await idOf(second)}`).expect(204);
    await second.get('/api/session').expect(401);
    await agent.delete(`/api/session/all/${await idOf(stranger.agent)}`).expect(404);
    await agent.delete('/api/session/all/nothing').expect(400);
    await stranger.agent.get('/api/session').expect(200);
    await agent.delete('/api/session/all').expect(204);
    for (const one of [third, fourth]) await one.get('/api/session').expect(401);
    await agent.get('/api/session').expect(200);
    await stranger.agent.get('/api/session').expect(200);
  });

  it('of one who came by a link are the one it made', async () => {
    const [one, other] = [await linkedAgent(server), await linkedAgent(server)];
    const { body } = await one.get('/api/session/all').expect(200);
    expect(body.sessions).toMatchObject([{ current: true, cameBy: 'link' }]);
    await one.delete('/api/session/all').expect(204);
    await other.get('/api/session').expect(200);
    await one.delete(`/api/session/all/${body.sessions[0].id}`).expect(204);
    await one.get('/api/session').expect(401);
    await other.get('/api/session').expect(200);
  });
});

describe.each([
  ['https://baton.example', '__Host-baton', '/'],
  ['https://tools.example/baton', '__Secure-baton', '/baton'],
])('at %s', (publicUrl, name, path) => {
  it(`the cookie of a session is ${name}, which nobody else can set, and signing out takes it away`, async () => {
    const other = await testServer({ now: START, publicUrl });
    const { base, https } = { base: path === '/' ? '' : path, https: { 'x-forwarded-proto': 'https' } };
    const link = `${base}/sign-in?token=${await makeSignInToken(other.db, other.workspace.id, START)}`;
    const answer = await other.stranger.get(link).set(https).expect(303).expect('location', `${base}/`);
    const [cookie = ''] = [answer.headers['set-cookie']].flat().map(String);
    expect(cookie).toMatch(new RegExp(`^${name}=s%3A[^;]+; Path=${path}; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$`));
    const [kept = ''] = cookie.split(';');
    const read = await other.stranger
      .get(`${base}/api/session`)
      .set({ ...https, cookie: kept })
      .expect(200);
    const leaving = { ...https, cookie: kept, [CSRF_HEADER]: read.body.csrfToken };
    const left = await other.stranger.delete(`${base}/api/session`).set(leaving).expect(204);
    expect(String(left.headers['set-cookie'])).toMatch(new RegExp(`^${name}=; Path=${path}; Expires=Thu, 01 Jan 1970`));
    await other.close();
  });
});
