import { createHmac } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HubspotStandIn, startHubspotStandIn } from '../etl/sandbox/hubspot-stand-in.js';
import { sampleCompany } from '../etl/sandbox/sample-company.js';
import { runSync } from '../etl/sync/run.js';
import { queuedIds } from '../etl/sync/webhook-queue.js';
import { Deal } from '../etl/warehouse/index.js';
import { type TestServer, testServer } from './server.js';

const NOW = new Date('2026-03-02T09:00:00Z');
const key = Buffer.alloc(32, 1);
const company = sampleCompany({ until: NOW, wonDeals: 20 });
const SECRET = 'the-secret-of-the-app';

let server: TestServer;
let hubspot: HubspotStandIn;
let now = NOW;
beforeAll(async () => {
  hubspot = await startHubspotStandIn(company, { now: () => now, perTenSeconds: 10_000, searchesPerSecond: 1_000 });
  server = await testServer({ now: () => now });
  const credentials = { ...hubspot.credentials, webhookSecret: SECRET };
  const wanted = { kind: 'hubspot', settings: { baseUrl: hubspot.url }, credentials, schedule: null };
  await server.agent.post('/api/source').send(wanted).expect(201);
  const run = { workspaceId: server.workspace.id, sourceId: 'hubspot', trigger: 'first' as const, secretKey: key, now: () => now };
  expect(await runSync(server.db, run)).toMatchObject({ outcome: 'succeeded' });
});
afterAll(async () => {
  await server.close();
  await hubspot.close();
});

const path = () => `/api/webhook/${server.workspace.id}/hubspot`;

interface Sent {
  body?: string;
  secret?: string;
  at?: number;
  path?: string;
  host?: string;
}

function send(sent: Sent = {}) {
  const { body = events('1'), secret = SECRET, at = now.getTime(), host = 'http://localhost' } = sent;
  const to = sent.path ?? path();
  const signature = createHmac('sha256', secret).update(`POST${host}${path()}${body}${at}`).digest('base64');
  return server.stranger
    .post(to)
    .set({ 'content-type': 'application/json', 'x-hubspot-signature-v3': signature, 'x-hubspot-request-timestamp': String(at) })
    .send(body);
}

const events = (...ids: string[]) =>
  JSON.stringify(
    ids.map((objectId, n) => ({ eventId: n, objectId: Number(objectId), subscriptionType: 'deal.propertyChange', occurredAt: 1 })),
  );

const queue = async () =>
  (await queuedIds(server.db, { workspaceId: server.workspace.id, sourceId: 'hubspot' })).ids.get('hubspot.deals') ?? [];

describe('a message', () => {
  it.each<[string, Sent]>([
    ['of another secret', { secret: 'guessed' }],
    ['that is too old', { at: NOW.getTime() - 300_001 }],
    ['from the future', { at: NOW.getTime() + 300_001 }],
    ['signed for another address', { host: 'https://elsewhere.example' }],
    ['to a source that is not there', { path: '/api/webhook/00000000-0000-4000-8000-000000000000/hubspot' }],
    ['to what is no workspace', { path: '/api/webhook/x/hubspot' }],
  ])('%s is not believed, and queues nothing', async (_, sent) => {
    const { body } = await send(sent).expect(401);
    expect(body.detail).toBe('This is not signed by a vendor that we know at this address.');
    expect(await queue()).toEqual([]);
  });

  it('without a signature, or with one byte changed, is not believed', async () => {
    await server.stranger.post(path()).send(events('1')).expect(401);
    const at = String(now.getTime());
    const signature = createHmac('sha256', SECRET)
      .update(`POSThttp://localhost${path()}${events('1')}${at}`)
      .digest('base64');
    const headers = { 'content-type': 'application/json', 'x-hubspot-signature-v3': signature, 'x-hubspot-request-timestamp': at };
    await server.stranger.post(path()).set(headers).send(events('2')).expect(401);
    expect(await queue()).toEqual([]);
  });

  it('that is larger than a megabyte is refused unread', async () => {
    await send({ body: `[${'1'.repeat(1_100_000)}]` }).expect(413);
  });

  it('that is signed and not understood is refused as such', async () => {
    await send({ body: '{"no":"list"}' }).expect(400);
    expect(await queue()).toEqual([]);
  });

  it('is taken once, however often and in whatever order it comes', async () => {
    const first = events('11', '12');
    const second = events('12', '13');
    for (const body of [second, first, first, second, first]) await send({ body }).expect(204);
    expect((await queue()).sort()).toEqual(['11', '12', '13']);
    const [{ count }] = await server.db.query('select count(*)::int as count from webhook_receipt');
    expect(count).toBe(2);
    await server.db.query('delete from webhook_change');
  });

  it('is taken beside many that name the same in another order', async () => {
    const ids = Array.from({ length: 80 }, (_, i) => String(5_000 + i));
    const backwards = [...ids].reverse();
    const sent = Array.from({ length: 30 }, (_, n) => send({ body: events(...(n % 2 ? ids : backwards), String(6_000 + n)) }).expect(204));
    await Promise.all(sent);
    expect((await queue()).length).toBe(ids.length + sent.length);
    await server.db.query('delete from webhook_change');
  });
});

describe('a deal that was named', () => {
  it('is read within seconds, without a whole sync, and moves no cursor', async () => {
    const deal = company.deals.find(({ archivedAt }) => archivedAt === null);
    if (!deal) throw new Error('the sample has no deal');
    const cursor = () => server.db.query('select stream, position, complete_at from cursor order by stream');
    const before = await cursor();
    now = new Date(NOW.getTime() + 60_000);
    Object.assign(deal, { name: 'Renamed by hand', changedAt: now.getTime() });
    company.revision += 1;
    await send({ body: events(deal.id) }).expect(204);
    const name = async () =>
      (await server.db.getRepository(Deal).findOneByOrFail({ workspaceId: server.workspace.id, externalId: deal.id })).name;
    for (let tries = 0; tries < 100 && (await name()) !== 'Renamed by hand'; tries++) await setTimeout(100);
    expect(await name()).toBe('Renamed by hand');
    const open = () => server.db.query(`select 1 from sync_run where ended_at is null`);
    for (let tries = 0; tries < 200 && (await open()).length > 0; tries++) await setTimeout(50);
    // One, or two where what the messages before it asked for came to its turn by itself.
    expect(await server.db.query(`select distinct outcome from sync_run where trigger = 'webhook'`)).toEqual([{ outcome: 'succeeded' }]);
    expect(await queue()).toEqual([]);
    expect(await cursor()).toEqual(before);
  });
});
