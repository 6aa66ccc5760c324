import { afterEach, describe, expect, it } from 'vitest';
import { makeSignInToken } from '../server/access/sign-in/sign-in-link.js';
import { trustedProxyOf } from '../server/http/proxy.js';
import { readSettings } from '../server/start/settings.js';
import { cookieOf } from './agent.js';
import { type TestServer, type TestServerOptions, testServer } from './server.js';

const NOW = new Date('2026-03-02T09:00:00Z');

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const behind = async (options: Partial<TestServerOptions>): Promise<TestServer> => {
  server = await testServer({ now: NOW, ...options });
  return server;
};

const paces = { credential: { burst: 1_000, perSecond: 1 }, address: { burst: 3, perSecond: 0.001 } };

/** How many of five requests are let through, each said to be of another address. */
async function letThrough({ stranger }: TestServer): Promise<number> {
  const statuses: number[] = [];
  for (const n of [1, 2, 3, 4, 5]) statuses.push((await stranger.get('/api/session').set('x-forwarded-for', `198.51.100.${n}`)).status);
  return statuses.filter((status) => status !== 429).length;
}

describe('what a proxy says of whom a request is', () => {
  it('is not believed of anybody by default', async () => {
    // Signing in took one.
    expect(await letThrough(await behind({ walls: { paces } }))).toBe(2);
  });

  it('is believed of one proxy in front', async () => {
    expect(await letThrough(await behind({ walls: { paces, trustedProxy: 1 } }))).toBe(5);
  });

  it('is believed by address', async () => {
    expect(await letThrough(await behind({ walls: { paces, trustedProxy: ['127.0.0.0/8', '::1', '::ffff:127.0.0.0/104'] } }))).toBe(5);
  });

  it('is not believed of an address that is not named', async () => {
    expect(await letThrough(await behind({ walls: { paces, trustedProxy: ['10.0.0.0/8'] } }))).toBe(2);
  });

  it.each([
    ['1', 1],
    ['0', false],
    ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
    ['yes', null],
    ['10.0.0.0/33', null],
    ['*', null],
    ['300', null],
    ['proxy.example', null],
  ])('"%s" is read as %j', (text, trusted) => expect(trustedProxyOf(text)).toEqual(trusted));

  it('names its variable when it cannot be read', () => {
    expect(() => readSettings({ BATON_TRUST_PROXY: 'all' })).toThrow('BATON_TRUST_PROXY must be how many proxies');
    expect(readSettings({}).trustedProxy).toBe(false);
  });
});

describe('behind TLS', () => {
  const walls = { trustedProxy: 1 };
  const publicUrl = 'https://baton.example/baton';
  const http = { 'x-forwarded-proto': 'http' };

  it('what came by http is sent to the public address, with path and query', async () => {
    const { stranger } = await behind({ publicUrl, walls });
    const { headers } = await stranger.get('/baton/kpi/churn?by=segment').set(http).expect(308);
    expect(headers.location).toBe('https://baton.example/baton/kpi/churn?by=segment');
    await stranger.get('/baton//evil.example').set(http).expect('location', 'https://baton.example/baton//evil.example');
  });

  it.each(['get', 'head', 'post', 'put', 'patch', 'delete'] as const)(
    'a %s of the API that came by http is refused and sent nowhere',
    async (method) => {
      const { stranger } = await behind({ publicUrl, walls });
      for (const path of ['/baton/api/kpi', '/baton/api', '/baton/API/kpi', '/api/sign-in', '/baton/api/nothing']) {
        const { status, headers } = await stranger[method](path).set(http);
        expect({ path, status, location: headers.location }).toEqual({ path, status: 403, location: undefined });
      }
    },
  );

  it.each([
    ['a token', { authorization: 'Bearer baton_x_y' }, 'revoke it'],
    ['a cookie', { cookie: '__Host-baton=x' }, 'end that session'],
  ])('who sent %s by http is told that it could be read', async (_, secret, told) => {
    const { stranger } = await behind({ publicUrl, walls });
    const { body } = await stranger
      .get('/baton/api/kpi')
      .set({ ...http, ...secret })
      .expect(403);
    expect(body.detail).toContain(told);
    expect((await stranger.get('/baton/api/kpi').set(http)).body.detail).not.toContain('could be read');
  });

  it('a change that came by http is refused, and a probe is answered', async () => {
    const { stranger } = await behind({ publicUrl, walls });
    await stranger.post('/baton/api/session').set(http).send({}).expect(403);
    await stranger.get('/healthz').expect(200);
    await stranger.get('/readyz').set(http).expect(200);
  });

  it('what came by https is answered, with a cookie that only https takes along', async () => {
    const { stranger, db, workspace } = await behind({ publicUrl, walls });
    const token = await makeSignInToken(db, workspace.id, NOW);
    const { headers } = await stranger.get(`/baton/sign-in?token=${token}`).set('x-forwarded-proto', 'https').expect(303);
    expect(headers.location).toBe('/baton/');
    expect(String(headers['set-cookie'])).toMatch(/; Secure/i);
  });

  it('nothing is sent anywhere on the word of one who is not believed', async () => {
    const { stranger } = await behind({ publicUrl });
    await stranger.get('/baton/api/session').set(http).expect(401);
  });
});

describe('under a path', () => {
  it.each(['/baton/api/session', '/api/session'])('%s is answered, whether the proxy takes it off or not', async (path) => {
    const { agent, stranger } = await behind({ publicUrl: 'http://localhost/baton' });
    await stranger.get(path).set('cookie', cookieOf(agent, '/baton/api/session')).expect(200);
  });

  it.each(['/batonx/api/session', '/baton2', '/BATON/api/session'])('%s is not', async (path) => {
    const { agent } = await behind({ publicUrl: 'http://localhost/baton' });
    expect((await agent.get(path).set('accept', 'application/json')).status).toBe(404);
  });

  it('a change asked from the public address is our own', async () => {
    const { agent } = await behind({ publicUrl: 'https://baton.example/baton' });
    await agent.post('/baton/api/nothing').set('origin', 'https://baton.example').expect(404);
    await agent.delete('/baton/api/session').set('origin', 'https://evil.example').expect(403);
  });
});
