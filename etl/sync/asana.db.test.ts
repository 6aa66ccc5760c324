import { expect, onTestFinished, test } from 'vitest';
import { addWorkspace, connectSource, testKey } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import { type AsanaSpace, type AsanaTask, change, remove } from '../sandbox/asana/space.js';
import { asanaSpaceOf } from '../sandbox/asana/space-of-company.js';
import { type AsanaOptions, type AsanaStandIn, startAsanaStandIn } from '../sandbox/asana-stand-in.js';
import type { SampleCompany } from '../sandbox/company/sample.js';
import { startHubspotStandIn } from '../sandbox/hubspot-stand-in.js';
import { sampleCompany } from '../sandbox/sample-company.js';
import { openSource } from './open-source.js';
import { type RunOutcome, runSync } from './run.js';
import { tableHashes } from './table-hash.js';

const until = new Date('2026-06-01T00:00:00Z');
const MINUTE = 60_000;
const minutesLater = (minutes: number) => new Date(until.getTime() + minutes * MINUTE);

interface Connecting {
  company?: SampleCompany;
  options?: AsanaOptions;
  mapping?: Record<string, unknown>;
  way?: (standIn: AsanaStandIn) => unknown;
}

async function connected({ company = sampleCompany({ until, wonDeals: 20 }), options = {}, mapping = {}, way }: Connecting = {}) {
  const { db } = await testDatabase();
  const space = asanaSpaceOf(company);
  const clock = { at: minutesLater(2) };
  const standIn = await startAsanaStandIn(space, { now: () => clock.at, perMinute: 1_000_000, ...options });
  onTestFinished(() => standIn.close());
  const workspaceId = await addWorkspace(db, { createdAt: until });
  const settings = {
    workspaceId: space.gid,
    baseUrl: `${standIn.url}/api/1.0`,
    loginUrl: standIn.url,
    requestsPerMinute: 1_500,
    pageSize: 10,
    lookbackSeconds: 60,
    mapping,
  };
  const credentials = way?.(standIn) ?? standIn.credentials;
  await connectSource(db, { workspaceId, id: 'board', kind: 'asana', settings, credentials, createdAt: until });
  const sync = (sourceId = 'board') => runSync(db, { workspaceId, sourceId, trigger: 'hand', secretKey: testKey, now: () => clock.at });
  const rows = (sql: string, ...parameters: unknown[]) => db.query(sql, [workspaceId, ...parameters]);
  const open = (more: object = {}, given: unknown = credentials) =>
    openSource({ id: 'board', kind: 'asana', settings: { ...settings, ...more } }, given, {
      now: () => clock.at,
      keepCredentials: async () => {},
    });
  return { db, company, space, standIn, workspaceId, sync, clock, rows, open };
}

const written = ({ streams }: RunOutcome) => Object.fromEntries(streams.map(({ stream, writtenCount }) => [stream, writtenCount]));
const allWritten = (run: RunOutcome) => Object.values(written(run)).reduce((sum, count) => sum + count, 0);

function one(space: AsanaSpace, wanted: (task: AsanaTask) => boolean): AsanaTask {
  const found = space.tasks.find(wanted);
  if (!found) throw new Error('the sample has no such task');
  return found;
}

test('the first sync brings every record once, subtasks too, and the second changes nothing', async () => {
  const { db, space, workspaceId, sync, clock } = await connected();
  expect(space.tasks.filter(({ parentGid }) => parentGid !== null).length).toBeGreaterThan(5);
  expect(space.tasks.filter(({ projectGids }) => projectGids.length > 1).length).toBeGreaterThan(5);
  const first = await sync();
  expect(first).toMatchObject({ outcome: 'succeeded', error: null });
  expect(written(first)).toEqual({
    'asana.users': space.users.length,
    'asana.projects': space.projects.length,
    'asana.tasks': space.tasks.length,
  });
  const hashes = await tableHashes(db, workspaceId);
  clock.at = minutesLater(60);
  expect(allWritten(await sync())).toBe(0);
  expect(await tableHashes(db, workspaceId)).toEqual(hashes);
});

test('only what changed is written: tasks by their time of change, subtasks by the events', async () => {
  const { space, sync, clock } = await connected();
  await sync();
  const [tasks, subtasks] = [true, false].map((top) => space.tasks.filter(({ parentGid }) => (parentGid === null) === top).slice(-3));
  const archived = new Set(space.projects.filter((project) => project.archived).map(({ gid }) => gid));
  const changed = [...(tasks ?? []), ...(subtasks ?? [])].filter(({ projectGids }) => !projectGids.some((gid) => archived.has(gid)));
  for (const task of changed) {
    task.name += ' (edited)';
    change(space, task, { at: minutesLater(30).getTime() });
  }
  clock.at = minutesLater(60);
  expect(written(await sync())).toEqual({ 'asana.users': 0, 'asana.projects': 0, 'asana.tasks': changed.length });
});

test('tasks read through Asana give the same handoffs as through the CRM', async () => {
  const company = sampleCompany({ until, wonDeals: 25 });
  const direct = await derived(company, { tasks: true, asana: false });
  const through = await derived(company, { tasks: false, asana: true });
  const missing = direct.filter((event) => !through.includes(event));
  const added = through.filter((event) => !direct.includes(event));
  console.log({ events: direct.length, missing: missing.length, added: added.length });
  expect(direct.length).toBeGreaterThan(300);
  expect({ missing, added }).toEqual({ missing: [], added: [] });
});

/** Every event of the derived handoffs, with tasks from the one or the other tool. */
async function derived(company: SampleCompany, { tasks, asana }: { tasks: boolean; asana: boolean }): Promise<string[]> {
  const { rows, sync, db, workspaceId } = await connected({ company });
  const limits = { now: () => minutesLater(2), perTenSeconds: 10_000, searchesPerSecond: 1_000 };
  const crm = await startHubspotStandIn(tasks ? company : { ...company, tasks: [] }, limits);
  onTestFinished(() => crm.close());
  const settings = { baseUrl: crm.url, requestsPerTenSeconds: 250 };
  await connectSource(db, { workspaceId, id: 'crm', kind: 'hubspot', settings, credentials: crm.credentials, createdAt: until });
  await sync('crm');
  if (asana) await sync('board');
  const events: { line: string }[] = await rows(
    `select distinct handoff_id || ' ' || kind || ' ' || at as line from handoff_event where workspace_id = $1`,
  );
  return events.map(({ line }) => line).sort();
}

test('a task that comes into a project belongs to its account, though its time of change stays', async () => {
  const { space, sync, clock, rows } = await connected();
  const task = one(space, ({ projectGids, parentGid }) => parentGid === null && projectGids.length === 1);
  const [home] = task.projectGids;
  task.projectGids = [space.projects[0]?.gid ?? ''];
  await sync();
  const owner = () => rows(`select account_external_id as owner from task where workspace_id = $1 and external_id = $2`, task.gid);
  expect(await owner()).toEqual([{ owner: null }]);
  task.projectGids.push(home ?? '');
  change(space, task, { at: minutesLater(30).getTime(), action: 'added' });
  clock.at = minutesLater(60);
  expect(written(await sync())['asana.tasks']).toBe(1);
  expect(await owner()).toEqual([{ owner: `project:${home}` }]);
});

test('a project that gets an account key takes its tasks along although none of them changed', async () => {
  const { space, sync, clock, rows } = await connected();
  const project = space.projects.at(-1);
  if (!project) throw new Error('the sample has no project');
  const key = project.accountKey;
  project.accountKey = null;
  await sync();
  const owned = async (): Promise<number> =>
    (await rows(`select 1 from task where workspace_id = $1 and account_external_id = $2`, `project:${project.gid}`)).length;
  expect(await owned()).toBe(0);
  project.accountKey = key;
  clock.at = minutesLater(60);
  await sync();
  expect(await owned()).toBeGreaterThan(3);
});

test('deleted tasks are named as gone by the events, and once these are lost, by leaving them out of all ids', async () => {
  const { space, standIn, clock, open } = await connected({ options: { drops: ({ at }) => at >= minutesLater(40).getTime() } });
  const stream = open().streams.find(({ name }) => name === 'asana.tasks');
  if (!stream) throw new Error('no stream of tasks');
  const signal = new AbortController().signal;
  const pass = async (from: Parameters<typeof stream.pages>[0]) => {
    const gone: string[] = [];
    let position = from;
    for await (const page of stream.pages(from, signal)) {
      gone.push(...(page.gone ?? []).map(({ externalId }) => externalId));
      position = page.position ?? position;
    }
    return { gone, position };
  };
  const standing = async () => {
    const ids: string[] = [];
    for await (const page of stream.sweep?.ids(signal) ?? []) ids.push(...page);
    return [...new Set(ids)].sort();
  };
  const first = await pass(null);
  expect(first.gone).toEqual([]);
  const live = (task: AsanaTask) =>
    task.projectGids.some((gid) => space.projects.some((project) => project.gid === gid && !project.archived));
  const [early, late] = space.tasks.filter((task) => live(task) && task.parentGid === null).map(({ gid }) => gid);
  remove(space, [early ?? ''], minutesLater(30).getTime());
  remove(space, [late ?? ''], minutesLater(45).getTime());
  clock.at = minutesLater(60);
  expect(new Set((await pass(first.position)).gone)).toEqual(new Set([early]));
  expect(await standing()).toEqual(space.tasks.map(({ gid }) => gid).sort());
  standIn.expireTokens();
  clock.at = minutesLater(90);
  expect((await pass(first.position)).gone).toEqual([]);
});

test('an offset that expires in the middle of a list begins it again', async () => {
  const { space, standIn, sync } = await connected();
  let asked = 0;
  standIn.fail(({ query }) => {
    if (query.has('offset') && ++asked === 4) standIn.expireTokens();
    return null;
  });
  expect(written(await sync())['asana.tasks']).toBe(space.tasks.length);
  expect(asked).toBeGreaterThan(4);
});

test('the history tells who was named and when a section was reached', async () => {
  const mapping = { ownerNamedTasks: 'Kickoff', sectionMoments: [{ section: 'Live', kind: 'first-value' }] };
  const company = sampleCompany({ until, wonDeals: 5 });
  const { space, sync, rows } = await connected({ company, mapping });
  const task = one(space, ({ name, assigneeGid }) => name.startsWith('Kickoff') && assigneeGid !== null);
  const at = minutesLater(1);
  task.stories.push({ gid: '99', at: at.getTime(), subtype: 'section_changed', assigneeGid: null, section: 'Live' });
  await sync();
  const events = await rows(`select kind, at, detail from event where workspace_id = $1 and record_id = $2 order by kind`, task.gid);
  expect(events).toEqual([
    { kind: 'first-value', at, detail: null },
    { kind: 'owner-named', at: new Date(task.createdAt), detail: task.assigneeGid },
  ]);
});

test('OAuth reads the same, by a token that lives an hour', async () => {
  const company = sampleCompany({ until, wonDeals: 5 });
  const { sync, standIn } = await connected({ company, way: (at) => at.oauth });
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
  expect(standIn.requests.get('POST /-/oauth_token')).toBe(1);
});

test('the test of a connection says what is wrong', async () => {
  const { standIn, open } = await connected({ company: sampleCompany({ until, wonDeals: 5 }) });
  const trial = (settings: object = {}, credentials: unknown = standIn.credentials) =>
    open(settings, credentials).test(new AbortController().signal);
  await expect(trial()).resolves.toBeUndefined();
  await expect(trial({}, { kind: 'token', token: 'wrong' })).rejects.toThrow(/401/);
  await expect(trial({ workspaceId: '42' })).rejects.toThrow(/does not see workspace 42.*Northwind Software/);
  await expect(trial({ mapping: { projectName: '^nothing$' } })).rejects.toThrow(/no project .* fits the mapping/);
  standIn.fail(({ path }) =>
    path.endsWith('/users') ? { kind: 'answer', status: 403, body: { errors: [{ message: 'You may not.' }] } } : null,
  );
  await expect(trial()).rejects.toThrow(/You may not[.].*users:read/);
});
