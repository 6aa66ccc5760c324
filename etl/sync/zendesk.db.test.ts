import { expect, onTestFinished, test } from 'vitest';
import { addWorkspace, connectSource, testKey } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import { change } from '../sandbox/company/change.js';
import { sampleCompany } from '../sandbox/sample-company.js';
import { startZendeskStandIn, type ZendeskOptions } from '../sandbox/zendesk-stand-in.js';
import { type RunOutcome, runSync } from './run.js';
import { tableHashes } from './table-hash.js';

const until = new Date('2026-06-01T00:00:00Z');
const MINUTE = 60_000;
const minutesLater = (minutes: number) => new Date(until.getTime() + minutes * MINUTE);

async function connected({ wonDeals = 60, options = {} as ZendeskOptions, legacy = false } = {}) {
  const { db } = await testDatabase();
  const company = sampleCompany({ until, wonDeals });
  const clock = { at: minutesLater(2) };
  const limits = { perMinute: 100_000, cursorExportsPerMinute: 10_000, timeExportsPerMinute: 10_000 };
  const standIn = await startZendeskStandIn(company, { now: () => clock.at, ...limits, ...options });
  onTestFinished(() => standIn.close());
  const workspaceId = await addWorkspace(db, { createdAt: until });
  const credentials = legacy ? standIn.apiToken : standIn.credentials;
  await connectSource(db, { workspaceId, id: 'desk', kind: 'zendesk', settings: { baseUrl: standIn.url }, credentials, createdAt: until });
  const sync = () => runSync(db, { workspaceId, sourceId: 'desk', trigger: 'hand', secretKey: testKey, now: () => clock.at });
  return { db, company, standIn, workspaceId, sync, clock };
}

const written = ({ streams }: RunOutcome) => Object.fromEntries(streams.map(({ stream, writtenCount }) => [stream, writtenCount]));
const allWritten = (run: RunOutcome) => Object.values(written(run)).reduce((sum, count) => sum + count, 0);

test('the first sync brings every record, and the second changes nothing', async () => {
  const { db, company, workspaceId, sync, clock } = await connected();
  const first = await sync();
  expect(first).toMatchObject({ outcome: 'succeeded', error: null });
  expect(written(first)).toEqual({
    'zendesk.organizations': company.organizations.length,
    'zendesk.users': company.users.length,
    'zendesk.tickets': company.tickets.length,
    'zendesk.ticket-events': company.tickets.filter((ticket) => ticket.archivedAt === null).flatMap((ticket) => ticket.steps).length,
    'zendesk.ratings': company.ratings.length,
  });
  const hashes = await tableHashes(db, workspaceId);
  clock.at = minutesLater(60);
  expect(allWritten(await sync())).toBe(0);
  expect(await tableHashes(db, workspaceId)).toEqual(hashes);
});

test('claims nothing of the minute that exports leave out', async () => {
  const { db, workspaceId, sync, clock } = await connected();
  await sync();
  const rows = await db.query<{ stream: string; complete_at: Date }[]>(
    `select stream, complete_at from cursor where workspace_id = $1 order by stream`,
    [workspaceId],
  );
  const minuteBefore = new Date(clock.at.getTime() - MINUTE);
  expect(rows.map(({ stream, complete_at }) => [stream, complete_at])).toEqual([
    ['zendesk.organizations', minuteBefore],
    ['zendesk.ratings', clock.at],
    ['zendesk.ticket-events', minuteBefore],
    ['zendesk.tickets', minuteBefore],
    ['zendesk.users', minuteBefore],
  ]);
});

test('only what changed is written', async () => {
  const { company, sync, clock } = await connected();
  await sync();
  const changed = change(company, 0.05, minutesLater(30));
  const count = (kind: string) => changed.filter((one) => one.kind === kind).length;
  clock.at = minutesLater(60);
  const run = await sync();
  expect(written(run)).toEqual({
    'zendesk.organizations': count('organization'),
    'zendesk.users': 0,
    'zendesk.tickets': count('ticket'),
    'zendesk.ticket-events': count('ticket'),
    'zendesk.ratings': count('rating'),
  });
  expect(changed.length).toBeGreaterThan(5);
});

test('a ticket deleted in Zendesk is marked, not removed', async () => {
  const { db, company, workspaceId, sync, clock } = await connected();
  await sync();
  const ticket = company.tickets.find(({ archivedAt }) => archivedAt === null);
  if (!ticket) throw new Error('the sample has no ticket');
  ticket.archivedAt = ticket.changedAt = minutesLater(30).getTime();
  company.revision += 1;
  clock.at = minutesLater(60);
  await sync();
  const rows = await db.query(`select deleted_at from ticket where workspace_id = $1 and external_id = $2`, [workspaceId, ticket.id]);
  expect(rows).toEqual([{ deleted_at: minutesLater(30) }]);
});

test('the legacy API token reads the same', async () => {
  const { sync } = await connected({ wonDeals: 5, legacy: true });
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
});

test('a token that ends in the middle of a run is minted again', async () => {
  const { standIn, sync, clock } = await connected({ wonDeals: 20 });
  let asked = 0;
  standIn.fail(({ path }) => {
    if (path !== '/oauth/tokens' && ++asked === 3) clock.at = minutesLater(45);
    return null;
  });
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
  expect(standIn.requests.get('POST /oauth/tokens')).toBe(2);
});

test('a wrong secret stops the run at once, pauses the source and stays secret', async () => {
  const { db, standIn, workspaceId, sync } = await connected({ wonDeals: 5 });
  await connectSource(db, {
    workspaceId,
    id: 'wrong',
    kind: 'zendesk',
    settings: { baseUrl: standIn.url },
    credentials: { ...standIn.credentials, clientSecret: 'not-the-secret' },
    createdAt: until,
  });
  await sync();
  const run = await runSync(db, { workspaceId, sourceId: 'wrong', trigger: 'hand', secretKey: testKey, now: () => until });
  expect(run).toMatchObject({ outcome: 'failed', error: expect.stringContaining('refuses the OAuth client') });
  expect(run.streams).toHaveLength(1);
  const sources = await db.query(`select id, paused_reason from source where workspace_id = $1 order by id`, [workspaceId]);
  expect(sources).toEqual([
    { id: 'desk', paused_reason: null },
    { id: 'wrong', paused_reason: run.error },
  ]);
  expect(run.error).not.toContain('not-the-secret');
});
