import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type RecordBatch, RecordBatchReader } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSignInToken } from '../server/access/sign-in/sign-in-link.js';
import { syntheticHandoffs } from './bench/kpi-handoffs.js';
import { type TestServer, testServer } from './server.js';

const NOW = new Date('2026-06-15T09:00:00Z');
const HANDOFFS = 50_000;
const MEGABYTE = 1024 * 1024;

let server: TestServer;
let cookie: string;
let port: number;
const sockets = new Set<Socket>();

beforeAll(async () => {
  server = await testServer({ now: NOW, seed: (db, { id }) => syntheticHandoffs(db, id, { count: HANDOFFS, until: NOW }) });
  await server.app.listen(0, '127.0.0.1');
  server.app.getHttpServer().on('connection', (socket: Socket) => sockets.add(socket));
  port = (server.app.getHttpServer().address() as AddressInfo).port;
  const token = await makeSignInToken(server.db, server.workspace.id, NOW);
  const opened = await fetch(`http://127.0.0.1:${port}/sign-in?token=${token}`, { redirect: 'manual' });
  cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
}, 300_000);
afterAll(() => server.close());

/** Begins to read an export of everything there is, or of what was won since. */
const begun = (format: string, from = '2020-01-01') =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const path = `/api/handoff/export?format=${format}&from=${from}`;
    get({ host: '127.0.0.1', port, path, headers: { cookie }, agent: false }, resolve).on('error', reject);
  });

const totalOf = async (from: string) => (await server.agent.get('/api/process').query({ from }).expect(200)).body.handoffs as number;

describe(`an export of ${HANDOFFS} handoffs`, () => {
  test('is read batch by batch as Arrow, every handoff once', async () => {
    const seen = new Set<string>();
    const sizes: number[] = [];
    const reader = await RecordBatchReader.from(await begun('arrow', '2025-06-01'));
    for await (const batch of reader as AsyncIterable<RecordBatch>) {
      sizes.push(batch.numRows);
      for (const id of batch.getChild('id') ?? []) seen.add(id);
    }
    expect(Math.max(...sizes)).toBeLessThanOrEqual(4096);
    expect(sizes.length).toBeGreaterThan(2);
    expect(seen.size).toBe(await totalOf('2025-06-01'));
    expect(seen.size).toBe(sizes.reduce((sum, size) => sum + size, 0));
  });

  test('waits for its reader: what is made ahead is a part and not the whole', async () => {
    const response = await begun('csv');
    response.once('readable', () => response.read(1));
    await wait(1500);
    const [last] = [...sockets].slice(-1);
    const ahead = (last?.bytesWritten ?? 0) + (last?.writableLength ?? 0);
    let [total, lines] = [0, 0];
    for await (const chunk of response as AsyncIterable<Buffer>) {
      total += chunk.length;
      for (const byte of chunk) if (byte === 10) lines++;
    }
    expect(lines).toBe(1 + (await totalOf('2020-01-01')));
    expect(total).toBeGreaterThan(15 * MEGABYTE);
    expect(ahead).toBeGreaterThan(0);
    expect(ahead).toBeLessThan(total / 3);
  }, 180_000);

  test('ends when its reader goes away, and leaves room for the next', async () => {
    for (let i = 0; i < 10; i++) {
      const response = await begun('csv', '2026-05-01');
      expect(response.statusCode).toBe(200);
      await new Promise((resolve) => response.once('data', resolve));
      response.destroy();
      await wait(50);
    }
    const { statusCode } = await begun('csv').then((response) => response.destroy());
    expect(statusCode).toBe(200);
  });
});
