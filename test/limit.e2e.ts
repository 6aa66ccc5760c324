import { createHmac } from 'node:crypto';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { makeSignInToken } from '../server/access/sign-in/sign-in-link.js';
import { agentOf, cookieOf, tokenOf } from './agent.js';
import { type TestServer, type TestServerOptions, testServer } from './server.js';
import { signInMember } from './sign-in-member.js';

const NOW = new Date('2026-03-02T09:00:00Z');
const URL = 'http://localhost';

let server: TestServer;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server.close();
});

async function limited(walls: TestServerOptions['walls']): Promise<TestServer> {
  server = await testServer({ now: NOW, walls });
  await server.app.listen(0, '127.0.0.1');
  return server;
}

interface Heard {
  socket: Socket;
  /** All that came back, once the server has closed the connection. */
  said: Promise<string>;
}

/** Sends the head of a request with a body of 100 bytes, and none of them. */
function begin(path: string, headers: Record<string, string> = {}): Heard {
  const { port } = server.app.getHttpServer().address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  let text = '';
  socket.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
  });
  socket.on('error', () => {});
  const head = Object.entries({ host: 'localhost', 'content-type': 'application/json', 'content-length': '100', ...headers });
  socket.write(`POST ${path} HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
  return { socket, said: new Promise((closed) => socket.once('close', () => closed(text))) };
}

const signedIn = () => ({ cookie: cookieOf(server.agent), ...tokenOf(server.app, cookieOf(server.agent)) });
const signature = () => ({
  'x-hubspot-signature-v3': createHmac('sha256', 'x').update('x').digest('base64'),
  'x-hubspot-request-timestamp': '1',
});

describe('a body that comes a byte at a time', () => {
  it.each<[string, () => string, () => Record<string, string>]>([
    ['a change', () => '/api/repeat/try', signedIn],
    ['a sign-in', () => '/api/session', () => ({ origin: URL })],
    ["a vendor's message", () => `/api/webhook/${server.workspace.id}/hubspot`, signature],
  ])('of %s is not waited for', async (_, path, headers) => {
    await limited({ bodyMilliseconds: 300 });
    const { socket, said } = begin(path(), headers());
    const drip = setInterval(() => socket.write('x'), 40);
    const text = await said;
    clearInterval(drip);
    expect(text).toMatch(/^HTTP\/1.1 408 /);
    expect(text).toContain('Content-Type: application/problem+json');
    expect(text).toMatch(/connection: close/i);
    expect(text.match(/HTTP\/1.1/g)).toHaveLength(1);
    await server.agent.get('/api/session').expect(200);
  });

  it('is read when it is whole in time', async () => {
    await limited({ bodyMilliseconds: 60_000 });
    const { socket, said } = begin('/api/repeat/try', { ...signedIn(), connection: 'close' });
    for (const piece of ['{"rules":{},', '"messages":1', '}', ' '.repeat(75)]) {
      await setTimeout(20);
      socket.write(piece);
    }
    expect(await said).toMatch(/^HTTP\/1.1 200 /);
  });
});

describe('more requests at once than there is room', () => {
  const status = async (path: string) => (await server.stranger.get(path)).status;

  /** Asks until it is answered so: what has gone takes a moment to be missed. */
  async function becomes(wanted: number): Promise<void> {
    for (let tries = 0; tries < 250; tries++) {
      if ((await status('/api/session')) === wanted) return;
      await setTimeout(20);
    }
    throw new Error(`/api/session never answered ${wanted}`);
  }

  it('are refused with a time to come back, while health is told, and answered again when there is room', async () => {
    await limited({ capacity: { inFlight: 2, lagMilliseconds: Number.POSITIVE_INFINITY } });
    const held = [begin('/api/repeat/try'), begin('/api/repeat/try')];
    await becomes(503);
    const { body, headers } = await server.agent
      .get('/api/kpi')
      .expect(503)
      .expect('content-type', /problem\+json/);
    expect(body).toMatchObject({ status: 503, detail: expect.stringContaining('Try again in a moment') });
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await server.stranger.post('/api/session').send({}).expect(503);
    expect(await status('/healthz')).toBe(200);
    expect(await status('/readyz')).toBe(200);
    for (const { socket } of held) socket.destroy();
    await becomes(401);
    await server.agent.get('/api/kpi').expect(200);
  });

  it('and a process that is late with everything refuses too, until it is not', async () => {
    await limited({ capacity: { inFlight: 1_000, lagMilliseconds: 250 } });
    await setTimeout(1_050);
    await becomes(401);
    const until = performance.now() + 2_500;
    while (performance.now() < until);
    await becomes(503);
    await becomes(401);
  });
});

describe('what is dear', () => {
  const MOST = 60;

  async function useUp(): Promise<void> {
    await limited({ dearCounted: true });
    for (let n = 0; n < MOST; n++) expect((await server.agent.get('/api/handoff/export?format=csv')).status).toBe(200);
  }

  it('is refused with the time to wait to who has had enough, in every session of theirs, and to nobody else', async () => {
    await useUp();
    const { body, headers } = await server.agent.get('/api/handoff/export?format=csv').expect(429);
    expect(body).toMatchObject({ status: 429, detail: expect.stringContaining('too many exports') });
    expect(Number(headers['retry-after'])).toBeGreaterThan(1);
    const again = agentOf(server.app);
    await again.get(`/sign-in?token=${await makeSignInToken(server.db, server.workspace.id, NOW)}`).expect(303);
    await again.get('/api/audit/export').expect(429);
    const { agent: other } = await signInMember(server, { role: 'admin' });
    await other.get('/api/handoff/export?format=csv').expect(200);
  });

  it('leaves other things alone, and is there again after its time', async () => {
    await useUp();
    await server.agent.get('/api/handoff/export?format=csv').expect(429);
    await server.agent.get('/api/kpi').expect(200);
    await server.db.query(`update throttle set expire = 0`);
    await server.agent.get('/api/handoff/export?format=csv').expect(200);
  });

  it('is counted for each token by itself', async () => {
    await limited({ dearCounted: true });
    const { agent } = await signInMember(server, { role: 'admin' });
    const bearer = async (name: string) => {
      const { body } = await agent
        .post('/api/token')
        .send({ name, scopes: ['export'], visibility: 'all', days: 1 })
        .expect(201);
      return { authorization: `Bearer ${body.secret}` };
    };
    const [one, two] = [await bearer('one'), await bearer('two')];
    for (let n = 0; n < MOST; n++) await server.stranger.get('/api/handoff/export?format=csv').set(one).expect(200);
    await server.stranger.get('/api/handoff/export?format=csv').set(one).expect(429);
    await server.stranger.get('/api/handoff/export?format=csv').set(two).expect(200);
  });
});
