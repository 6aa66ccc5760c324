import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from './baton-process.js';
import { type TestServer, testServer } from './server.js';

let server: TestServer;
let asset: string;
beforeAll(async () => {
  await compile();
  server = await testServer({ now: new Date('2026-03-02T09:00:00Z') });
  [asset = ''] = (await readdir('dist/dashboard/assets').catch(() => [])).filter((name) => name.endsWith('.js'));
});
afterAll(() => server.close());

/** Of every answer, whatever it is. */
const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
};

const KINDS: [name: string, path: () => string, status: number][] = [
  ['a page', () => '/', 200],
  ['a page further in', () => '/kpi/churn/handoff', 200],
  ['a script', () => `/assets/${asset}`, 200],
  ['an asset that is not there', () => '/assets/none.js', 404],
  ['an answer of the API', () => '/api/kpi', 200],
  ['an answer without a session', () => '/api/session', 401],
  ['wrong input', () => '/api/kpi?interval=day', 400],
  ['an unknown path', () => '/api/nothing', 404],
  ['an export', () => '/api/handoff/export?format=csv', 200],
  ['a sign-in link', () => '/sign-in?token=wrong', 401],
  ['health', () => '/healthz', 200],
];

describe.each(KINDS)('%s', (name, path, status) => {
  const ask = () => (status === 401 ? server.stranger : server.agent).get(path()).set('accept', '*/*');

  it('comes with the headers of every answer, and without what would help others', async () => {
    const { headers } = await ask().set('origin', 'https://evil.example').expect(status);
    expect(headers).toMatchObject(EVERYWHERE);
    for (const absent of ['server', 'x-powered-by', 'access-control-allow-origin', 'access-control-allow-credentials']) {
      expect(headers).not.toHaveProperty(absent);
    }
  });

  it('runs no script that is not a file of ours, and stands in no frame', async () => {
    const policy = String((await ask()).headers['content-security-policy']);
    const script = /script-src ([^;]*)/.exec(policy)?.[1] ?? /default-src ([^;]*)/.exec(policy)?.[1];
    expect(["'self'", "'none'"]).toContain(script);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('is kept by no cache unless it is a file', async () => {
    const { headers } = await ask();
    const files = ['a script', 'an asset that is not there'];
    if (!files.includes(name) && name !== 'health') expect(headers['cache-control']).toBe('no-store');
    if (name === 'a script') expect(headers['cache-control']).toContain('immutable');
  });
});

it('another site is told nothing of what it may ask', async () => {
  const preflight = {
    origin: 'https://evil.example',
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'x-baton-token',
  };
  const { headers } = await server.agent.options('/api/definition').set(preflight).expect(405);
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
});

it('where TLS is, browsers are told to stay with it', async () => {
  const secure = await testServer({ now: new Date('2026-03-02T09:00:00Z'), publicUrl: 'https://baton.example' });
  for (const path of ['/', '/api/session', '/healthz', '/api/nothing', '/assets/none.js']) {
    const { headers } = await secure.stranger.get(path);
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  }
  await secure.close();
  expect((await server.stranger.get('/')).headers).not.toHaveProperty('strict-transport-security');
});

it('no answer of any route may be kept by anything in between', async () => {
  const { paths }: { paths: Record<string, object> } = JSON.parse(await readFile('server/openapi.json', 'utf8'));
  const kept: string[] = [];
  for (const [path, operations] of Object.entries(paths)) {
    if (!path.startsWith('/api') || !('get' in operations)) continue;
    for (const who of [server.agent, server.stranger]) {
      const { headers } = await who.get(path.replaceAll(/[{][^}]+[}]/g, '00000000-0000-4000-8000-000000000000'));
      if (headers['cache-control'] !== 'no-store') kept.push(path);
    }
  }
  expect(kept).toEqual([]);
  expect(Object.keys(paths).length).toBeGreaterThan(60);
});

it.each(['/assets/', '/assets', '/assets/.', '/assets/%2e%2e/', '/api/', '/.git/', '/server/'])('%s lists no files', async (path) => {
  const { text } = await server.agent.get(path).set('accept', '*/*');
  expect(text).not.toContain(asset);
  expect(text).not.toMatch(/index of|<li>|[.]ts\b|package[.]json/i);
  expect(asset).not.toBe('');
});
