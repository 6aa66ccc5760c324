import { expect, onTestFinished, test } from 'vitest';
import { addWorkspace, connectSource, testKey } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import type { SampleCompany } from '../sandbox/company/sample.js';
import { startHubspotStandIn } from '../sandbox/hubspot-stand-in.js';
import { ACCOUNT_FIELD, type JiraIssue, type JiraSite, touch } from '../sandbox/jira/site.js';
import { jiraSiteOf } from '../sandbox/jira/site-of-company.js';
import { type JiraOptions, type JiraStandIn, startJiraStandIn } from '../sandbox/jira-stand-in.js';
import { sampleCompany } from '../sandbox/sample-company.js';
import { openCredentials } from './credentials.js';
import { openSource } from './open-source.js';
import { type RunOutcome, runSync } from './run.js';
import { tableHashes } from './table-hash.js';

const until = new Date('2026-06-01T00:00:00Z');
const MINUTE = 60_000;
const minutesLater = (minutes: number) => new Date(until.getTime() + minutes * MINUTE);

interface Connecting {
  company?: SampleCompany;
  options?: JiraOptions;
  settings?: Record<string, unknown>;
  way?: (standIn: JiraStandIn) => unknown;
}

async function connected({ company = sampleCompany({ until, wonDeals: 30 }), options = {}, settings = {}, way }: Connecting = {}) {
  const { db } = await testDatabase();
  const site = jiraSiteOf(company);
  const clock = { at: minutesLater(2) };
  const standIn = await startJiraStandIn(site, { now: () => clock.at, perSecond: 100_000, ...options });
  onTestFinished(() => standIn.close());
  const workspaceId = await addWorkspace(db, { createdAt: until });
  const { url, cloudId } = standIn;
  await connectSource(db, {
    workspaceId,
    id: 'board',
    kind: 'jira',
    settings: { baseUrl: url, gatewayUrl: url, loginUrl: url, cloudId, requestsPerSecond: 100, ...settings },
    credentials: way?.(standIn) ?? standIn.credentials,
    createdAt: until,
  });
  const sync = (sourceId = 'board') => runSync(db, { workspaceId, sourceId, trigger: 'hand', secretKey: testKey, now: () => clock.at });
  const rows = (sql: string, ...parameters: unknown[]) => db.query(sql, [workspaceId, ...parameters]);
  return { db, company, site, standIn, workspaceId, sync, clock, rows };
}

const written = ({ streams }: RunOutcome) => Object.fromEntries(streams.map(({ stream, writtenCount }) => [stream, writtenCount]));
const allWritten = (run: RunOutcome) => Object.values(written(run)).reduce((sum, count) => sum + count, 0);

function one(site: JiraSite, wanted: (issue: JiraIssue) => boolean): JiraIssue {
  const found = site.issues.find(wanted);
  if (!found) throw new Error('the sample has no such issue');
  return found;
}

test('the first sync brings every record, and the second changes nothing', async () => {
  const { db, site, workspaceId, sync, clock } = await connected();
  const first = await sync();
  expect(first).toMatchObject({ outcome: 'succeeded', error: null });
  expect(written(first)).toEqual({
    'jira.users': site.users.filter(({ hidden }) => !hidden).length,
    'jira.projects': 1,
    'jira.issues': site.issues.length,
  });
  const hashes = await tableHashes(db, workspaceId);
  clock.at = minutesLater(60);
  expect(allWritten(await sync())).toBe(0);
  expect(await tableHashes(db, workspaceId)).toEqual(hashes);
});

test('only what changed is written, however late it comes into the search index', async () => {
  const { site, sync, clock } = await connected({ options: { searchLagMilliseconds: 20 * MINUTE } });
  clock.at = minutesLater(30);
  expect(written(await sync())['jira.issues']).toBe(site.issues.length);
  for (const issue of site.issues.slice(0, 7)) touch(issue, minutesLater(40).getTime());
  clock.at = minutesLater(50);
  expect(allWritten(await sync())).toBe(0);
  clock.at = minutesLater(70);
  expect(written(await sync())).toMatchObject({ 'jira.issues': 7, 'jira.projects': 0 });
});

test('a task done is done at the moment at which its status reached the category', async () => {
  const { site, sync, rows } = await connected();
  await sync();
  const done = one(site, ({ status, type }) => status === 'Done' && type === 'Task');
  expect(
    await rows(
      `select done_at, cancelled_at, kind is not null or required as meant from task where workspace_id = $1 and external_id = $2`,
      done.id,
    ),
  ).toEqual([{ done_at: new Date(done.categoryChangedAt), cancelled_at: null, meant: true }]);
});

test('tasks read through Jira give the same handoffs as through the CRM', async () => {
  const company = sampleCompany({ until, wonDeals: 40 });
  const direct = await derived(company, { tasks: true, jira: false });
  const through = await derived({ ...company, tasks: company.tasks }, { tasks: false, jira: true });
  const missing = direct.filter((event) => !through.includes(event));
  const added = through.filter((event) => !direct.includes(event));
  console.log({ events: direct.length, missing: missing.length, added: added.length });
  expect(direct.length).toBeGreaterThan(500);
  expect({ missing, added }).toEqual({ missing: [], added: [] });
});

/** Every event of the derived handoffs, with tasks from the one or the other tool. */
async function derived(company: SampleCompany, { tasks, jira }: { tasks: boolean; jira: boolean }): Promise<string[]> {
  const { rows, sync, db, workspaceId } = await connected({ company });
  const crm = await startHubspotStandIn(tasks ? company : { ...company, tasks: [] }, {
    now: () => minutesLater(2),
    perTenSeconds: 10_000,
    searchesPerSecond: 1_000,
  });
  onTestFinished(() => crm.close());
  const settings = { baseUrl: crm.url, requestsPerTenSeconds: 250 };
  await connectSource(db, { workspaceId, id: 'crm', kind: 'hubspot', settings, credentials: crm.credentials, createdAt: until });
  await sync('crm');
  if (jira) await sync('board');
  const events: { line: string }[] = await rows(
    `select distinct handoff_id || ' ' || kind || ' ' || at as line from handoff_event where workspace_id = $1`,
  );
  return events.map(({ line }) => line).sort();
}

test('an issue below an epic belongs to the account of the epic, and moves with it', async () => {
  const { site, sync, clock, rows } = await connected();
  await sync();
  const epic = one(site, ({ type }) => type === 'Epic');
  const below = site.issues.filter(({ parentId }) => parentId === epic.id).length;
  const owned = () =>
    rows(
      `select count(*)::int as count from task where workspace_id = $1 and account_external_id = $2 and external_id <> $3`,
      `issue:${epic.id}`,
      epic.id,
    );
  expect(await owned()).toEqual([{ count: below }]);
  epic.accountKey = null;
  epic.changes = [{ id: '1', at: minutesLater(30).getTime(), authorId: '', field: ACCOUNT_FIELD, from: [null, 'x'], to: [null, null] }];
  touch(epic, minutesLater(30).getTime());
  clock.at = minutesLater(60);
  expect(written(await sync())['jira.issues']).toBe(below + 1);
  expect(await owned()).toEqual([{ count: 0 }]);
});

test('a project that gets an account key takes its issues along although none of them changed', async () => {
  const mapping = { accountField: null, accountProperty: 'baton.account' };
  const { site, sync, clock, rows } = await connected({ settings: { mapping } });
  await sync();
  const owned = () => rows(`select count(*)::int as count from task where workspace_id = $1 and account_external_id = 'project:10001'`);
  expect(await owned()).toEqual([{ count: 0 }]);
  for (const project of site.projects) project.properties['baton.account'] = '18100000000';
  clock.at = minutesLater(60);
  await sync();
  expect(await owned()).toEqual([{ count: site.issues.length }]);
});

test('issues that changed at one and the same millisecond are all read, more than a page holds', async () => {
  const company = sampleCompany({ until, wonDeals: 30 });
  const { site, standIn, sync, clock } = await connected({ company, settings: { pageSize: 10 } });
  await sync();
  for (const issue of site.issues.slice(0, 35)) touch(issue, minutesLater(30).getTime());
  clock.at = minutesLater(60);
  let searches = 0;
  standIn.fail(({ path }) => {
    if (path.endsWith('/search/jql') && ++searches === 3) standIn.expireTokens();
    return null;
  });
  expect(written(await sync())['jira.issues']).toBe(35);
  expect(searches).toBeGreaterThan(4);
});

test('all ids that stand are named, those of archived projects too', async () => {
  const { site, standIn, clock } = await connected();
  const settings = { baseUrl: standIn.url, requestsPerSecond: 100 };
  const source = openSource({ id: 'board', kind: 'jira', settings }, standIn.credentials, {
    now: () => clock.at,
    keepCredentials: async () => {},
  });
  const stream = source.streams.find(({ name }) => name === 'jira.issues');
  const named = async () => {
    const ids: string[] = [];
    for await (const page of stream?.sweep?.ids(new AbortController().signal) ?? []) ids.push(...page);
    return [...new Set(ids)].sort();
  };
  const standing = site.issues.map(({ id }) => id).sort();
  expect(await named()).toEqual(standing);
  site.issues.splice(3, 2);
  for (const project of site.projects) project.archivedAt = until.getTime();
  expect(await named()).toEqual(site.issues.map(({ id }) => id).sort());
  standIn.fail(({ path }) => (path.endsWith('/issue/bulkfetch') ? { kind: 'answer', status: 200, body: { issues: [] } } : null));
  await expect(named()).rejects.toThrow('cannot be told');
});

test('a scoped token is answered at the gateway', async () => {
  const { sync } = await connected({ company: sampleCompany({ until, wonDeals: 5 }), way: (standIn) => standIn.scopedToken });
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
});

test('OAuth keeps each new refresh token before it is used', async () => {
  const { db, workspaceId, sync, clock, rows, standIn } = await connected({
    company: sampleCompany({ until, wonDeals: 5 }),
    way: (at) => at.oauth,
  });
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
  clock.at = minutesLater(90);
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
  const [{ credentials }] = await rows(`select credentials from source where workspace_id = $1 and id = 'board'`);
  expect(openCredentials(credentials, { key: testKey, workspaceId, sourceId: 'board' })).toMatchObject({
    refreshToken: 'sample-refresh-2',
  });
  expect(standIn.requests.get('POST /oauth/token')).toBe(2);
  expect(db.isInitialized).toBe(true);
});

test('the test of a connection says what is wrong', async () => {
  const { standIn, clock } = await connected({ company: sampleCompany({ until, wonDeals: 5 }) });
  const trial = (settings: object, credentials: unknown) =>
    openSource({ id: 'board', kind: 'jira', settings: { baseUrl: standIn.url, ...settings } }, credentials, {
      now: () => clock.at,
      keepCredentials: async () => {},
    }).test(new AbortController().signal);
  await expect(trial({}, standIn.credentials)).resolves.toBeUndefined();
  await expect(trial({}, { ...standIn.credentials, token: 'wrong' })).rejects.toThrow(/401.*without scopes/);
  expect(() => trial({}, standIn.scopedToken)).toThrow(/cloud id is missing.*tenant_info/);
  await expect(trial({ mapping: { dimensions: { tier: 'Tier' } } }, standIn.credentials)).rejects.toThrow('no field "Tier"');
  standIn.fail(({ path }) =>
    path.endsWith('/users/search') ? { kind: 'answer', status: 403, body: { errorMessages: ['You may not.'] } } : null,
  );
  await expect(trial({}, standIn.credentials)).rejects.toThrow(/You may not[.].*Browse users and groups/);
});
