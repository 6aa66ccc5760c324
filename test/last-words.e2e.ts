import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cookieOf, tokenOf } from './agent.js';
import { type TestServer, testServer } from './server.js';

const PIECE = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536, 'x'), Buffer.from('\r\n')]);
const PIECES = 480;

let server: TestServer;
let dataDirectory: string;
let port: number;

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'baton-last-words-'));
  const walls = { upload: { bytes: 1_000_000, lines: 1_000 }, bodyMilliseconds: 3_000 };
  server = await testServer({ now: new Date('2026-03-02T09:00:00Z'), dataDirectory, walls });
  await server.app.listen(0, '127.0.0.1');
  port = (server.app.getHttpServer().address() as AddressInfo).port;
});
afterAll(async () => {
  await server.close();
  await rm(dataDirectory, { recursive: true, force: true });
});

/** A file of no told length is on its way; nothing of the answer is read yet. */
async function sending(): Promise<Socket> {
  const { id } = (await server.agent.post('/api/import').expect(201)).body;
  const cookie = cookieOf(server.agent);
  const headers = { host: 'localhost', cookie, ...tokenOf(server.app, cookie), 'content-type': 'text/csv', 'transfer-encoding': 'chunked' };
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`PUT /api/import/${id}/file/deals.csv HTTP/1.1\r\n${lines.join('')}\r\n`);
  return socket;
}

it('who sends a file that is too large to its end, and listens only then, is told so', { timeout: 60_000 }, async () => {
  const socket = await sending();
  for (let n = 0; n < PIECES; n++) if (!socket.write(PIECE)) await once(socket, 'drain');
  socket.write('0\r\n\r\n');
  let said = '';
  for await (const piece of socket) said += piece;
  expect(said).toMatch(/^HTTP\/1\.1 413 /);
  expect(said).toContain('deals.csv is larger than 1 MB');
});

it('who never ends is told so, and then cut off', { timeout: 60_000 }, async () => {
  const socket = await sending();
  let said = '';
  socket.on('data', (piece) => {
    said += piece;
  });
  const cut = new Promise<void>((resolve) => {
    socket.once('error', () => resolve());
    socket.once('close', () => resolve());
  });
  const drip = setInterval(() => socket.write(PIECE), 20);
  await cut;
  clearInterval(drip);
  expect(said).toContain('deals.csv is larger than 1 MB');
});
