import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BatonProcess, baton, compile, folder } from './baton-process.js';
import { cable } from './cable.js';
import { testDatabase } from './database.js';

beforeAll(compile);

interface Started {
  server: BatonProcess;
  at: string;
  cookie: string;
}

async function started(env: Record<string, string> = {}): Promise<Started> {
  const { url } = await testDatabase();
  const server = baton([], { BATON_DATA_DIR: await folder(), DATABASE_URL: url, BATON_SAMPLE: 'off', ...env });
  const link = await server.says(/http:\S+sign-in[?]token=\S+/);
  const answer = await fetch(link, { redirect: 'manual' });
  return { server, at: new URL(link).origin, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

/** Asks again and again on one kept connection until it is told that an answer was the last of it; answers how each request ended. */
async function askOn({ at, cookie }: Started, agent: Agent): Promise<string[]> {
  const ends: string[] = [];
  for (;;) {
    try {
      const { statusCode, headers, body } = await request(`${at}/api/session`, { dispatcher: agent, headers: { cookie } });
      await body.text();
      ends.push(String(statusCode));
      if (headers.connection === 'close') return ends;
    } catch (error) {
      return [...ends, String(error)];
    }
  }
}

it('on SIGTERM says that it is not ready, fails no request of 20 kept connections under way, and ends with 0', async () => {
  const baton = await started();
  const agents = Array.from({ length: 20 }, () => new Agent({ connections: 1, pipelining: 1 }));
  const asking = agents.map((agent) => askOn(baton, agent));
  await wait(500);
  baton.server.signal('SIGTERM');
  await wait(200);
  const ready = await fetch(`${baton.at}/readyz`);
  expect([ready.status, (await fetch(`${baton.at}/healthz`)).status]).toEqual([503, 200]);
  const ends = (await Promise.all(asking)).flat();
  expect(new Set(ends)).toEqual(new Set(['200']));
  expect(ends.length).toBeGreaterThanOrEqual(20);
  expect(await baton.server.exit).toBe(0);
}, 60_000);

it('is not ready while Postgres is away and ready again when it is back, alive all the while', async () => {
  const { url } = await testDatabase();
  const line = await cable(url);
  const { server, at } = await started({ DATABASE_URL: line.url });
  const ready = async () => (await fetch(`${at}/readyz`)).status;
  /** Seconds until it is so, in words. */
  const becomes = async (status: number) => {
    const before = performance.now();
    while ((await ready()) !== status) await wait(50);
    return ((performance.now() - before) / 1000).toFixed(1);
  };
  expect(await ready()).toBe(200);
  line.hold();
  const after = await becomes(503);
  expect((await fetch(`${at}/healthz`)).status).toBe(200);
  line.release();
  console.log(`readiness: no after ${after} s without Postgres, yes after ${await becomes(200)} s with it`);
  server.signal('SIGTERM');
  expect(await server.exit).toBe(0);
}, 60_000);

describe('metrics', () => {
  it('are on a port of their own, and on the main one only for those who bring the token', async () => {
    const token = 'a-token-for-the-test';
    const { at, cookie, server } = await started({ BATON_METRICS_TOKEN: token, BATON_METRICS_PORT: '0' });
    await fetch(`${at}/api/kpi`, { headers: { cookie } });
    await fetch(`${at}/api/handoff/planted-canary`, { headers: { cookie } });
    await fetch(`${at}/planted-canary`);
    const metrics = (authorization: string) => fetch(`${at}/metrics`, { headers: { authorization } });
    expect((await metrics('')).status).toBe(404);
    expect((await metrics('Bearer a-token-for-the-tess')).status).toBe(404);
    const text = await (await metrics(`Bearer ${token}`)).text();
    expect(text).toContain('baton_request_duration_seconds_count{method="GET",route="/api/kpi",status="200"} 1');
    expect(text).toContain('baton_counted_answers_total{how="counted"} 1');
    expect(text).toContain('baton_pool_connections{pool="requests",state="total"}');
    expect(text).toMatch(/baton_sessions 1\n/);
    expect(text).toMatch(/baton_build_info\{version="\d+[.]\d+[.]\d+",node="v/);
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
    expect(text).not.toContain('planted-canary');
    expect(server.printed()).not.toContain(token);
  });

  it('are not there where nobody asked for them', async () => {
    const { at } = await started();
    expect((await fetch(`${at}/metrics`)).status).toBe(404);
  });
});

it('logs each request with its id, route, status and who, and no path, and a failure under the id of its problem', async () => {
  const { at, cookie, server } = await started({ BATON_LOG: 'json' });
  const answer = await fetch(`${at}/api/handoff/planted-canary?token=planted-canary`, {
    headers: { cookie, 'x-request-id': 'forged-by-a-stranger' },
  });
  const { requestId } = (await answer.json()) as { requestId: string };
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  const own = (await fetch(`${at}/api/session`, { headers: { cookie } })).headers.get('x-request-id');
  await server.says(new RegExp(`"requestId":"${own}"`));
  const lines = (server.printed().match(/^\{.*\}$/gm) ?? []).map((text) => JSON.parse(text));
  const of = (id: string | null) => lines.find((one) => one.requestId === id);
  expect(of(requestId)).toMatchObject({ method: 'GET', route: '/api/handoff/:id', status: answer.status, ms: expect.any(Number) });
  expect(of(own)).toMatchObject({ route: '/api/session', status: 200, by: 'link', login: null, workspaceId: expect.any(String) });
  expect(server.printed()).not.toContain('planted-canary');
});

it('ends, and says why with its cause, when a promise is rejected that nobody waits for', async () => {
  const { server } = await started({ NODE_OPTIONS: `--import=file://${resolve('test/crash-server.mjs')}` });
  server.signal('SIGUSR2');
  expect(await server.exit).toBe(1);
  expect(server.printed()).toMatch(/"level":"fatal".*nobody waited.*planted for the test.*unhandled rejection/);
});
