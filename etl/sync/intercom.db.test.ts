import { expect, onTestFinished, test } from 'vitest';
import { addWorkspace, connectSource, testKey } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import { change } from '../sandbox/company/change.js';
import { type IntercomOptions, startIntercomStandIn } from '../sandbox/intercom-stand-in.js';
import { sampleCompany } from '../sandbox/sample-company.js';
import { type RunOutcome, runSync } from './run.js';
import { tableHashes } from './table-hash.js';

const until = new Date('2026-06-01T00:00:00Z');
const HOUR = 3_600_000;
const hoursLater = (hours: number) => new Date(until.getTime() + hours * HOUR);

async function connected({ wonDeals = 60, options = {} as IntercomOptions, settings = {} } = {}) {
  const { db } = await testDatabase();
  const company = sampleCompany({ until, wonDeals });
  const clock = { at: hoursLater(1) };
  const standIn = await startIntercomStandIn(company, { now: () => clock.at, perSlice: 100_000, companiesPerPage: 10, ...options });
  onTestFinished(() => standIn.close());
  const workspaceId = await addWorkspace(db, { createdAt: until });
  await connectSource(db, {
    workspaceId,
    id: 'inbox',
    kind: 'intercom',
    settings: { baseUrl: standIn.url, pageSize: 40, requestsPerTenSeconds: 10_000, ...settings },
    credentials: standIn.credentials,
    createdAt: until,
  });
  const sync = () => runSync(db, { workspaceId, sourceId: 'inbox', trigger: 'hand', secretKey: testKey, now: () => clock.at });
  return { db, company, standIn, workspaceId, sync, clock };
}

const written = ({ streams }: RunOutcome) => Object.fromEntries(streams.map(({ stream, writtenCount }) => [stream, writtenCount]));
const allWritten = (run: RunOutcome) => Object.values(written(run)).reduce((sum, count) => sum + count, 0);

test('the first sync brings every record, and the second changes nothing', async () => {
  const { db, company, workspaceId, sync, clock } = await connected();
  const first = await sync();
  expect(first).toMatchObject({ outcome: 'succeeded', error: null });
  const standing = company.tickets.filter(({ archivedAt }) => archivedAt === null);
  expect(written(first)).toEqual({
    'intercom.admins': 6,
    'intercom.companies': company.organizations.length,
    'intercom.contacts': company.users.filter(({ role }) => role === 'end-user').length,
    'intercom.conversations': standing.length,
  });
  const hashes = await tableHashes(db, workspaceId);
  clock.at = hoursLater(2);
  expect(allWritten(await sync())).toBe(0);
  expect(await tableHashes(db, workspaceId)).toEqual(hashes);
});

test('only what changed is written', async () => {
  const { company, sync, clock } = await connected();
  await sync();
  const changed = change(company, 0.05, hoursLater(2));
  const ids = (kind: string) => changed.filter((one) => one.kind === kind).map(({ id }) => id);
  const ticketOf = new Map(company.ratings.map((rating) => [rating.id, rating.ticketId]));
  const touched = new Set([...ids('ticket'), ...ids('rating').map((id) => ticketOf.get(id))]);
  const shown = company.organizations.filter(
    ({ id, companyId }) => ids('organization').includes(id) || ids('company').includes(companyId ?? ''),
  );
  clock.at = hoursLater(3);
  expect(written(await sync())).toEqual({
    'intercom.admins': 0,
    'intercom.companies': shown.length,
    'intercom.contacts': 0,
    'intercom.conversations': touched.size,
  });
  expect(changed.length).toBeGreaterThan(5);
});
