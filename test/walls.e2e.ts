import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from './server.js';

const NOW = new Date('2026-03-02T09:00:00Z');
const PAIR = '\\ud83d\\ude00';

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ now: NOW });
});
afterAll(() => server.close());

const problemOf = (status: number) => ({ type: 'about:blank', status });

function post(body: string | Buffer, type = 'application/json') {
  return server.agent.post('/api/repeat/try').set('content-type', type).send(body);
}

describe('the token of a session', () => {
  const change = () => server.agent.post('/api/repeat/try').send({ rules: {}, messages: 1 });

  it('comes with every answer, and lets a change pass', async () => {
    const { headers } = await server.agent.get('/api/session').expect(200);
    expect(headers['x-baton-token']).toMatch(/^[\w-]{43}$/);
    await change()
      .set('x-baton-token', headers['x-baton-token'] ?? '')
      .expect(200);
  });

  it.each([
    ['none', ''],
    ['a wrong one', 'x'],
    ['one of the right length', 'A'.repeat(43)],
  ])('%s refuses a change, and says the right one', async (_, token) => {
    const answer = await change().set('x-baton-token', token).expect(403);
    expect(answer.body.detail).toContain('X-Baton-Token');
    expect(answer.headers['x-baton-token']).toMatch(/^[\w-]{43}$/);
  });

  it('of another session refuses a change', async () => {
    const other = await testServer({ now: NOW });
    const { headers } = await other.agent.get('/api/session').expect(200);
    await other.close();
    await change()
      .set('x-baton-token', headers['x-baton-token'] ?? '')
      .expect(403);
  });

  it('is not asked of a stranger, who is told to sign in', async () => {
    await server.stranger.post('/api/repeat/try').send({}).expect(401);
  });
});

describe('a request', () => {
  it.each([
    ['longer than 8,000 characters', `/api/kpi?by=${'x'.repeat(8_000)}`, 414],
    ['that is no UTF-8', '/api/kpi/%ff', 400],
    ['that ends in half an escape', '/api/kpi/%e', 400],
    ['whose query is no UTF-8', '/api/kpi?by=%c3%28', 400],
    ['of half a character', '/api/kpi?by=%ed%a0%80', 400],
    ['with U+0000', '/api/kpi/a%00b', 400],
    ['with U+0000 in its query', '/api/kpi?by=a%00', 400],
    ['whose period ends before it begins', '/api/kpi?from=2026-02-01&to=2026-01-01', 400],
    ['with a parameter twice', '/api/kpi?interval=week&interval=month', 400],
    ['with an unknown parameter', '/api/kpi?intervall=week', 400],
    ['with __proto__ as a parameter', '/api/kpi?__proto__=x', 400],
    ['with a parameter where there are none', '/api/session?x=1', 400],
  ])('%s is refused', async (_, path, status) => {
    const answer = await server.agent
      .get(path)
      .expect(status)
      .expect('content-type', /application\/problem\+json/);
    expect(answer.body).toMatchObject(problemOf(status));
  });

  it('with more than 100 headers is refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`x-${n}`, '1']));
    expect((await server.agent.get('/api/session').set(many).expect(431)).body).toMatchObject(problemOf(431));
  });

  it('that misspells a parameter is told what is known', async () => {
    const { body } = await server.agent.get('/api/kpi?intervall=week').expect(400);
    expect(body.errors).toEqual([{ field: 'intervall', detail: expect.stringContaining('interval, compare') }]);
  });
});

describe('a method', () => {
  it.each([
    ['trace', '/api/session', 'GET, HEAD, DELETE'],
    ['options', '/api/kpi', 'GET, HEAD'],
    ['propfind', '/api/kpi', 'GET, HEAD'],
    ['delete', '/api/kpi', 'GET, HEAD'],
    ['put', '/sign-in', 'GET, HEAD'],
    ['post', '/healthz', 'GET, HEAD'],
    ['trace', '/', 'GET, HEAD, POST, PUT, PATCH, DELETE'],
  ] as const)('%s of %s is not known, and it is said which are', async (method, path, known) => {
    const answer = await server.agent[method](path).expect(405);
    expect(answer.headers.allow?.split(', ')).toEqual(expect.arrayContaining(known.split(', ')));
    expect(answer.body).toMatchObject(problemOf(405));
  });
});

describe('a body', () => {
  const nested = (depth: number) => '{"rules":'.concat('['.repeat(depth), ']'.repeat(depth), '}');

  it.each<[string, string | Buffer, number]>([
    ['nested 41 levels deep', nested(40), 400],
    ['nested 10,000 levels deep', nested(10_000), 400],
    ['of a million parts', `{"rules":[${'1,'.repeat(99_000)}1]}`, 400],
    ['that ends too early', '{"rules":', 400],
    ['that is no object', '"rules"', 400],
    ['of U+0000', '{"rules":{"a":"\\u0000"}}', 400],
    ['with half a character', '{"rules":{"a":"\\ud83d"}}', 400],
    ['with the other half', '{"rules":{"a":"\\ude00\\ud83d"}}', 400],
    ['of bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22]), 400],
    ['with an unknown key', '{"rules":{},"messages":1,"workspaceId":"x"}', 400],
    ['larger than there is room', `{"rules":{"a":"${'x'.repeat(200_000)}"}}`, 413],
  ])('%s is refused', async (_, body, status) => {
    const answer = await post(body)
      .expect(status)
      .expect('content-type', /application\/problem\+json/);
    expect(answer.body).toMatchObject(problemOf(status));
  });

  it.each([
    ['text/plain'],
    ['application/xml'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/json; charset=utf-16'],
    ['application/jsonp'],
  ])('of type %s is refused', async (type) => {
    expect((await post('{}', type).expect(415)).body).toMatchObject(problemOf(415));
  });

  it('that is packed is refused', async () => {
    const answer = await server.agent
      .post('/api/repeat/try')
      .set({ 'content-type': 'application/json', 'content-encoding': 'gzip' })
      .send('{}');
    expect(answer.status).toBe(415);
  });

  it('with __proto__ changes nothing', async () => {
    await post('{"rules":{},"messages":1,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
    expect('polluted' in {}).toBe(false);
  });

  it('with whole characters beyond the first 65,536, and escapes of escapes, is read', async () => {
    const { body } = await post(`{"rules":{},"messages":1,"x":"${PAIR} \\\\u0000 \\\\ud800"}`).expect(400);
    expect(body.detail).toContain('"x"');
  });

  it('of an import is text', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    await server.agent.put(`/api/import/${id}/file/a.csv`).set('content-type', 'application/json').send('{}').expect(415);
    await server.agent.put(`/api/import/${id}/file/a.csv`).set('content-type', 'text/csv; charset=utf-8').send('a').expect(404);
  });

  it('that is wrong in many places is told of few', async () => {
    const rules = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`r${n}`, n]));
    const { body, text } = await server.agent.post('/api/repeat/try').send({ rules, messages: 'x' }).expect(400);
    expect(body.errors.length).toBeLessThanOrEqual(20);
    expect(text.length).toBeLessThan(20_000);
  });
});

it('says nothing of the server, its files or its database in any refusal', async () => {
  const refused = await Promise.all([
    server.agent.get('/api/kpi/%ff'),
    server.agent.get('/assets/../../package.json'),
    server.agent.get('/.env'),
    server.agent.get('/api/handoff/nothing'),
    post('{"'),
  ]);
  for (const { text, headers } of refused) {
    expect(text).not.toMatch(/node_modules|\/work\/|\n\s+at |select |typeorm|postgres/i);
    expect(headers).not.toHaveProperty('server');
    expect(headers).not.toHaveProperty('x-powered-by');
  }
});
