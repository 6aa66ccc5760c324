import { expect, onTestFinished, test } from 'vitest';
import { addWorkspace, connectSource, testKey } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import { type HubspotOptions, startHubspotStandIn } from '../sandbox/hubspot-stand-in.js';
import { sampleCompany } from '../sandbox/sample-company.js';
import type { Fault, Request } from '../sandbox/stand-in/fault.js';
import { type RunOptions, runSync } from './run.js';
import { RunInProgress } from './run-in-progress.js';
import { tableHashes } from './table-hash.js';

const until = new Date('2026-06-01T00:00:00Z');
const HOUR = 3_600_000;
const hoursLater = (hours: number) => new Date(until.getTime() + hours * HOUR);

async function connected({ wonDeals = 20, token = '', limits = {} as HubspotOptions } = {}) {
  const { db } = await testDatabase();
  const company = sampleCompany({ until, wonDeals });
  const standIn = await startHubspotStandIn(company, {
    now: () => hoursLater(10),
    perTenSeconds: 10_000,
    searchesPerSecond: 1_000,
    ...limits,
  });
  onTestFinished(() => standIn.close());
  const workspaceId = await addWorkspace(db, { createdAt: until });
  const settings = { baseUrl: standIn.url, portalId: company.portalId };
  const credentials = { token: token || standIn.credentials.token };
  await connectSource(db, { workspaceId, id: 'crm', kind: 'hubspot', settings, credentials, createdAt: until });
  const sync = (more: Partial<RunOptions> = {}) =>
    runSync(db, { workspaceId, sourceId: 'crm', trigger: 'hand', secretKey: testKey, now: () => until, ...more });
  const rows = (sql: string) => db.query<Record<string, unknown>[]>(sql, [workspaceId]);
  return { db, company, standIn, workspaceId, sync, rows };
}

/** Goes wrong for the first requests of a path, then well. */
const wrongly = (times: number, path: string, fault: Fault) => {
  let count = 0;
  return (request: Request) => (request.path.includes(path) && ++count <= times ? fault : null);
};

test('a web page instead of one stream leaves the others whole and says which', async () => {
  const { standIn, sync, rows } = await connected();
  standIn.fail(wrongly(1_000, 'objects/2026-09/companies', { kind: 'answer', status: 200, body: '<!doctype html><html></html>' }));
  const run = await sync();
  expect(run).toMatchObject({ outcome: 'partial', error: expect.stringContaining('a web page instead of JSON') });
  expect(run.streams.filter(({ error }) => error).map(({ stream }) => stream)).toEqual(['hubspot.companies']);
  expect(await rows(`select stream from cursor where workspace_id = $1 and complete_at is null`)).toEqual([]);
  expect(await rows(`select stream from cursor where workspace_id = $1 and stream = 'hubspot.companies'`)).toEqual([]);
  standIn.fail(null);
  expect(await sync()).toMatchObject({ outcome: 'succeeded', error: null });
  expect(await rows(`select count(*)::int > 0 as some from account_link where workspace_id = $1`)).toEqual([{ some: true }]);
});

test('a wrong token fails the run at its first question, pauses the source and never shows itself', async () => {
  const { standIn, sync, rows } = await connected({ token: 'pat-eu1-wrong-and-secret' });
  const run = await sync();
  expect(run).toMatchObject({ outcome: 'failed', error: expect.stringContaining('401') });
  expect([...standIn.requests.values()].reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await rows(`select paused_reason from source where workspace_id = $1`)).toEqual([{ paused_reason: run.error }]);
  expect(await rows(`select outcome, error_kind from sync_run where workspace_id = $1`)).toEqual([
    { outcome: 'failed', error_kind: 'credentials' },
  ]);
  expect(run.error).not.toContain('wrong-and-secret');
});

test('a source that reads again is paused no more', async () => {
  const { db, standIn, workspaceId, sync, rows } = await connected();
  standIn.fail(wrongly(1, '/owners', { kind: 'answer', status: 403, body: { message: 'owners.read is missing' } }));
  expect(await sync()).toMatchObject({ outcome: 'partial', error: expect.stringContaining('owners.read is missing') });
  expect(await rows(`select paused_reason is null as open from source where workspace_id = $1`)).toEqual([{ open: false }]);
  await sync();
  expect(await rows(`select paused_reason is null as open from source where workspace_id = $1`)).toEqual([{ open: true }]);
  expect(Object.keys(await tableHashes(db, workspaceId))).toContain('handoff');
});

test.each<[string, Fault]>([
  ['429 with a wait', { kind: 'answer', status: 429, headers: { 'retry-after': '0.2' }, body: { message: 'slow down' } }],
  ['502 with a web page', { kind: 'answer', status: 502, body: '<html>Bad gateway</html>' }],
  ['a reset connection', { kind: 'reset' }],
  ['an answer cut in the middle', { kind: 'truncate', afterBytes: 200 }],
])('%s is lived through without a wrong row', async (_, fault) => {
  const calm = await connected();
  await calm.sync();
  const rough = await connected();
  rough.standIn.fail(wrongly(2, '/objects', fault));
  expect(await rough.sync()).toMatchObject({ outcome: 'succeeded' });
  expect(await tableHashes(rough.db, rough.workspaceId)).toEqual(await tableHashes(calm.db, calm.workspaceId));
});

/** The most moments that lie in any window of this length. */
const busiest = (moments: number[], milliseconds: number) =>
  Math.max(...moments.map((from) => moments.filter((at) => at >= from && at < from + milliseconds).length));

test('the limits of the vendor are never exceeded', async () => {
  const { standIn, sync } = await connected({ limits: { perTenSeconds: 12, searchesPerSecond: 5 } });
  const asked: { at: number; search: boolean }[] = [];
  standIn.fail(({ path }) => {
    asked.push({ at: performance.now(), search: path.endsWith('/search') });
    return null;
  });
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
  expect(asked.length).toBeGreaterThan(12);
  expect(
    busiest(
      asked.map(({ at }) => at),
      10_000,
    ),
  ).toBeLessThanOrEqual(12);
  expect(
    busiest(
      asked.filter(({ search }) => search).map(({ at }) => at),
      1_000,
    ),
  ).toBeLessThanOrEqual(5);
});

test('a deal deleted in HubSpot is marked, and comes back when it is restored', async () => {
  const { company, sync, rows } = await connected();
  await sync();
  const deal = company.deals.find(({ archivedAt }) => archivedAt === null);
  if (!deal) throw new Error('the sample has no deal');
  const stands = () => rows(`select deleted_at is null as stands from deal where workspace_id = $1 and external_id = '${deal.id}'`);
  deal.archivedAt = deal.changedAt = hoursLater(1).getTime();
  company.revision += 1;
  await sync({ now: () => hoursLater(2) });
  expect(await stands()).toEqual([{ stands: false }]);
  Object.assign(deal, { archivedAt: null, changedAt: hoursLater(3).getTime() });
  company.revision += 1;
  await sync({ now: () => hoursLater(4) });
  expect(await stands()).toEqual([{ stands: true }]);
});

test('a merged company leads to the one it was merged into', async () => {
  const { company, sync, rows } = await connected({ wonDeals: 60 });
  await sync();
  const [{ winnerId, loserId } = { winnerId: '', loserId: '' }] = company.truth.planted.mergedCompanies;
  expect(await rows(`select merged_into from account_link where workspace_id = $1 and external_id = '${loserId}'`)).toEqual([
    { merged_into: winnerId },
  ]);
});

test('records that a wrong mapping rejected are read once the mapping is mended, without asking for them again', async () => {
  const { company, standIn, sync, rows } = await connected();
  const map = (mapping: object) =>
    rows(`update source set settings = settings || '${JSON.stringify({ mapping })}'::jsonb where workspace_id = $1`);
  await map({ dealMoments: { dealname: 'first-value' } });
  const run = await sync();
  expect(run.streams.find(({ stream }) => stream === 'hubspot.deals')).toMatchObject({
    rejectedCount: company.deals.length,
    writtenCount: 0,
  });
  expect(
    await rows(`select reason like '%dealname: % is not a date' as named from rejected_record where workspace_id = $1 limit 1`),
  ).toEqual([{ named: true }]);
  await map({});
  standIn.requests.clear();
  await sync({ now: () => hoursLater(1) });
  expect(await rows(`select count(*)::int as count from deal where workspace_id = $1 and merged_into is null`)).toEqual([
    { count: company.deals.length },
  ]);
  expect(await rows(`select 1 from rejected_record where workspace_id = $1 and resolved_at is null`)).toEqual([]);
  expect(standIn.requests.get('POST /crm/objects/2026-09/deals/batch/read') ?? 0).toBeLessThanOrEqual(1);
});

test('of two workers at once one reads and the other is told so', async () => {
  const { db, workspaceId, sync } = await connected();
  const both = await Promise.allSettled([sync(), sync()]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = both.find((one) => one.status === 'rejected');
  expect(refused?.reason).toBeInstanceOf(RunInProgress);
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
  expect(Object.values(await tableHashes(db, workspaceId)).some((hash) => hash.startsWith('0 '))).toBe(true);
});

test('a run that is told to stop ends at a page and the next one goes on', async () => {
  const calm = await connected({ wonDeals: 60 });
  await calm.sync();
  const { db, workspaceId, sync } = await connected({ wonDeals: 60 });
  const stop = new AbortController();
  const run = await sync({
    signal: stop.signal,
    onProgress: ({ stream, readCount }) => {
      if (stream === 'hubspot.tasks' && readCount > 0) stop.abort();
    },
  });
  expect(run).toMatchObject({ outcome: 'partial', error: expect.stringContaining('stopped before its end') });
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
  expect(await tableHashes(db, workspaceId)).toEqual(await tableHashes(calm.db, calm.workspaceId));
});
