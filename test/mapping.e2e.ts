import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HubspotStandIn, startHubspotStandIn } from '../etl/sandbox/hubspot-stand-in.js';
import { sampleCompany } from '../etl/sandbox/sample-company.js';
import { takeLease } from '../etl/sync/lease.js';
import { runSync } from '../etl/sync/run.js';
import { SourceSchedule } from '../server/source/schedule.js';
import { type TestServer, testServer } from './server.js';

const NOW = new Date('2026-03-02T09:00:00Z');

let server: TestServer;
let hubspot: HubspotStandIn;
beforeAll(async () => {
  const limits = { perTenSeconds: 10_000, searchesPerSecond: 1_000 };
  hubspot = await startHubspotStandIn(sampleCompany({ until: NOW, wonDeals: 30 }), { now: () => NOW, ...limits });
  server = await testServer({ now: NOW });
  const wanted = { kind: 'hubspot', settings: { baseUrl: hubspot.url }, credentials: hubspot.credentials, schedule: null };
  await server.agent.post('/api/source').send(wanted).expect(201);
  const run = {
    workspaceId: server.workspace.id,
    sourceId: 'hubspot',
    trigger: 'first' as const,
    secretKey: Buffer.alloc(32, 1),
    now: () => NOW,
  };
  expect(await runSync(server.db, run)).toMatchObject({ outcome: 'succeeded' });
});
afterAll(async () => {
  await server.close();
  await hubspot.close();
});

const path = '/api/source/hubspot/mapping';
const read = async () => (await server.agent.get(path).expect(200)).body;
const LINE = { dealDimensions: { line: 'product_line' } };

/** Dimensions that any handoff has. */
const dimensions = async (): Promise<string[]> => {
  const rows = await server.db.query(
    `select distinct jsonb_object_keys(dimensions) as name from handoff where removed_at is null order by 1`,
  );
  return rows.map(({ name }: { name: string }) => name);
};

const applied = async () => {
  for (let tries = 0; tries < 200; tries++) {
    const { versions } = await read();
    if (versions[0]?.appliedAt) return versions[0].version;
    await setTimeout(50);
  }
  throw new Error('the mapping was never applied');
};

describe('a mapping', () => {
  it('is read with its defaults, its schema and the fields that were seen', async () => {
    const { mapping, schema, versions, streams } = await read();
    expect(mapping.dealDimensions).toEqual({ product: 'product_line', 'lead-source': 'lead_source' });
    expect(schema.properties.arr).toMatchObject({ type: 'string' });
    expect(versions).toMatchObject([{ version: 1, mapping: {} }]);
    const deals = streams.find(({ stream }: { stream: string }) => stream === 'hubspot.deals');
    const seen = Object.fromEntries(deals.fields.map(({ field, samples }: { field: string; samples: string[] }) => [field, samples]));
    expect(seen['properties.product_line'].length).toBeGreaterThan(0);
  });

  it('is tried on real records before anything changes, and no vendor is asked', async () => {
    const asked = new Map(hubspot.requests);
    const { body } = await server.agent.post(`${path}/preview`).send({ mapping: LINE }).expect(200);
    const deals = body.streams.find(({ stream }: { stream: string }) => stream === 'hubspot.deals');
    expect(deals).toMatchObject({ rejectedCount: 0 });
    expect(deals.changedCount).toBe(deals.recordCount);
    const [{ before, after }] = deals.records;
    const ofDeal = (facts: { table: string; row: { dimensions: object } }[]) => facts.find(({ table }) => table === 'deal')?.row.dimensions;
    expect(Object.keys(ofDeal(before) ?? {})).toContain('product');
    expect(Object.keys(ofDeal(after) ?? {})).not.toContain('product');
    expect(await dimensions()).toContain('product');
    expect(hubspot.requests).toEqual(asked);
  });

  it('that could read no record says how many and why', async () => {
    const { body } = await server.agent
      .post(`${path}/preview`)
      .send({ mapping: { dealMoments: { dealname: 'first-value' } } })
      .expect(200);
    const deals = body.streams.find(({ stream }: { stream: string }) => stream === 'hubspot.deals');
    expect(deals.rejectedCount).toBe(deals.recordCount);
    expect(deals.reasons[0].reason).toContain('is not a date');
  });

  it.each([
    ['with a field nobody knows', { dealDimension: {} }, 'dealDimension'],
    ['of the wrong kind', { arr: 7 }, 'mapping.arr'],
    ['to what cannot happen', { dealMoments: { closedate: 'party' } }, 'mapping.dealMoments.closedate'],
  ])('%s is refused, naming it', async (_, mapping, words) => {
    for (const ask of [server.agent.post(`${path}/preview`), server.agent.put(path)]) {
      const { body } = await ask.send({ mapping }).expect(400);
      expect(body.detail).toContain(words);
    }
    expect((await read()).versions).toHaveLength(1);
  });

  it('that is kept is the next version, and derives anew from stored records', async () => {
    const asked = new Map(hubspot.requests);
    const { body } = await server.agent.put(path).send({ mapping: LINE }).expect(202);
    expect(body).toEqual({ version: 2, applied: false });
    expect(await applied()).toBe(2);
    expect(await dimensions()).toContain('line');
    expect(await dimensions()).not.toContain('product');
    expect(hubspot.requests).toEqual(asked);
    expect((await read()).versions.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
  });

  it('that could not be applied at once is applied by the schedule', async () => {
    const lease = await takeLease(server.db, { workspaceId: server.workspace.id, sourceId: 'hubspot', trigger: 'hand', at: NOW });
    await server.agent.put(path).send({ mapping: {} }).expect(202);
    await setTimeout(200);
    expect((await read()).versions[0]).toMatchObject({ version: 3, appliedAt: null });
    await lease.end({ at: NOW, outcome: 'succeeded', errorKind: null, error: null });
    expect(await server.app.get(SourceSchedule).beginDue({ sample: false })).toEqual(['hubspot']);
    expect(await applied()).toBe(3);
    expect(await dimensions()).toContain('product');
  });
});
