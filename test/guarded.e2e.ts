import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from './server.js';

const document: { paths: Record<string, Record<string, unknown>> } = JSON.parse(await readFile('server/openapi.json', 'utf8'));
const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;
const routes = Object.entries(document.paths).flatMap(([path, operations]) =>
  METHODS.filter((method) => method in operations).map((method) => ({ method, path: path.replaceAll(/[{][^}]+[}]/g, 'x') })),
);

/** Where one comes in, or brings a token of a link that is not known yet. */
const DOORS = new Set([
  ...['get /api/sign-in', 'post /api/session', 'post /api/session/second-factor', 'post /api/password-reset/read'],
  ...['post /api/password-reset/use', 'post /api/invitation/read', 'post /api/invitation/accept'],
]);
const closed = routes.filter(({ method, path }) => !DOORS.has(`${method} ${path}`));

let server: TestServer;

beforeAll(async () => {
  server = await testServer({ now: new Date('2026-03-02T09:00:00Z') });
});
afterAll(() => server.close());

it('the document names the routes', () => {
  expect(routes.map(({ path }) => path)).toEqual(expect.arrayContaining(['/api/session', '/api/source', '/api/kpi']));
});

it('has no route that the document does not name', () => {
  const { stack } = server.app.getHttpAdapter().getInstance().router;
  const served = stack.flatMap(({ route }) => (route ? [route.path] : [])).filter((path) => path.startsWith('/api'));
  const named = new Set(Object.keys(document.paths).map((path) => path.replaceAll(/[{]([^}]+)[}]/g, ':$1')));
  expect(served.length).toBeGreaterThan(0);
  expect(served.filter((path) => !named.has(path))).toEqual([]);
});

describe.each(closed)('$method $path', ({ method, path }) => {
  it('is closed to a stranger', async () => {
    const answer = await server.stranger[method](path);
    expect(answer.status).toBe(401);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('is closed to a made-up session', async () => {
    await server.stranger[method](path).set('cookie', 'baton=s%3Aforged.c2lnbmF0dXJl').expect(401);
  });
});

it('the doors are those that are named', () => {
  expect(closed.length + DOORS.size).toBe(routes.length);
});

describe.each(routes.filter(({ method }) => method !== 'get'))('$method $path', ({ method, path }) => {
  it('is closed to another site', async () => {
    await server.agent[method](path).set('origin', 'https://evil.example').expect(403);
  });
});
