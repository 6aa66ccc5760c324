import type { DataSource } from 'typeorm';
import { expect, onTestFinished, test } from 'vitest';
import { addWorkspace, connectSource, testKey } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import { change } from '../sandbox/company/change.js';
import { startHubspotStandIn } from '../sandbox/hubspot-stand-in.js';
import { type SalesforceOptions, startSalesforceStandIn } from '../sandbox/salesforce-stand-in.js';
import { sampleCompany } from '../sandbox/sample-company.js';
import type { Fault } from '../sandbox/stand-in/fault.js';
import { type RunOutcome, runSync } from './run.js';
import { tableHashes } from './table-hash.js';

const until = new Date('2026-06-01T00:00:00Z');
const minutesLater = (minutes: number) => new Date(until.getTime() + minutes * 60_000);

interface Wanted {
  wonDeals?: number;
  options?: SalesforceOptions;
  settings?: Record<string, unknown>;
}

async function connected({ wonDeals = 15, options = {}, settings = {} }: Wanted = {}) {
  const { db } = await testDatabase();
  const company = sampleCompany({ until, wonDeals });
  const clock = { at: minutesLater(2) };
  const standIn = await startSalesforceStandIn(company, { now: () => clock.at, perDay: 1_000_000, ...options });
  onTestFinished(() => standIn.close());
  const workspaceId = await addWorkspace(db, { createdAt: until });
  /** Connects it (once more) and gives what reads it. */
  const reader = async (id: string, more: Record<string, unknown>, credentials: unknown = standIn.credentials) => {
    const given = { baseUrl: standIn.url, requestsPerSecond: 100, ...more };
    await connectSource(db, { workspaceId, id, kind: 'salesforce', settings: given, credentials, createdAt: until });
    return () => runSync(db, { workspaceId, sourceId: id, trigger: 'hand', secretKey: testKey, now: () => clock.at });
  };
  return { db, company, standIn, workspaceId, sync: await reader('crm', settings), reader, clock };
}

const written = ({ streams }: RunOutcome) => Object.fromEntries(streams.map(({ stream, writtenCount }) => [stream, writtenCount]));
const allWritten = (run: RunOutcome) => Object.values(written(run)).reduce((sum, count) => sum + count, 0);

const recordsOf = (db: DataSource, workspaceId: string, sourceId = 'crm') =>
  db.query<{ stream: string; external_id: string; payload: Record<string, unknown>; deleted_at: Date | null }[]>(
    `select stream, external_id, payload, deleted_at from record where workspace_id = $1 and source_id = $2 order by stream, external_id`,
    [workspaceId, sourceId],
  );

const refused = (status: number, errorCode: string, message = ''): Fault => ({ kind: 'answer', status, body: [{ errorCode, message }] });

test('the first sync brings every record, and the second changes nothing', async () => {
  const { db, company, standIn, workspaceId, sync, clock } = await connected({ options: { pageSize: 60 } });
  const first = await sync();
  expect(first).toMatchObject({ outcome: 'succeeded', error: null });
  const held = (name: string) => standIn.org.objects.get(name.toLowerCase())?.rows().length;
  expect(written(first)).toEqual({
    'salesforce.users': held('User'),
    'salesforce.stages': held('OpportunityStage'),
    'salesforce.accounts': held('Account'),
    'salesforce.contacts': held('Contact'),
    'salesforce.opportunities': company.deals.length,
    'salesforce.opportunity-history': held('OpportunityHistory'),
    'salesforce.opportunity-field-history': held('OpportunityFieldHistory'),
    'salesforce.tasks': company.tasks.length,
    'salesforce.meetings': held('Event'),
    'salesforce.cases': company.tickets.length,
    'salesforce.case-history': held('CaseHistory'),
    'salesforce.case-comments': held('CaseComment'),
    'salesforce.case-mails': held('EmailMessage'),
  });
  expect(first.streams.filter(({ rejectedCount }) => rejectedCount > 0)).toEqual([]);
  const drifting = first.streams.filter(({ standingExpectedCount: a, standingStoredCount: b }) => a !== b);
  expect(drifting.map(({ stream }) => stream)).toEqual([]);
  const hashes = await tableHashes(db, workspaceId);
  clock.at = minutesLater(60);
  expect(allWritten(await sync())).toBe(0);
  clock.at = minutesLater(60 * 48);
  expect(allWritten(await sync())).toBe(0);
  expect(await tableHashes(db, workspaceId)).toEqual(hashes);
});

test('only what changed is written', async () => {
  const { company, sync, clock } = await connected();
  await sync();
  const changed = change(company, 0.05, minutesLater(30));
  const count = (kind: string) => changed.filter((one) => one.kind === kind).length;
  clock.at = minutesLater(60);
  expect(written(await sync())).toMatchObject({
    'salesforce.accounts': count('company'),
    'salesforce.opportunities': count('deal'),
    'salesforce.tasks': count('task'),
    'salesforce.cases': count('ticket'),
    'salesforce.opportunity-history': 0,
    'salesforce.users': 0,
  });
  expect(changed.length).toBeGreaterThan(5);
});

test('a first load by bulk jobs stores the same as one by questions', async () => {
  const { db, standIn, workspaceId, sync, reader, clock } = await connected({ wonDeals: 8, options: { pollsUntilDone: 1 } });
  await sync();
  const bulky = await reader('bulk', { bulkFrom: 30, bulkPageRecords: 25 });
  expect(await bulky()).toMatchObject({ outcome: 'succeeded', error: null });
  expect(standIn.jobs.madeCount).toBeGreaterThan(3);
  expect(await recordsOf(db, workspaceId, 'bulk')).toEqual(await recordsOf(db, workspaceId));
  clock.at = minutesLater(60 * 48);
  expect(allWritten(await bulky())).toBe(0);
});

test('a bulk load that broke off goes on in the same job, and what changed meanwhile is read', async () => {
  const { db, company, standIn, workspaceId, reader, clock } = await connected({ wonDeals: 8, options: { pollsUntilDone: 1 } });
  const bulky = await reader('bulk', { bulkFrom: 15, bulkPageRecords: 5 });
  let pages = 0;
  standIn.fail(({ path }) => (path.endsWith('/results') && ++pages === 3 ? refused(409, 'ODD') : null));
  const broken = await bulky();
  expect(broken.outcome).toBe('partial');
  const stopped = broken.streams.find(({ error }) => error !== null);
  expect(stopped?.readCount).toBe(10);
  standIn.fail(null);
  const made = standIn.jobs.madeCount;
  clock.at = minutesLater(30);
  change(company, 0.05, clock.at);
  clock.at = minutesLater(60);
  expect(await bulky()).toMatchObject({ outcome: 'succeeded', error: null });
  expect(standIn.jobs.madeCount).toBe(made);
  await (await reader('fresh', {}))();
  expect(await recordsOf(db, workspaceId, 'bulk')).toEqual(await recordsOf(db, workspaceId, 'fresh'));
});

test.each(['failed', 'forgotten'])('a bulk job that is %s is replaced by plain questions', async (how) => {
  const { standIn, sync } = await connected({ wonDeals: 10, options: { pollsUntilDone: 1 }, settings: { bulkFrom: 40 } });
  if (how === 'failed') standIn.jobs.failNext = true;
  else standIn.fail(({ path }) => (path.endsWith('/results') ? refused(404, 'NOT_FOUND') : null));
  const run = await sync();
  expect(run).toMatchObject({ outcome: 'succeeded', error: null });
  expect(written(run)['salesforce.contacts']).toBe(standIn.org.objects.get('contact')?.rows().length);
  expect(standIn.jobs.madeCount).toBeGreaterThan(0);
});

test('what is deleted for good between two runs is marked by the list of deletions, without a sweep', async () => {
  const { db, company, standIn, workspaceId, sync, clock } = await connected({ wonDeals: 10, settings: { sweepHours: 1000 } });
  await sync();
  const [id = ''] =
    standIn.org.objects
      .get('opportunity')
      ?.rows()
      .map(({ Id }) => Id) ?? [];
  clock.at = minutesLater(30);
  standIn.org.purge('Opportunity', id, clock.at);
  company.revision += 1;
  clock.at = minutesLater(90);
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
  const deals = await db.query(`select deleted_at from deal where workspace_id = $1 and external_id = $2`, [workspaceId, id]);
  expect(deals).toEqual([{ deleted_at: minutesLater(30) }]);
});

test('a formula that moved without its record moving is seen when formulas are read again', async () => {
  const accountDimensions = { segment: 'Segment__c', band: 'Lifetime_Band__c' };
  const settings = { rereadHours: 6, mapping: { accountDimensions } };
  const { db, company, workspaceId, sync, clock } = await connected({ wonDeals: 10, settings });
  await sync();
  const returning = async () => (await recordsOf(db, workspaceId)).filter(({ payload }) => payload.Lifetime_Band__c === 'returning').length;
  const before = await returning();
  const latest = Math.max(...company.companies.map(({ changedAt }) => changedAt));
  const settled = new Set(company.companies.filter(({ changedAt }) => changedAt < latest - 3_600_000).map(({ id }) => id));
  const deal = company.deals.find(({ stageId, companyId }) => stageId === 'closedwon' && settled.has(companyId ?? ''));
  if (!deal) throw new Error('the sample has no won deal');
  company.deals.push({ ...deal, id: '22999999999' });
  company.revision += 1;
  clock.at = minutesLater(60);
  expect(written(await sync())['salesforce.accounts']).toBe(0);
  clock.at = minutesLater(7 * 60);
  expect(written(await sync())['salesforce.accounts']).toBe(1);
  expect(await returning()).toBe(before + 1);
});

/** As far as both tools can tell, to the second, as Salesforce keeps time; what only a support desk knows is left out. */
const HANDOFFS = `
  select name, account_name, date_trunc('second', won_at) as won_at, t0_source, segment, owner_name, csm_name, amount, arr, currency,
    date_trunc('second', owner_named_at) as owner_named_at, date_trunc('second', internal_meeting_at) as internal_meeting_at,
    date_trunc('second', knowledge_transfer_at) as knowledge_transfer_at, date_trunc('second', kickoff_at) as kickoff_at,
    date_trunc('second', promise_gap_at) as promise_gap_at, date_trunc('second', promise_conversation_at) as promise_conversation_at,
    date_trunc('second', onboarding_completed_at) as onboarding_completed_at, date_trunc('second', first_value_at) as first_value_at,
    date_trunc('second', notice_at) as notice_at, date_trunc('second', churned_at) as churned_at,
    (select array_agg(date_trunc('second', at) order by n) from unnest(brief_section_at) with ordinality as filled (at, n)) as brief_section_at
  from handoff where workspace_id = $1 and t0_source = 'stage history' order by won_at, name`;

test('the same company gives the same handoffs through Salesforce as through HubSpot', async () => {
  const { db, company, workspaceId, sync } = await connected({ wonDeals: 60 });
  const hubspot = await startHubspotStandIn(company, { now: () => minutesLater(2), perTenSeconds: 100_000, searchesPerSecond: 1_000 });
  onTestFinished(() => hubspot.close());
  const other = await addWorkspace(db, { createdAt: until });
  const settings = { baseUrl: hubspot.url, requestsPerTenSeconds: 250 };
  const { credentials } = hubspot;
  await connectSource(db, { workspaceId: other, id: 'crm', kind: 'hubspot', settings, credentials, createdAt: until });
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
  const now = () => minutesLater(2);
  expect(await runSync(db, { workspaceId: other, sourceId: 'crm', trigger: 'hand', secretKey: testKey, now })).toMatchObject({
    outcome: 'succeeded',
  });
  const through = { salesforce: await db.query(HANDOFFS, [workspaceId]), hubspot: await db.query(HANDOFFS, [other]) };
  expect(through.salesforce).toEqual(through.hubspot);
  const known = company.truth.handoffs.length - company.truth.planted.withoutHistoryDealIds.length;
  expect(through.salesforce).toHaveLength(known);
});
