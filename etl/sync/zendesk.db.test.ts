import { expect, onTestFinished, test } from 'vitest';
import { addWorkspace, connectSource, testKey } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import { change } from '../sandbox/company/change.js';
import { sampleCompany } from '../sandbox/sample-company.js';
import { REPEATED_FIELD } from '../sandbox/zendesk/field.js';
import { mergeTickets } from '../sandbox/zendesk/merge.js';
import { startZendeskStandIn, type ZendeskOptions } from '../sandbox/zendesk-stand-in.js';
import { type RunOutcome, runSync } from './run.js';
import { tableHashes } from './table-hash.js';

const until = new Date('2026-06-01T00:00:00Z');
const MINUTE = 60_000;
const minutesLater = (minutes: number) => new Date(until.getTime() + minutes * MINUTE);

type Login = 'client' | 'api token' | 'refresh token';

async function connected({ wonDeals = 60, options = {} as ZendeskOptions, login = 'client' as Login, mapping = {} } = {}) {
  const { db } = await testDatabase();
  const company = sampleCompany({ until, wonDeals });
  const clock = { at: minutesLater(2) };
  const limits = { perMinute: 100_000, cursorExportsPerMinute: 10_000, timeExportsPerMinute: 10_000 };
  const standIn = await startZendeskStandIn(company, { now: () => clock.at, ...limits, ...options });
  onTestFinished(() => standIn.close());
  const workspaceId = await addWorkspace(db, { createdAt: until });
  const ways = { client: standIn.credentials, 'api token': standIn.apiToken, 'refresh token': standIn.refreshToken() };
  const credentials = ways[login];
  await connectSource(db, {
    workspaceId,
    id: 'desk',
    kind: 'zendesk',
    settings: { baseUrl: standIn.url, mapping },
    credentials,
    createdAt: until,
  });
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
    'zendesk.survey-responses': 0,
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
    ['zendesk.survey-responses', clock.at],
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
    'zendesk.survey-responses': 0,
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
  const { sync } = await connected({ wonDeals: 5, login: 'api token' });
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

test('the next refresh token is stored before the new access token is used', async () => {
  const { standIn, sync } = await connected({ wonDeals: 5, login: 'refresh token' });
  standIn.fail(({ path }) => (path === '/oauth/tokens' ? null : { kind: 'answer', status: 400, body: { error: 'No' } }));
  expect(await sync()).toMatchObject({ outcome: 'failed' });
  standIn.fail(null);
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
  expect(standIn.requests.get('POST /oauth/tokens')).toBe(3);
});

test('a refresh token that somebody else has used stops the source with a word on what to do', async () => {
  const { standIn, sync } = await connected({ wonDeals: 5, login: 'refresh token' });
  const { clientId: client_id, clientSecret: client_secret, refreshToken: refresh_token } = standIn.refreshToken();
  const body = JSON.stringify({ grant_type: 'refresh_token', client_id, client_secret, refresh_token });
  await fetch(`${standIn.url}/oauth/tokens`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const run = await sync();
  expect(run).toMatchObject({ outcome: 'failed', error: expect.stringContaining('Sign in to Zendesk again') });
  expect(run.error).not.toContain(refresh_token);
});

test('an account with the new CSAT gives the same answers on a scale of five, and says that it has no old ratings', async () => {
  const answers = async (csat: 'legacy' | 'surveys') => {
    const { db, workspaceId, sync } = await connected({ options: { csat } });
    const run = await sync();
    expect(run).toMatchObject({ outcome: 'succeeded', error: null });
    const rows = await db.query<{ scale: string; score: string | null }[]>(
      `select ticket_external_id, person_external_id, kind, scale, score, satisfied, asked_at, answered_at, comment
      from survey_response where workspace_id = $1 order by ticket_external_id`,
      [workspaceId],
    );
    const notes = Object.fromEntries(run.streams.flatMap(({ stream, note }) => (note === null ? [] : [[stream, note]])));
    return { notes, rows, plain: rows.map(({ scale: _, score: __, ...row }) => row) };
  };
  const [legacy, surveys] = [await answers('legacy'), await answers('surveys')];
  expect(surveys.plain).toEqual(legacy.plain);
  expect(surveys.notes).toEqual({ 'zendesk.ratings': expect.stringContaining('no satisfaction ratings') });
  expect(legacy.notes).toEqual({ 'zendesk.survey-responses': expect.stringContaining('no answers to CSAT surveys') });
  expect(new Set(surveys.rows.map(({ scale }) => scale))).toEqual(new Set(['1-5']));
  expect(new Set(surveys.rows.map(({ score }) => score))).toEqual(new Set(['5', '1', null]));
});

const eventsOf = async ({ db, workspaceId }: Pick<Awaited<ReturnType<typeof connected>>, 'db' | 'workspaceId'>) =>
  db.query<{ kind: string; ticket_external_id: string; at: Date }[]>(
    `select kind, ticket_external_id, at from event where workspace_id = $1 order by kind, ticket_external_id, at`,
    [workspaceId],
  );

test('a move to a named group and a ticked field say what a tag would have said', async () => {
  const byTags = await connected({ mapping: { escalatedPriorities: [], escalatedGroups: [] } });
  await byTags.sync();
  const repeatFields = { [REPEATED_FIELD]: ['true'] };
  const byMoves = await connected({ mapping: { escalatedPriorities: [], escalatedTags: [], repeatTags: [], repeatFields } });
  await byMoves.sync();
  const told = await eventsOf(byMoves);
  expect(told).toEqual(await eventsOf(byTags));
  expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(['escalated', 'information-repeated']));
});

test('a merge says nothing twice', async () => {
  const account = await connected();
  const { db, company, workspaceId, sync, clock } = account;
  await sync();
  const standing = company.tickets.filter(({ archivedAt }) => archivedAt === null);
  const loser = standing.find(({ steps }) => steps.some(({ addedTags }) => addedTags.includes('escalated')));
  const winner = standing.find(({ id }) => id !== loser?.id);
  if (!loser || !winner) throw new Error('the sample has no escalated ticket');
  const spoken = () => db.query(`select count(*)::int as count from message where workspace_id = $1`, [workspaceId]);
  const before = [await eventsOf(account), await spoken()];
  mergeTickets(company, { winnerId: winner.id, loserId: loser.id, at: minutesLater(30) });
  clock.at = minutesLater(60);
  expect(written(await sync())).toMatchObject({ 'zendesk.tickets': 2, 'zendesk.ticket-events': 2 });
  expect([await eventsOf(account), await spoken()]).toEqual(before);
});

test('a ticket knows when it was solved', async () => {
  const { db, company, workspaceId, sync } = await connected({ wonDeals: 20 });
  await sync();
  const rows = await db.query<{ external_id: string; solved_at: Date | null }[]>(
    `select external_id, solved_at from ticket where workspace_id = $1 and deleted_at is null order by external_id`,
    [workspaceId],
  );
  const solved = company.tickets
    .filter(({ archivedAt }) => archivedAt === null)
    .map(({ id, steps }) => [id, steps.findLast(({ status }) => status === 'solved')?.at ?? null]);
  expect(rows.map((row) => [row.external_id, row.solved_at?.getTime() ?? null])).toEqual(solved.sort());
  expect(solved.filter(([, at]) => at === null).length).toBeLessThan(solved.length);
});

test('a ticket that lies in the bin is marked before the export tells of it, once', async () => {
  const { db, company, workspaceId, sync, clock } = await connected({ wonDeals: 20 });
  await sync();
  const ticket = company.tickets.find(({ archivedAt }) => archivedAt === null);
  if (!ticket) throw new Error('the sample has no ticket');
  const deletedAt = minutesLater(30);
  ticket.archivedAt = ticket.changedAt = deletedAt.getTime();
  company.revision += 1;
  const marked = () => db.query(`select deleted_at from ticket where workspace_id = $1 and external_id = $2`, [workspaceId, ticket.id]);
  clock.at = new Date(deletedAt.getTime() + 20_000);
  await sync();
  expect(await marked()).toEqual([{ deleted_at: deletedAt }]);
  clock.at = minutesLater(40);
  await sync();
  expect(await marked()).toEqual([{ deleted_at: deletedAt }]);
  const hashes = await tableHashes(db, workspaceId);
  clock.at = minutesLater(50);
  expect(allWritten(await sync())).toBe(0);
  expect(await tableHashes(db, workspaceId)).toEqual(hashes);
});

test('an export whose cursor is refused goes on from a day before the last whole pass', async () => {
  const { company, standIn, sync, clock } = await connected();
  await sync();
  const changed = change(company, 0.05, minutesLater(30)).filter(({ kind }) => kind === 'ticket');
  standIn.expireCursors();
  clock.at = minutesLater(60);
  const run = await sync();
  expect(run).toMatchObject({ outcome: 'succeeded' });
  expect(written(run)['zendesk.tickets']).toBe(changed.length);
});
