import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { addWorkspace, connectSource, testKey } from '../../test/connected-source.js';
import { freshDatabase } from '../../test/database.js';
import { type HubspotStandIn, startHubspotStandIn } from '../sandbox/hubspot-stand-in.js';
import { sampleCompany } from '../sandbox/sample-company.js';
import { Source } from '../warehouse/index.js';
import { takeLease } from './lease.js';
import { type PreviewedFact, previewMapping } from './preview-mapping.js';
import { type Remapping, remap } from './remap.js';
import { runSync } from './run.js';
import { tableHashes } from './table-hash.js';

const until = new Date('2026-06-01T00:00:00Z');
const later = new Date('2026-06-02T00:00:00Z');

const company = sampleCompany({ until, wonDeals: 12 });
const MAPPING = {
  dealMoments: { first_value_at: 'onboarding-completed' },
  dealDimensions: { line: 'product_line' },
  taskKinds: [{ prefix: 'Kickoff', kind: 'welcome-sent', required: true }],
};

let standIn: HubspotStandIn;
/** Databases into which HubSpot was read once, with the usual mapping and with the other one. */
const read: Record<'usual' | 'other', string> = { usual: '', other: '' };
beforeAll(async () => {
  standIn = await startHubspotStandIn(company, { now: () => until, perTenSeconds: 10_000, searchesPerSecond: 1_000 });
  for (const [name, mapping] of [
    ['usual', {}],
    ['other', MAPPING],
  ] as const) {
    const { url, db } = await freshDatabase();
    const workspaceId = await addWorkspace(db, { createdAt: until });
    const settings = { baseUrl: standIn.url, portalId: company.portalId, mapping };
    await connectSource(db, { workspaceId, id: 'crm', kind: 'hubspot', settings, credentials: standIn.credentials, createdAt: until });
    const run = await runSync(db, { workspaceId, sourceId: 'crm', trigger: 'hand', secretKey: testKey, now: () => until });
    expect(run).toMatchObject({ outcome: 'succeeded' });
    await db.query(`delete from pending_change where workspace_id = $1`, [workspaceId]);
    await db.destroy();
    read[name] = new URL(url).pathname.slice(1);
  }
  return () => standIn.close();
});

async function readSource(name: keyof typeof read = 'usual') {
  const { db } = await freshDatabase(read[name]);
  onTestFinished(() => db.destroy());
  const [{ id: workspaceId }] = (await db.query(`select id from workspace`)) as [{ id: string }];
  const rows = (sql: string) => db.query<Record<string, unknown>[]>(sql, [workspaceId]);
  const base = { baseUrl: standIn.url, portalId: company.portalId };
  const map = (mapping: Record<string, unknown>, more: Partial<Remapping> = {}) =>
    remap(db, { workspaceId, sourceId: 'crm', secretKey: testKey, settings: { ...base, mapping }, now: () => later, ...more });
  return { db, workspaceId, base, rows, map };
}

/** Hashes of the tables of facts. */
async function facts({ db, workspaceId }: Awaited<ReturnType<typeof readSource>>) {
  const { record, handoff, handoff_event, ...rest } = await tableHashes(db, workspaceId);
  return rest;
}

const written = ({ streams }: Awaited<ReturnType<typeof remap>>) => streams.reduce((sum, { writtenCount }) => sum + writtenCount, 0);

test('the same mapping writes nothing', async () => {
  const { db, workspaceId, rows, map } = await readSource();
  const hashes = await tableHashes(db, workspaceId);
  const remapped = await map({});
  expect(written(remapped)).toBe(0);
  expect(remapped.streams.find(({ stream }) => stream === 'hubspot.deals')?.readCount).toBeGreaterThan(12);
  expect(await tableHashes(db, workspaceId)).toEqual(hashes);
  expect(await rows(`select 1 from pending_change where workspace_id = $1`)).toEqual([]);
});

test('stored records under a new mapping end as if the vendor had been read under it, and the vendor is not asked', async () => {
  const fresh = await readSource('other');
  const remapped = await readSource();
  const { rows } = remapped;
  const asked = new Map(standIn.requests);
  expect(await facts(remapped)).not.toEqual(await facts(fresh));
  await remapped.map(MAPPING);
  expect(standIn.requests).toEqual(asked);
  expect(await facts(remapped)).toEqual(await facts(fresh));
  expect(await rows(`select distinct read_at from record where workspace_id = $1`)).toEqual([{ read_at: until }]);
  const pending = `select distinct stream from pending_change where workspace_id = $1 order by 1`;
  expect(await rows(pending)).toEqual([{ stream: 'hubspot.deals' }, { stream: 'hubspot.tasks' }]);
  // A task is asked for by the same properties under both mappings, so that the next reading finds nothing new.
  const hashes = `select external_id, hash from record where workspace_id = $1 and stream = 'hubspot.tasks' order by 1`;
  expect(await rows(hashes)).toEqual(await fresh.rows(hashes));
});

test('cut short anywhere, the same call ends with the same rows', async () => {
  const mapping = { dealMoments: {}, companyDimensions: { place: 'region' }, briefSections: {} };
  const whole = await readSource();
  await whole.map(mapping);
  const cut = await readSource();
  const stop = new AbortController();
  const onProgress = ({ stream }: { stream: string }) => stream === 'hubspot.companies' && stop.abort();
  await expect(cut.map(mapping, { signal: stop.signal, onProgress })).rejects.toThrow();
  const [last] = await cut.rows(`select outcome from sync_run where workspace_id = $1 and trigger = 'mapping'`);
  expect(last).toEqual({ outcome: 'failed' });
  expect(await facts(cut)).not.toEqual(await facts(whole));
  await cut.map(mapping);
  expect(await facts(cut)).toEqual(await facts(whole));
});

test('a record that is gone stays gone under a new mapping', async () => {
  const { rows, map } = await readSource();
  await rows(`update record set deleted_at = '2026-05-01', hash = 'gone:' || hash where workspace_id = $1 and stream = 'hubspot.deals'`);
  await rows(`update deal set deleted_at = '2026-05-01' where workspace_id = $1`);
  await map({ dealDimensions: {} });
  expect(await rows(`select distinct deleted_at is null as standing, dimensions from deal where workspace_id = $1`)).toEqual([
    { standing: false, dimensions: {} },
  ]);
  const marks = `select distinct left(hash, 5) as mark, deleted_at is null as standing from record where workspace_id = $1 and stream = 'hubspot.deals'`;
  expect(await rows(marks)).toEqual([{ mark: 'gone:', standing: false }]);
});

test('what the stored payload is rejected for is set aside, keeps its facts, and is resolved when it passes', async () => {
  const { rows, map } = await readSource();
  const [{ id }] = (await rows(`select min(external_id) as id from record where workspace_id = $1 and stream = 'hubspot.deals'`)) as [
    { id: string },
  ];
  const broken = `update record set payload = payload || '{"createdAt": 7, "id": "${id}"}' where workspace_id = $1 and stream = 'hubspot.deals' and external_id = '${id}'`;
  await rows(broken);
  const deals = await rows(`select count(*) from deal where workspace_id = $1`);
  const first = await map({ dealDimensions: {} });
  expect(first.streams.map(({ rejectedCount }) => rejectedCount).reduce((a, b) => a + b)).toBe(1);
  const open = `select external_id, reason from rejected_record where workspace_id = $1 and resolved_at is null`;
  expect(await rows(open)).toEqual([{ external_id: id, reason: expect.stringContaining('createdAt') }]);
  expect(await rows(`select count(*) from deal where workspace_id = $1`)).toEqual(deals);
  await rows(broken.replace('"createdAt": 7', '"createdAt": "2026-01-01T00:00:00Z"'));
  await rows(`update rejected_record set payload = record.payload from record where record.workspace_id = $1
    and rejected_record.workspace_id = $1 and record.external_id = rejected_record.external_id and record.stream = rejected_record.stream`);
  await map({ dealDimensions: {} });
  expect(await rows(open)).toEqual([]);
});

test('a later payload that waits rejected is not resolved by the older one that stands', async () => {
  const { rows, map } = await readSource();
  await rows(`insert into rejected_record (workspace_id, source_id, stream, external_id, reason, payload, first_read_at, last_read_at)
    select workspace_id, source_id, stream, external_id, 'old reason', payload || '{"updatedAt": false}', read_at, read_at
    from record where workspace_id = $1 and stream = 'hubspot.deals' order by external_id limit 3`);
  const remapped = await map({ dealDimensions: {} });
  expect(remapped.streams.find(({ stream }) => stream === 'hubspot.deals')?.rejectedCount).toBe(3);
  const waiting = await rows(
    `select reason, payload -> 'updatedAt' as at from rejected_record where workspace_id = $1 and resolved_at is null`,
  );
  expect(waiting).toEqual(Array.from({ length: 3 }, () => ({ reason: expect.stringContaining('updatedAt'), at: false })));
  expect(await rows(`select 1 from deal where workspace_id = $1 and dimensions <> '{}'`)).toEqual([]);
});

test('a payload that never passed is read under the new mapping too', async () => {
  const { rows, map } = await readSource();
  await rows(`insert into rejected_record (workspace_id, source_id, stream, external_id, reason, payload, first_read_at, last_read_at)
    select workspace_id, source_id, stream, 'new-1', 'old reason', payload || '{"id": "new-1"}', read_at, read_at
    from record where workspace_id = $1 and stream = 'hubspot.deals' order by external_id limit 1`);
  await map({});
  expect(await rows(`select count(*)::int as count from deal where workspace_id = $1 and external_id = 'new-1'`)).toEqual([{ count: 1 }]);
  expect(await rows(`select 1 from rejected_record where workspace_id = $1 and resolved_at is null`)).toEqual([]);
});

test('a source that is being read is not mapped anew at the same time', async () => {
  const { db, workspaceId, map } = await readSource();
  const lease = await takeLease(db, { workspaceId, sourceId: 'crm', trigger: 'hand', at: until });
  await expect(map({})).rejects.toThrow('is being read already');
  await lease.end({ at: later, outcome: 'succeeded', errorKind: null, error: null });
  await expect(map({ arr: 7 })).rejects.toThrow('mapping.arr');
  await expect(map({})).resolves.toMatchObject({ streams: expect.any(Array) });
});

test('a preview shows the facts before and after on stored records, and writes nothing', async () => {
  const { db, workspaceId, base, rows } = await readSource();
  await rows(`update record set payload = payload || '{"createdAt": 7}' where workspace_id = $1 and stream = 'hubspot.tasks'`);
  const source = await db.getRepository(Source).findOneByOrFail({ workspaceId, id: 'crm' });
  const hashes = await tableHashes(db, workspaceId);
  const settings = { ...base, mapping: { dealDimensions: { line: 'product_line' } } };
  const streams = ['hubspot.deals', 'hubspot.tasks', 'hubspot.owners'];
  const previews = await previewMapping(db, { workspaceId, source, settings, secretKey: testKey, streams, limit: 5 });
  expect(previews.map(({ stream, records, changedCount, rejectedCount }) => [stream, records.length, changedCount, rejectedCount])).toEqual(
    [
      ['hubspot.owners', 5, 0, 0],
      ['hubspot.deals', 5, 5, 0],
      ['hubspot.tasks', 5, 0, 5],
    ],
  );
  const [deal] = previews.find(({ stream }) => stream === 'hubspot.deals')?.records ?? [];
  const dimensionsIn = (facts: PreviewedFact[] | null | undefined) =>
    Object.keys((facts?.find(({ table }) => table === 'deal')?.row.dimensions ?? {}) as object);
  expect(dimensionsIn(deal?.before)).toContain('product');
  expect(dimensionsIn(deal?.after)).toEqual(['line']);
  const reasons = previews.find(({ stream }) => stream === 'hubspot.tasks')?.reasons;
  expect(reasons).toEqual([{ reason: expect.stringContaining('createdAt'), count: 5 }]);
  expect(await tableHashes(db, workspaceId)).toEqual(hashes);
});
