import { expect, onTestFinished, test } from 'vitest';
import { addWorkspace, connectSource, testKey } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import { type SalesforceOptions, startSalesforceStandIn } from '../sandbox/salesforce-stand-in.js';
import { sampleCompany } from '../sandbox/sample-company.js';
import { type RunOutcome, runSync } from './run.js';
import { tableHashes } from './table-hash.js';

const until = new Date('2026-06-01T00:00:00Z');
const minutesLater = (minutes: number) => new Date(until.getTime() + minutes * 60_000);

interface Wanted {
  wonDeals?: number;
  options?: SalesforceOptions;
  settings?: Record<string, unknown>;
}

async function connected({ wonDeals = 40, options = {}, settings = {} }: Wanted = {}) {
  const { db } = await testDatabase();
  const company = sampleCompany({ until, wonDeals });
  const clock = { at: minutesLater(2) };
  const standIn = await startSalesforceStandIn(company, { now: () => clock.at, perDay: 1_000_000, ...options });
  onTestFinished(() => standIn.close());
  const workspaceId = await addWorkspace(db, { createdAt: until });
  await connectSource(db, {
    workspaceId,
    id: 'crm',
    kind: 'salesforce',
    settings: { baseUrl: standIn.url, requestsPerSecond: 100, ...settings },
    credentials: standIn.credentials,
    createdAt: until,
  });
  const sync = () => runSync(db, { workspaceId, sourceId: 'crm', trigger: 'hand', secretKey: testKey, now: () => clock.at });
  return { db, company, standIn, workspaceId, sync, clock };
}

const written = ({ streams }: RunOutcome) => Object.fromEntries(streams.map(({ stream, writtenCount }) => [stream, writtenCount]));
const allWritten = (run: RunOutcome) => Object.values(written(run)).reduce((sum, count) => sum + count, 0);

test('the first sync brings every record, and the second changes nothing', async () => {
  const { db, company, standIn, workspaceId, sync, clock } = await connected({ options: { pageSize: 150 } });
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
  expect(first.streams.every(({ rejectedCount }) => rejectedCount === 0)).toBe(true);
  const hashes = await tableHashes(db, workspaceId);
  clock.at = minutesLater(60);
  expect(allWritten(await sync())).toBe(0);
  expect(await tableHashes(db, workspaceId)).toEqual(hashes);
});
