import { expect, onTestFinished, test } from 'vitest';
import { addWorkspace, connectSource, testKey } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import { startHubspotStandIn } from '../sandbox/hubspot-stand-in.js';
import { bookOfSample } from '../sandbox/pipedrive/book-of-sample.js';
import { type PipedriveOptions, startPipedriveStandIn } from '../sandbox/pipedrive-stand-in.js';
import { sampleCompany } from '../sandbox/sample-company.js';
import { openCredentials } from './credentials.js';
import { openSource } from './open-source.js';
import { type RunOutcome, runSync } from './run.js';
import { tableHashes } from './table-hash.js';

const until = new Date('2026-06-01T00:00:00Z');
const HOUR = 3_600_000;

async function connected({ wonDeals = 25, options = {} as PipedriveOptions, login = 'token' as 'token' | 'oauth', settings = {} } = {}) {
  const { db } = await testDatabase();
  const company = sampleCompany({ until, wonDeals });
  const book = bookOfSample(company);
  const clock = { at: new Date(until.getTime() + HOUR) };
  const standIn = await startPipedriveStandIn(book, { now: () => clock.at, perTwoSeconds: 10_000, ...options });
  onTestFinished(() => standIn.close());
  const workspaceId = await addWorkspace(db, { createdAt: until });
  const source = { id: 'crm', kind: 'pipedrive', settings: { baseUrl: standIn.url, oauthUrl: standIn.url, ...settings } };
  const credentials = login === 'token' ? standIn.credentials : { ...standIn.oauth };
  await connectSource(db, { workspaceId, ...source, credentials, createdAt: until });
  const sync = () => runSync(db, { workspaceId, sourceId: 'crm', trigger: 'hand', secretKey: testKey, now: () => clock.at });
  const rows = (sql: string) => db.query<Record<string, unknown>[]>(sql, [workspaceId]);
  const opened = () => openSource(source, credentials, { now: () => clock.at, keepCredentials: async () => {} });
  return { db, company, book, standIn, workspaceId, sync, rows, clock, opened };
}

const allWritten = ({ streams }: RunOutcome) => streams.reduce((sum, { writtenCount }) => sum + writtenCount, 0);

test('the first sync brings every record, and the second changes nothing', async () => {
  const { db, company, book, workspaceId, sync, clock } = await connected();
  const first = await sync();
  expect(first).toMatchObject({ outcome: 'succeeded', error: null });
  const standing = (rows: { deletedAt: number | null }[]) => rows.filter(({ deletedAt }) => deletedAt === null).length;
  expect(
    Object.fromEntries(first.streams.map(({ stream, writtenCount, rejectedCount }) => [stream, [writtenCount, rejectedCount]])),
  ).toEqual({
    'pipedrive.users': [book.users.length, 0],
    'pipedrive.pipelines': [2, 0],
    'pipedrive.organizations': [standing(book.organizations), 0],
    'pipedrive.persons': [standing(book.persons), 0],
    'pipedrive.deals': [company.deals.length, 0],
    'pipedrive.activities': [standing(book.activities), 0],
  });
  const hashes = await tableHashes(db, workspaceId);
  clock.at = new Date(clock.at.getTime() + HOUR);
  expect(allWritten(await sync())).toBe(0);
  expect(await tableHashes(db, workspaceId)).toEqual(hashes);
});

/** Pipedrive tells whole seconds. */
const MOMENTS = [
  'won',
  'owner_named',
  'welcome',
  'next_steps',
  'internal_meeting',
  'knowledge_transfer',
  'kickoff',
  'promise_gap',
  'promise_conversation',
  'onboarding_completed',
  'first_value',
  'notice',
  'churned',
];
const HANDOFFS = `select deal_external_id, name, account_name, t0_source, segment, owner_name, csm_name, amount, arr, currency, dimensions,
    ${MOMENTS.map((name) => `date_trunc('second', ${name}_at) as ${name}_at`).join(', ')}
  from handoff where workspace_id = $1 order by deal_external_id`;

test('the sample company has the same handoffs in Pipedrive as in HubSpot', async () => {
  const { db, company, sync, rows } = await connected();
  await sync();
  const hubspot = await startHubspotStandIn(company, {
    now: () => new Date(until.getTime() + HOUR),
    perTenSeconds: 10_000,
    searchesPerSecond: 1_000,
  });
  onTestFinished(() => hubspot.close());
  const workspaceId = await addWorkspace(db, { createdAt: until });
  await connectSource(db, {
    workspaceId,
    id: 'crm',
    kind: 'hubspot',
    settings: { baseUrl: hubspot.url },
    credentials: hubspot.credentials,
    createdAt: until,
  });
  await runSync(db, { workspaceId, sourceId: 'crm', trigger: 'hand', secretKey: testKey, now: () => new Date(until.getTime() + HOUR) });
  const here = await rows(HANDOFFS);
  const there = await db.query<Record<string, unknown>[]>(HANDOFFS, [workspaceId]);
  expect(here.length).toBeGreaterThan(20);
  expect(here).toEqual(there);
});

test('only what changed is written, and the cursor is behind the last change', async () => {
  const { book, sync, clock, rows } = await connected();
  await sync();
  const [deal, other] = book.deals.filter(({ deletedAt }) => deletedAt === null);
  if (!deal || !other) throw new Error('the sample has no deals');
  clock.at = new Date(clock.at.getTime() + HOUR);
  for (const one of [deal, other]) {
    one.fields.title = 'Renamed';
    one.changedAt = clock.at.getTime();
  }
  expect(allWritten(await sync())).toBe(2);
  expect(await rows(`select external_id from deal where workspace_id = $1 and name = 'Renamed' order by external_id`)).toEqual(
    [deal.id, other.id]
      .map(String)
      .sort()
      .map((external_id) => ({ external_id })),
  );
});

test('an archived deal stays, a deleted one is marked, and so is an organization that a sweep no longer finds', async () => {
  const { book, sync, clock, rows } = await connected();
  await sync();
  const [archived, deleted] = book.deals.filter(({ deletedAt }) => deletedAt === null);
  const [organization] = book.organizations;
  if (!archived || !deleted || !organization) throw new Error('the sample is empty');
  clock.at = new Date(clock.at.getTime() + 25 * HOUR);
  const at = clock.at.getTime();
  archived.archivedAt = archived.changedAt = at;
  deleted.deletedAt = deleted.changedAt = at;
  organization.deletedAt = organization.changedAt = at;
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
  const gone = await rows(
    `select external_id from deal where workspace_id = $1 and deleted_at is not null union all select external_id from account_link where workspace_id = $1 and deleted_at is not null`,
  );
  const ids = gone.map(({ external_id }) => external_id);
  expect(ids).toEqual(expect.arrayContaining([String(deleted.id), String(organization.id)]));
  expect(ids).not.toContain(String(archived.id));
});

test('a cursor that expires in the middle of a list is given up for a new question', async () => {
  const calm = await connected();
  await calm.sync();
  const rough = await connected({ settings: { pageSize: 10 } });
  let count = 0;
  rough.standIn.fail(({ path }) => {
    if (path === '/api/v2/deals' && ++count % 3 === 0) rough.standIn.expireCursors();
    return null;
  });
  expect(await rough.sync()).toMatchObject({ outcome: 'succeeded' });
  expect(count).toBeGreaterThan(5);
  expect(await tableHashes(rough.db, rough.workspaceId, { payloads: false })).toEqual(
    await tableHashes(calm.db, calm.workspaceId, { payloads: false }),
  );
});

test('an app is renewed once, and its new refresh token is stored', async () => {
  const { db, standIn, workspaceId, sync } = await connected({ login: 'oauth' });
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
  expect(standIn.requests.get('POST /oauth/token')).toBe(1);
  const [row] = await db.query<{ credentials: Buffer }[]>(`select credentials from source where workspace_id = $1`, [workspaceId]);
  const kept = openCredentials(row?.credentials ?? Buffer.alloc(0), { key: testKey, workspaceId, sourceId: 'crm' });
  expect(kept).toMatchObject({ refreshToken: 'sample-refresh-1' });
});

test("a day's budget that is used up ends the run with a word on tomorrow, and keeps what was read", async () => {
  const { sync, rows } = await connected({ options: { tokensPerDay: 150 } });
  expect(await sync()).toMatchObject({ outcome: 'partial', error: expect.stringContaining('Reading goes on tomorrow') });
  expect(await rows(`select count(*)::int > 0 as some from account_link where workspace_id = $1`)).toEqual([{ some: true }]);
});

test('a test of the connection names the scope that is missing, or that the token is wrong', async () => {
  const { signal } = new AbortController();
  const whole = await connected();
  await whole.opened().test(signal);
  const { opened } = await connected({ options: { forbidden: /persons/ } });
  await expect(opened().test(signal)).rejects.toMatchObject({ kind: 'scope', message: expect.stringContaining('contacts:read') });
  const stranger = openSource(
    { id: 'crm', kind: 'pipedrive', settings: { baseUrl: whole.standIn.url } },
    { kind: 'api token', token: 'wrong-and-secret' },
    { now: () => until, keepCredentials: async () => {} },
  );
  await expect(stranger.test(signal)).rejects.toMatchObject({
    kind: 'credentials',
    message: expect.not.stringContaining('wrong-and-secret'),
  });
});
