import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeSignInToken } from '../server/access/sign-in/sign-in-link.js';
import { cookieOf, tokenOf } from './agent.js';
import { type TestServer, testServer } from './server.js';
import { signInMember } from './sign-in-member.js';

const NOW = new Date('2026-03-02T09:00:00Z');

let server: TestServer;
/** One living secret of each purpose. */
let secrets: Record<string, string>;

beforeAll(async () => {
  server = await testServer({ now: NOW });
  const { agent } = await signInMember(server, { role: 'admin' });
  const { login: other } = await signInMember(server, { role: 'csm' });
  const token = await agent
    .post('/api/token')
    .send({ name: 'x', scopes: ['read'], visibility: 'all', days: 1 })
    .expect(201);
  const invited = await agent.post('/api/invitation').send({ email: 'x@baton.example', role: 'csm' }).expect(201);
  const reset = await agent.post(`/api/member/${other.id}/password-reset`).expect(200);
  const cookie = cookieOf(agent);
  secrets = {
    'API token': token.body.secret,
    invitation: secretIn(invited.body),
    'password reset': secretIn(reset.body),
    'link of the server': await makeSignInToken(server.db, server.workspace.id, NOW),
    'token of a session': tokenOf(server.app, cookie)['x-baton-token'] ?? '',
    'cookie of a session': decodeURIComponent(/baton=([^;]+)/.exec(cookie)?.[1] ?? ''),
  };
});
afterAll(() => server.close());

/** Of a link that was made, what makes it one. */
const secretIn = (body: object): string => /[#?/=]([\w-]{20,})"/.exec(JSON.stringify(body))?.[1] ?? '';

/** Where each is given, and how one that opens something is answered. */
const DOORS: Record<string, (secret: string) => Promise<{ status: number }>> = {
  'API token': (secret) => server.stranger.get('/api/kpi').set('authorization', `Bearer ${secret}`),
  invitation: (token) => server.stranger.post('/api/invitation/read').send({ token }),
  'password reset': (token) => server.stranger.post('/api/password-reset/read').send({ token }),
  'link of the server': (secret) => server.stranger.get('/sign-in').query({ token: secret }),
  'cookie of a session': (secret) => server.stranger.get('/api/session').set('cookie', `baton=${encodeURIComponent(secret)}`),
  'token of a session': (secret) =>
    server.stranger
      .post('/api/team')
      .set({ cookie: `baton=${encodeURIComponent(secrets['cookie of a session'] ?? '')}`, 'x-baton-token': secret })
      .send({ name: 'x' }),
};

it('a secret that was made for one purpose opens nothing else', async () => {
  let tried = 0;
  for (const [door, open] of Object.entries(DOORS))
    for (const [purpose, secret] of Object.entries(secrets)) {
      if (door === purpose) continue;
      const { status } = await open(secret);
      tried += 1;
      expect([400, 401, 403, 404, 410], `${purpose} at the door of: ${door}, ${status}`).toContain(status);
    }
  expect(tried).toBe(30);
});

it('and each opens its own', async () => {
  for (const [door, open] of Object.entries(DOORS)) {
    expect(secrets[door], door).toMatch(/^.{20,}$/);
    expect((await open(secrets[door] ?? '')).status, door).toBeLessThan(400);
  }
});
