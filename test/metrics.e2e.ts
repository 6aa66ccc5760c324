import { afterAll, beforeAll, expect, it } from 'vitest';
import { poolOf } from '../etl/warehouse/index.js';
import { Metrics } from '../server/http/metrics.js';
import { type TestServer, testServer } from './server.js';

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ now: new Date('2026-10-05T06:00:00Z') });
});
afterAll(() => server?.close());

it('count no connection as busy that they themselves ask with', async () => {
  const { registry } = server.app.get(Metrics);
  await expect.poll(() => busy(server)).toBe(0);
  const asking = registry.metrics();
  expect(busy(server), 'the others ask Postgres').toBeGreaterThan(0);
  const value = (state: string) =>
    Number(new RegExp(`^baton_pool_connections[{]pool="requests",state="${state}"[}] (\\d+)$`, 'm').exec(text)?.[1]);
  const text = await asking;
  expect(value('total')).toBeGreaterThan(0);
  expect(value('total') - value('idle') + value('waiting')).toBe(0);
});

function busy({ scoped }: TestServer): number {
  const { totalCount, idleCount, waitingCount } = poolOf(scoped);
  return totalCount - idleCount + waitingCount;
}
