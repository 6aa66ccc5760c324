import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HubspotStandIn, startHubspotStandIn } from '../etl/sandbox/hubspot-stand-in.js';
import { sampleCompany } from '../etl/sandbox/sample-company.js';
import { takeLease } from '../etl/sync/lease.js';
import { SOURCE_KINDS } from '../etl/sync/open-source.js';
import { runSync } from '../etl/sync/run.js';
import { RunInProgress } from '../etl/sync/run-in-progress.js';
import { Source } from '../etl/warehouse/index.js';
import { type TestServer, testServer } from './server.js';

const NOW = new Date('2026-03-02T09:00:00Z');
const key = Buffer.alloc(32, 1);

let server: TestServer;
let hubspot: HubspotStandIn;
beforeAll(async () => {
  hubspot = await startHubspotStandIn(sampleCompany({ until: NOW, wonDeals: 20 }), {
    now: () => NOW,
    perTenSeconds: 10_000,
    searchesPerSecond: 1_000,
  });
  server = await testServer({ now: NOW });
});
afterAll(async () => {
  await server.close();
  await hubspot.close();
});

const wanted = (given: object = {}) => ({
  ...{ kind: 'hubspot', name: 'Our CRM', settings: { baseUrl: hubspot.url }, credentials: hubspot.credentials, schedule: '0 * * * *' },
  ...given,
});
const connect = (given: object = {}) => server.agent.post('/api/source').send(wanted(given));
const rows = () => server.db.getRepository(Source).find();

describe('kinds of sources', () => {
  it('say what each must be told, and which are handed over', async () => {
    const { body } = await server.agent.get('/api/source/kind').expect(200);
    expect(body.kinds.map(({ kind }: { kind: string }) => kind)).toEqual(SOURCE_KINDS.map(({ kind }) => kind));
    const [first] = body.kinds;
    expect(first).toMatchObject({ kind: 'hubspot', name: 'HubSpot', byHand: false, credentials: { type: 'object', required: ['token'] } });
    expect(first.settings.properties.mapping.properties).toHaveProperty('arr');
  });
});

describe('a connection', () => {
  it.each([
    ['whose credentials are wrong', { credentials: { token: 'hunter2-hunter2' } }, 422, /401|token/i],
    ['whose credentials are missing', { credentials: {} }, 422, /credentials are not complete: token/],
    ['whose address does not answer', { settings: { baseUrl: 'http://127.0.0.1:1' } }, 422, /cannot be reached/],
    ['of an unknown kind', { kind: 'abacus' }, 400, /there is no "abacus"/],
    ['of what is handed over', { kind: 'csv' }, 409, /handed over/],
    ['with a broken schedule', { schedule: 'each morning' }, 400, /cron/],
    ['with a name of signs', { name: '!!!' }, 400, /name/],
    ['with a field nobody knows', { workspaceId: 'other' }, 400, /workspaceId/],
  ])('%s is refused with the reason and nothing is kept', async (_, given, status, words) => {
    const { body } = await connect(given).expect(status);
    expect(body.detail).toMatch(words);
    expect(JSON.stringify(body)).not.toContain('hunter2');
    expect(await rows()).toEqual([]);
  });

  it('that answers is kept with its secrets sealed, and never shows them', async () => {
    const { body } = await connect().expect(201);
    expect(body).toEqual({
      ...{
        id: 'our-crm',
        kind: 'hubspot',
        name: 'Our CRM',
        settings: { baseUrl: hubspot.url },
        schedule: '0 * * * *',
        hasCredentials: true,
        webhookUrl: `http://localhost/api/webhook/${server.workspace.id}/our-crm`,
      },
    });
    const [row] = await rows();
    expect(row).toMatchObject({ periodMinutes: 120, pausedReason: null });
    expect(row?.credentials?.includes(hubspot.credentials.token)).toBe(false);
    for (const path of ['/api/source', '/api/source/our-crm/settings']) {
      expect((await server.agent.get(path)).text).not.toContain(hubspot.credentials.token);
    }
  });

  it('of a name that is taken is refused', async () => {
    await connect({ name: 'our crm!' }).expect(409);
  });

  it('can be tested again at any time', async () => {
    await server.agent.post('/api/source/our-crm/test').expect(200, { ok: true });
    hubspot.fail(() => ({ kind: 'answer', status: 403, body: { message: 'This app has not been granted crm.objects.deals.read' } }));
    const { body } = await server.agent.post('/api/source/our-crm/test').expect(422);
    hubspot.fail(null);
    expect(body.detail).toContain('crm.objects.deals.read');
  });

  it('is changed without telling the secret again, and only when the tool still answers', async () => {
    const change = (body: object) => server.agent.put('/api/source/our-crm/settings').send(body);
    await change({ credentials: { token: 'wrong' } }).expect(422);
    await change({ settings: { baseUrl: hubspot.url, mapping: {} } }).expect(400);
    const { body } = await change({ name: 'The CRM', schedule: null, settings: { baseUrl: hubspot.url, portalId: '42' } }).expect(200);
    expect(body).toMatchObject({ id: 'our-crm', name: 'The CRM', schedule: null, settings: { portalId: '42' }, hasCredentials: true });
    await server.agent.post('/api/source/our-crm/test').expect(200);
  });
});

describe('a source', () => {
  it('that is not being read cannot be cancelled, one that is stops', async () => {
    await server.agent.post('/api/source/our-crm/cancel').expect(409);
    const stop = { workspaceId: server.workspace.id, sourceId: 'our-crm', trigger: 'hand' as const, secretKey: key, now: () => NOW };
    let cancelled: Promise<unknown> | null = null;
    const run = runSync(server.db, {
      ...stop,
      onProgress: () => {
        cancelled ??= server.agent.post('/api/source/our-crm/cancel').expect(202).then();
      },
    });
    expect(await run).toMatchObject({ outcome: 'cancelled', error: expect.stringContaining('cancelled') });
    await cancelled;
  });

  it('that is being read is not forgotten', async () => {
    const lease = await takeLease(server.db, { workspaceId: server.workspace.id, sourceId: 'our-crm', trigger: 'hand', at: NOW });
    const { body } = await server.agent.delete('/api/source/our-crm').expect(409);
    expect(body.detail).toContain('/cancel');
    await expect(takeLease(server.db, { workspaceId: server.workspace.id, sourceId: 'our-crm', trigger: 'hand', at: NOW })).rejects.toThrow(
      RunInProgress,
    );
    await lease.end({ at: NOW, outcome: 'succeeded', errorKind: null, error: null });
  });

  it('is forgotten with everything that was read from it', async () => {
    const run = { workspaceId: server.workspace.id, sourceId: 'our-crm', trigger: 'hand' as const, secretKey: key, now: () => NOW };
    expect(await runSync(server.db, run)).toMatchObject({ outcome: 'succeeded' });
    const { body } = await server.agent.delete('/api/source/our-crm').expect(200);
    expect(body).toMatchObject({ records: expect.any(Number), changedHandoffs: expect.any(Number) });
    expect(body.records).toBeGreaterThan(100);
    expect(body.changedHandoffs).toBeGreaterThan(10);
    const tables = await server.db.query<{ name: string }[]>(
      `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'source_id'`,
    );
    expect(tables.length).toBeGreaterThan(15);
    // A handoff that is gone stays as a mark, so that what counts in memory hears of it.
    const marked = { handoff: 'where removed_at is null' };
    for (const { name } of tables) {
      const where = marked[name as 'handoff'] ?? '';
      expect(await server.db.query(`select 1 from ${name} ${where} limit 1`), name).toEqual([]);
    }
    expect(await server.db.query(`select 1 from account limit 1`)).toEqual([]);
    await server.agent.get('/api/source/our-crm/settings').expect(404);
  });
});

describe('the sample company', () => {
  it('takes no tool of yours, and leads to a workspace that does', async () => {
    const sample = await testServer({ now: NOW, workspace: { sample: true, name: 'Sample' } });
    const { body } = await sample.agent.post('/api/source').send(wanted()).expect(409);
    expect(body.detail).toContain('/api/session/own');
    const own = { name: 'Acme', timeZone: 'Europe/Berlin', currency: 'EUR' };
    await sample.agent
      .post('/api/session/own')
      .send({ ...own, timeZone: 'Berlin' })
      .expect(400);
    const opened = await sample.agent.post('/api/session/own').send(own).expect(200);
    expect(opened.body.workspace).toMatchObject({ ...own, sample: false });
    await sample.agent.post('/api/source').send(wanted()).expect(201);
    await sample.agent.post('/api/session/own').send(own).expect(409);
    await sample.close();
  });
});
