import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSignInToken } from '../server/access/sign-in/sign-in-link.js';
import { linkedAgent } from './ada.js';
import { tokenOf } from './agent.js';
import { type TestServer, testServer } from './server.js';

const DAY = 86_400_000;
const START = new Date('2026-03-02T09:00:00Z');

let now = START;
let server: TestServer;

beforeAll(async () => {
  server = await testServer({ now: () => now });
});
afterAll(() => server.close());

const link = async () => `/sign-in?token=${await makeSignInToken(server.db, server.workspace.id, now)}`;

describe('a stranger', () => {
  it('is told as a problem how to sign in', async () => {
    const answer = await server.stranger
      .get('/api/session')
      .expect(401)
      .expect('content-type', /application\/problem\+json/);
    expect(answer.body).toMatchObject({ status: 401, title: 'Unauthorized', instance: '/api/session' });
    expect(answer.body.detail).toContain('npm run baton -- link');
  });

  it('gets no session cookie', async () => {
    const answer = await server.stranger.get('/api/session');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('sees that the server lives and is ready', async () => {
    await server.stranger.get('/healthz').expect(200, { alive: true });
    await server.stranger.get('/readyz').expect(200, { ready: true });
  });
});

describe('a sign-in link', () => {
  it('makes a session with a cookie that scripts cannot read', async () => {
    const answer = await server.stranger
      .get(await link())
      .expect(303)
      .expect('location', '/');
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^baton=.*; HttpOnly; SameSite=Lax$/);
    const session = await server.stranger
      .get('/api/session')
      .set('cookie', cookie.split(';')[0] ?? '')
      .expect(200);
    expect(session.body.workspace).toEqual({
      name: 'Test company',
      timeZone: 'Europe/Berlin',
      sample: false,
      currency: 'EUR',
      weekStart: 1,
      fiscalStart: 1,
      secondFactor: 'nobody',
    });
  });

  it('works once, and says so in words', async () => {
    const once = await link();
    await server.stranger.get(once).expect(303);
    const second = await server.stranger.get(once).expect(401).expect('content-type', /html/);
    expect(second.text).toContain('npm run baton -- link');
  });

  it('lets one of ten in when they come at once', async () => {
    const once = await link();
    const answers = await Promise.all(Array.from({ length: 10 }, () => server.stranger.get(once)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, ...Array(9).fill(401)]);
  });

  it('expires after a day', async () => {
    const old = await link();
    now = new Date(START.getTime() + DAY);
    await server.stranger.get(old).expect(401);
    now = START;
  });

  it('is not used up by a browser that looks ahead', async () => {
    const once = await link();
    await server.stranger.get(once).set('sec-purpose', 'prefetch').expect(204);
    await server.stranger.head(once).expect(204);
    await server.stranger.get(once).expect(303);
  });

  it.each(['', '?token=', '?token=wrong', '?token=a&token=b', `?token=${'x'.repeat(5000)}`])('does not open with %j', async (query) => {
    await server.stranger.get(`/sign-in${query}`).expect(401);
  });

  it('is kept only as a hash', async () => {
    const token = (await link()).split('=')[1];
    const rows = await server.db.query('select * from sign_in_link');
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('a session', () => {
  it('ends after thirty days however much it is used', async () => {
    for (const day of [6, 12, 18, 24, 30]) {
      now = new Date(START.getTime() + day * DAY);
      await server.agent.get('/api/session').expect(200);
    }
    now = new Date(START.getTime() + 30 * DAY + 1);
    await server.agent.get('/api/session').expect(401);
    now = START;
  });

  it('changes its id at every sign-in', async () => {
    const first = String((await server.stranger.get(await link())).headers['set-cookie']).split(';')[0] ?? '';
    const again = await server.stranger.get(await link()).set('cookie', first);
    expect(String(again.headers['set-cookie'])).not.toContain(first);
    await server.stranger.get('/api/session').set('cookie', first).expect(401);
  });

  it('makes the browser forget what it kept, but nothing of what else stands beside it at one address', async () => {
    const answer = await (await linkedAgent(server)).delete('/api/session').expect(204);
    expect(answer.headers['clear-site-data']).toBe('"cache", "storage"');
    const below = await testServer({ now: START, publicUrl: 'http://localhost/baton' });
    const said = await below.agent.delete('/baton/api/session').expect(204);
    await below.close();
    expect(said.headers['clear-site-data']).toBeUndefined();
  });

  it('is over after signing out, for a copy of the cookie too', async () => {
    const cookie = String((await server.stranger.get(await link())).headers['set-cookie']).split(';')[0] ?? '';
    await server.stranger
      .delete('/api/session')
      .set({ cookie, ...tokenOf(server.app, cookie) })
      .expect(204);
    await server.stranger.get('/api/session').set('cookie', cookie).expect(401);
  });
});

describe('a change asked from another site', () => {
  it.each([{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://evil.example' }, { origin: 'null' }])(
    'is refused: %j',
    async (headers) => {
      const answer = await server.agent.delete('/api/session').set(headers).expect(403);
      expect(answer.body).toMatchObject({ status: 403, title: 'Forbidden' });
      await server.agent.get('/api/session').expect(200);
    },
  );

  it.each([{ origin: 'http://localhost' }, { 'sec-fetch-site': 'same-origin' }, {}])('asked from our own is not: %j', async (headers) => {
    const cookie = String((await server.stranger.get(await link())).headers['set-cookie']).split(';')[0] ?? '';
    await server.stranger
      .delete('/api/session')
      .set({ ...headers, cookie, ...tokenOf(server.app, cookie) })
      .expect(204);
  });
});
