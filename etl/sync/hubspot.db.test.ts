import { expect, onTestFinished, test } from 'vitest';
import { addWorkspace, connectSource, testKey } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import { change } from '../sandbox/company/change.js';
import { type HubspotOptions, startHubspotStandIn } from '../sandbox/hubspot-stand-in.js';
import { sampleCompany } from '../sandbox/sample-company.js';
import { openSource } from './open-source.js';
import type { RunOutcome } from './run.js';
import { runSync } from './run.js';
import { tableHashes } from './table-hash.js';

const until = new Date('2026-06-01T00:00:00Z');
const HOUR = 3_600_000;

async function connected({ wonDeals = 60, settings = {}, standing = {} as HubspotOptions } = {}) {
  const { db } = await testDatabase();
  const company = sampleCompany({ until, wonDeals });
  const standIn = await startHubspotStandIn(company, {
    now: () => new Date(until.getTime() + 10 * HOUR),
    perTenSeconds: 10_000,
    searchesPerSecond: 1_000,
    ...standing,
  });
  onTestFinished(() => standIn.close());
  const workspaceId = await addWorkspace(db, { createdAt: until });
  await connectSource(db, {
    workspaceId,
    id: 'crm',
    kind: 'hubspot',
    settings: { baseUrl: standIn.url, portalId: company.portalId, ...settings },
    credentials: standIn.credentials,
    createdAt: until,
  });
  const sync = (at: Date): Promise<RunOutcome> =>
    runSync(db, { workspaceId, sourceId: 'crm', trigger: 'hand', secretKey: testKey, now: () => at });
  return { db, company, standIn, workspaceId, sync };
}

const total = ({ streams }: RunOutcome, count: 'readCount' | 'writtenCount' | 'rejectedCount') =>
  streams.reduce((sum, stream) => sum + stream[count], 0);

test('the first sync brings every record, and the second changes nothing', async () => {
  const { db, company, workspaceId, sync } = await connected();
  const first = await sync(until);
  expect(first).toMatchObject({ outcome: 'succeeded', error: null });
  const [{ count }] = await db.query(`select count(*)::int as count from record where workspace_id = $1`, [workspaceId]);
  expect(count).toBe(company.owners.length + 2 + company.companies.length + company.deals.length + company.tasks.length);
  const hashes = await tableHashes(db, workspaceId);
  const second = await sync(new Date(until.getTime() + HOUR));
  expect(total(second, 'writtenCount')).toBe(0);
  expect(await tableHashes(db, workspaceId)).toEqual(hashes);
});

test('only what changed is written', async () => {
  const { company, sync } = await connected();
  await sync(until);
  const at = new Date(until.getTime() + HOUR);
  const changed = change(company, 0.05, at).filter(({ kind }) => ['company', 'deal', 'task'].includes(kind));
  expect(changed.length).toBeGreaterThan(5);
  const next = await sync(new Date(at.getTime() + HOUR));
  expect(total(next, 'writtenCount')).toBe(changed.length);
});

test('contacts, tickets, answers and meetings are read where the account has them', async () => {
  const { db, company, workspaceId, sync } = await connected({ standing: { account: 'whole' } });
  expect(await sync(until)).toMatchObject({ outcome: 'succeeded', error: null });
  const count = async (sql: string) => (await db.query<[{ count: number }]>(sql, [workspaceId]))[0].count;
  const customers = company.users.filter(({ role, organizationId }) => role === 'end-user' && organizationId !== null);
  expect(await count(`select count(*)::int from person where workspace_id = $1 and external_id like 'contact:%'`)).toBe(customers.length);
  expect(await count(`select count(*)::int from ticket where workspace_id = $1`)).toBe(company.tickets.length);
  const answers = company.ratings.filter(({ score }) => score !== 'offered');
  expect(await count(`select count(*)::int from survey_response where workspace_id = $1`)).toBe(answers.length);
  expect(await count(`select count(*)::int from survey_response where workspace_id = $1 and kind = 'nps' and satisfied is not null`)).toBe(
    0,
  );
  const solved = await count(`select count(*)::int from ticket where workspace_id = $1 and status = 'Closed' and solved_at is null`);
  expect(solved).toBe(0);
  expect(await count(`select count(*)::int from event where workspace_id = $1 and kind = 'kickoff-held'`)).toBeGreaterThan(10);
  const hashes = await tableHashes(db, workspaceId);
  expect(total(await sync(new Date(until.getTime() + HOUR)), 'writtenCount')).toBe(0);
  expect(await tableHashes(db, workspaceId)).toEqual(hashes);
  const [customer] = customers;
  if (!customer) throw new Error('the sample has no customers');
  customer.email = 'new.address@customer.example';
  customer.changedAt = until.getTime() + HOUR;
  company.revision += 1;
  expect(total(await sync(new Date(until.getTime() + 2 * HOUR)), 'writtenCount')).toBe(1);
  expect(await count(`select count(*)::int from person where workspace_id = $1 and email = 'new.address@customer.example'`)).toBe(1);
});

test('what the token may not read is left out until it is wanted, and a scope taken away later is a failure', async () => {
  const forbidden = ['feedback_submissions', 'line_items'];
  const { db, workspaceId, sync } = await connected({ wonDeals: 10, standing: { account: 'whole', forbidden } });
  expect(await sync(until)).toMatchObject({ outcome: 'succeeded', error: null });
  forbidden.push('tickets');
  const next = await sync(new Date(until.getTime() + HOUR));
  expect(next).toMatchObject({ outcome: 'partial', error: expect.stringContaining('403') });
  const faults = next.streams.filter(({ error }) => error).map(({ stream }) => stream);
  expect(faults).toEqual(['hubspot.tickets']);
  await db.query(`update source set settings = settings || '{"feedback":"required"}' where workspace_id = $1`, [workspaceId]);
  forbidden.pop();
  expect(await sync(new Date(until.getTime() + 2 * HOUR))).toMatchObject({
    outcome: 'partial',
    error: expect.stringContaining('feedback'),
  });
});

test('a list of properties too long for one address is read in parts and joined', async () => {
  const long = Array.from({ length: 700 }, (_, n) => `a_property_with_a_rather_long_name_${n}`);
  const companyDimensions = { segment: 'segment', ...Object.fromEntries(long.map((name) => [name, name])), region: 'region' };
  const { db, company, workspaceId, sync } = await connected({ wonDeals: 15, settings: { mapping: { companyDimensions } } });
  expect(await sync(until)).toMatchObject({ outcome: 'succeeded', error: null });
  const rows = await db.query<{ dimensions: object }[]>(
    `select dimensions from account_link where workspace_id = $1 and merged_into is null order by external_id`,
    [workspaceId],
  );
  const standing = company.companies.toSorted((a, b) => Number(a.id) - Number(b.id));
  expect(rows.map(({ dimensions }) => dimensions)).toEqual(standing.map(({ segment, region }) => ({ segment, region })));
});

test('named records come as they stand, archived or gone, and test() names what the token lacks', async () => {
  const company = sampleCompany({ until, wonDeals: 20 });
  const standIn = await startHubspotStandIn(company, { now: () => until, perTenSeconds: 10_000, forbidden: ['tasks', 'tickets'] });
  onTestFinished(() => standIn.close());
  const settings = { baseUrl: standIn.url, tickets: 'required' };
  const context = { now: () => until, keepCredentials: async () => {} };
  const source = openSource({ id: 'crm', kind: 'hubspot', settings }, standIn.credentials, context);
  const signal = new AbortController().signal;
  const [first, second] = company.deals.filter(({ archivedAt }) => archivedAt === null);
  if (!first || !second) throw new Error('the sample has no deals');
  second.archivedAt = until.getTime();
  company.revision += 1;
  const deals = source.streams.find(({ name }) => name === 'hubspot.deals');
  const pages = [];
  for await (const page of deals?.named?.([first.id, second.id, '999'], signal) ?? []) pages.push(page);
  const read = pages.flatMap(({ records }) => records.map((record) => deals?.read(record)));
  expect(read.map((one) => [one?.externalId, one?.deletedAt])).toEqual([
    [first.id, null],
    [second.id, until],
  ]);
  expect(pages[0]).toMatchObject({ position: null, gone: [{ externalId: '999', at: null }] });
  expect(read[0]?.rows[0]?.rows[0]).toMatchObject({ accountExternalId: first.companyId });
  await expect(source.test(signal)).rejects.toThrow('the token lacks crm.objects.contacts.read, tickets. Add it');
});
