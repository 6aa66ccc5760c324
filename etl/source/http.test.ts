import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { collectMemory } from '../../test/collect-memory.js';
import { type ConnectionOptions, connection } from './http.js';
import { pace } from './pace.js';

const wire = z.object({ ok: z.boolean() });

/** Time passes only by sleeping. */
function sleepless() {
  const waits: number[] = [];
  const clock = {
    at: Date.parse('2026-03-01T12:00:00Z'),
    waits,
    now: () => clock.at,
    sleep: async (milliseconds: number, signal: AbortSignal) => {
      signal.throwIfAborted();
      waits.push(milliseconds);
      clock.at += milliseconds;
    },
  };
  return clock;
}

async function vendor(listener: RequestListener, options: Partial<ConnectionOptions> = {}) {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clock = sleepless();
  const api = connection({
    name: 'Vendor',
    baseUrl,
    authorize: async () => ({ authorization: 'Bearer very-secret' }),
    clock,
    random: () => 1,
    ...options,
  });
  const unlimited = pace({ count: 1_000, windowMilliseconds: 1, clock });
  const ask = (signal = new AbortController().signal) => api.ask(wire, { path: '/thing', pace: unlimited, signal });
  return { ask, clock };
}

/** Answers the first requests wrongly, then well. */
function failing(times: number, wrong: RequestListener): RequestListener {
  let count = 0;
  return (request, response) => {
    count += 1;
    if (count <= times) wrong(request, response);
    else response.setHeader('content-type', 'application/json').end('{"ok":true}');
  };
}

const status =
  (code: number, headers: Record<string, string> = {}, body = '{"message":"no"}'): RequestListener =>
  (_, response) =>
    response.writeHead(code, headers).end(body);

test.each([429, 500, 502, 503, 504])('a %i is tried again with growing, jittered waits', async (code) => {
  const { ask, clock } = await vendor(failing(3, status(code)));
  expect(await ask()).toEqual({ ok: true });
  expect(clock.waits).toEqual([500, 1000, 2000]);
});

test.each([
  ['whole seconds', '7', 7_100],
  ['a decimal', '1.5', 1_600],
  ['an HTTP date', 'Sun, 01 Mar 2026 12:00:20 GMT', 20_100],
])('Retry-After is honoured as %s', async (_, header, wait) => {
  const { ask, clock } = await vendor(failing(1, status(429, { 'retry-after': header })));
  await ask();
  expect(clock.waits).toEqual([wait]);
});

test('an absurd Retry-After ends the request instead of the worker', async () => {
  const { ask, clock } = await vendor(failing(1, status(429, { 'retry-after': '1000000000' })));
  await expect(ask()).rejects.toMatchObject({ kind: 'rate', status: 429 });
  expect(clock.waits).toEqual([]);
});

test('all waits together are bounded', async () => {
  const { ask, clock } = await vendor(status(503, { 'retry-after': '110' }));
  await expect(ask()).rejects.toMatchObject({ kind: 'vendor', status: 503 });
  expect(clock.waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(300_000);
});

test('a connection that is reset is tried again, and named when it stays so', async () => {
  const reset: RequestListener = (request) => request.socket.resetAndDestroy();
  const { ask } = await vendor(failing(2, reset));
  expect(await ask()).toEqual({ ok: true });
  const dead = await vendor(reset);
  await expect(dead.ask()).rejects.toMatchObject({ kind: 'network', message: expect.stringContaining('Vendor cannot be reached') });
});

test('a body cut in the middle is asked for again', async () => {
  const cut: RequestListener = (_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('{"ok":', () => response.destroy());
  };
  expect(await (await vendor(failing(1, cut))).ask()).toEqual({ ok: true });
});

test('JSON that ends too early is asked for again', async () => {
  expect(await (await vendor(failing(1, status(200, {}, '{"ok":tr')))).ask()).toEqual({ ok: true });
});

test('a web page is called a web page', async () => {
  const { ask } = await vendor(status(200, { 'content-type': 'text/html' }, '<!DOCTYPE html><html>Log in</html>'));
  await expect(ask()).rejects.toMatchObject({ kind: 'vendor', message: expect.stringContaining('a web page instead of JSON') });
});

test.each([
  [401, 'credentials'],
  [403, 'scope'],
  [404, 'vendor'],
  [400, 'vendor'],
])('a %i is a fault of kind %s and is not tried again', async (code, kind) => {
  const { ask, clock } = await vendor(status(code));
  await expect(ask()).rejects.toMatchObject({ kind, status: code });
  expect(clock.waits).toEqual([]);
});

test('a refused identity is renewed once', async () => {
  let renewed = 0;
  const renew = () => {
    renewed += 1;
  };
  expect(await (await vendor(failing(1, status(401)), { renew })).ask()).toEqual({ ok: true });
  expect(renewed).toBe(1);
  await expect((await vendor(status(401), { renew })).ask()).rejects.toMatchObject({ kind: 'credentials' });
  expect(renewed).toBe(2);
});

test('a secret that the vendor repeats does not reach the message', async () => {
  const { ask } = await vendor(status(403, {}, '{"message":"Bearer very-secret may not\\nread"}'));
  await expect(ask()).rejects.toThrow('Vendor answered 403 to /thing: [secret] may not read. Grant the missing permission.');
});

test('a redirect to another host is refused, one to the same host is followed', async () => {
  const away = await vendor(status(302, { location: 'http://192.0.2.1/thing' }));
  await expect(away.ask()).rejects.toMatchObject({ kind: 'vendor', message: expect.stringContaining('redirects to http://192.0.2.1') });
  const moved = await vendor(failing(1, status(307, { location: '/other' })));
  expect(await moved.ask()).toEqual({ ok: true });
  const circle = await vendor(status(302, { location: '/thing' }));
  await expect(circle.ask()).rejects.toThrow('in a circle');
});

test('an answer larger than the cap is not read, packed or not', async () => {
  const limits = { bytes: 1_000 };
  const large = JSON.stringify({ ok: true, filler: 'x'.repeat(5_000) });
  await expect((await vendor(status(200, {}, large), { limits })).ask()).rejects.toThrow('is larger than');
  const bomb: RequestListener = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(large));
  await expect((await vendor(bomb, { limits })).ask()).rejects.toThrow('is larger than');
  expect(await (await vendor(bomb)).ask()).toMatchObject({ ok: true });
});

test('an answer that never begins, or drips, is given up, also when memory is collected meanwhile', async () => {
  const silent = await vendor(() => {}, { limits: { headersMilliseconds: 30 } });
  await expect(silent.ask()).rejects.toMatchObject({ kind: 'network' });
  const dripping: RequestListener = (_, response) => {
    response.writeHead(200);
    const drip = setInterval(() => {
      collectMemory();
      response.write(' ');
    }, 10);
    response.on('close', () => clearInterval(drip));
  };
  const slow = await vendor(dripping, { limits: { totalMilliseconds: 60 } });
  await expect(slow.ask()).rejects.toMatchObject({ kind: 'network' });
});

test('an answer of another shape names the field', async () => {
  await expect((await vendor(status(200, {}, '{"ok":"yes"}'))).ask()).rejects.toMatchObject({
    kind: 'schema',
    message: expect.stringContaining('/thing not as documented: ok:'),
  });
});

test('a stop is obeyed between tries', async () => {
  const stop = new AbortController();
  const { ask, clock } = await vendor(status(500));
  clock.sleep = async () => stop.abort(new Error('told to stop'));
  await expect(ask(stop.signal)).rejects.toThrow('told to stop');
});
