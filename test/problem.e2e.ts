import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Cable, cable } from './cable.js';
import { type TestServer, testServer } from './server.js';

let server: TestServer;

beforeAll(async () => {
  server = await testServer({ now: new Date('2026-03-02T09:00:00Z') });
});
afterAll(() => server.close());

it('answers an unknown path of the API as a problem', async () => {
  const answer = await server.agent
    .get('/api/nothing/here')
    .expect(404)
    .expect('content-type', /application\/problem\+json/);
  expect(answer.body).toEqual({
    type: 'about:blank',
    title: 'Not Found',
    status: 404,
    detail: 'Cannot GET /api/nothing/here',
    instance: '/api/nothing/here',
    requestId: answer.headers['x-request-id'],
  });
});

it('answers wrong input with one sentence per field', async () => {
  const answer = await server.agent.get('/api/kpi?interval=day&from=yesterday').expect(400);
  expect(answer.body.errors.map((error: { field: string }) => error.field).sort()).toEqual(['from', 'interval']);
  for (const { detail } of answer.body.errors) expect(answer.body.detail).toContain(detail);
  for (const { field, detail } of answer.body.errors) expect(detail).toMatch(new RegExp(`^${field}: .*[.]$`));
});

it('answers a bug without a word of what it said', async () => {
  await server.db.query('alter table session rename to elsewhere');
  const answer = await server.agent.get('/api/session').expect(500);
  await server.db.query('alter table elsewhere rename to session');
  expect(answer.body.detail).toBe('Something went wrong in Baton; its log says what.');
  expect(JSON.stringify(answer.body)).not.toContain('relation');
});

it('answers a body that is no JSON as a problem', async () => {
  const answer = await server.agent.post('/api/session/own').set('content-type', 'application/json').send('{"a":').expect(400);
  expect(answer.body).toMatchObject({ status: 400, title: 'Bad Request' });
});

it('answers a body that is too large as a problem', async () => {
  const answer = await server.agent
    .post('/api/session/own')
    .send({ text: 'x'.repeat(300_000) })
    .expect(413);
  expect(answer.body).toMatchObject({ status: 413, title: 'Payload Too Large' });
});

it('keeps scripts of others out and answers out of caches', async () => {
  const { headers } = await server.agent.get('/api/session').expect(200);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['x-powered-by']).toBeUndefined();
});

it('says that the database is away, and is not ready', async () => {
  let line: Cable | undefined;
  const through = async (url: string) => {
    line = await cable(url);
    return line.url;
  };
  const other = await testServer({ now: new Date('2026-03-02T09:00:00Z'), through });
  await line?.cut();
  for (const path of ['/readyz', '/api/session']) {
    const answer = await other.agent.get(path).expect(503).expect('retry-after', '5');
    expect(answer.body.detail).toBe('The database does not answer. Try again in a moment.');
  }
  await other.stranger.get('/healthz').expect(200);
  await other.close();
});
