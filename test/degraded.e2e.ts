import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HubspotStandIn, startHubspotStandIn } from '../etl/sandbox/hubspot-stand-in.js';
import { sampleCompany } from '../etl/sandbox/sample-company.js';
import { runSync } from '../etl/sync/run.js';
import { type TestServer, testServer } from './server.js';

const NOW = new Date('2026-03-02T09:00:00Z');
const HOUR = 3_600_000;
/** What the dashboard reads of a past that is over. */
const PAST = 'from=2025-06-01&to=2025-12-01&asOf=2026-03-02T08:00:00Z';
const NUMBERS = [`/api/kpi?${PAST}`, `/api/kpi/churn-90d?${PAST}`, `/api/kpi/time-to-kickoff/handoff?${PAST}`, `/api/process?${PAST}`];

let server: TestServer;
let hubspot: HubspotStandIn;
let now = NOW;

const sync = (trigger: 'first' | 'schedule') =>
  runSync(server.db, {
    ...{ workspaceId: server.workspace.id, sourceId: 'hubspot', trigger, secretKey: Buffer.alloc(32, 1), now: () => now },
  });
const read = async (path: string) => (await server.agent.get(path).expect(200)).body;
/** How old the numbers say that they are. */
const age = async () => {
  const { dataAsOf, ageMinutes } = (await read('/api/kpi')).scope;
  return { dataAsOf, ageMinutes };
};
/** Without the age, which is the only thing that may differ. */
const numbers = async () => JSON.stringify(await Promise.all(NUMBERS.map(read))).replaceAll(/"(dataAsOf|ageMinutes|asOf)":[^,}]*/g, '');

beforeAll(async () => {
  hubspot = await startHubspotStandIn(sampleCompany({ until: NOW, wonDeals: 40 }), {
    ...{ now: () => now, perTenSeconds: 10_000, searchesPerSecond: 1_000 },
  });
  server = await testServer({ now: () => now });
  const wanted = { kind: 'hubspot', settings: { baseUrl: hubspot.url }, credentials: hubspot.credentials, schedule: '*/30 * * * *' };
  await server.agent.post('/api/source').send(wanted).expect(201);
  expect(await sync('first')).toMatchObject({ outcome: 'succeeded' });
});
afterAll(() => server.close());

describe('with every source down', () => {
  let before: string;
  let fresh: { dataAsOf: string; ageMinutes: number };

  beforeAll(async () => {
    before = await numbers();
    fresh = await age();
    await hubspot.close();
    now = new Date(NOW.getTime() + 30 * HOUR);
    expect(await sync('schedule')).toMatchObject({ outcome: 'failed' });
  });

  it('the same numbers are told, from what is kept', async () => {
    expect(before.length).toBeGreaterThan(2_000);
    expect(await numbers()).toBe(before);
  });

  it('and how old they are, which is no younger for having asked', async () => {
    expect(fresh.dataAsOf).not.toBeNull();
    expect(await age()).toEqual({ dataAsOf: fresh.dataAsOf, ageMinutes: fresh.ageMinutes + 30 * 60 });
  });

  it('the source says what is wrong and since when', async () => {
    const { sources, state } = await read('/api/source');
    expect(['late', 'error', 'action needed']).toContain(state);
    expect(sources).toMatchObject([{ id: 'hubspot', readThroughAt: fresh.dataAsOf, words: expect.stringMatching(/./) }]);
  });

  it('everything that the dashboard reads is answered, and the server is ready', async () => {
    const { paths }: { paths: Record<string, { get?: { parameters?: { in: string; required?: boolean }[] } }> } = JSON.parse(
      await readFile('server/openapi.json', 'utf8'),
    );
    const reads = Object.entries(paths).filter(
      ([path, { get }]) => path.startsWith('/api') && get && !get.parameters?.some((one) => one.required),
    );
    for (const [path] of reads) expect([200, 404, 409], path).toContain((await server.agent.get(path)).status);
    expect(reads.length).toBeGreaterThan(20);
    await server.stranger.get('/readyz').expect(200);
  });
});
