import { expect, onTestFinished, test } from 'vitest';
import { addWorkspace, connectSource, testKey } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import { change } from '../sandbox/company/change.js';
import { startHubspotStandIn } from '../sandbox/hubspot-stand-in.js';
import { type IntercomOptions, startIntercomStandIn } from '../sandbox/intercom-stand-in.js';
import { sampleCompany } from '../sandbox/sample-company.js';
import { startZendeskStandIn } from '../sandbox/zendesk-stand-in.js';
import { Handoff } from '../warehouse/index.js';
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

const MINUTE = 60_000;
const minutes = (count: number) => count * MINUTE;

test('what changes while we read moves to the end, and pushes nobody over the edge of a page', async () => {
  const { db, company, standIn, workspaceId, sync, clock } = await connected();
  const tickets = company.tickets.filter(({ archivedAt }) => archivedAt === null).sort((a, b) => a.changedAt - b.changedAt);
  let asked = 0;
  standIn.fail(({ path }) => {
    if (path !== '/conversations/search' || ++asked !== 2) return null;
    clock.at = hoursLater(2);
    for (const ticket of tickets.slice(0, 30)) ticket.changedAt = clock.at.getTime();
    company.revision += 1;
    return null;
  });
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
  expect(asked).toBeGreaterThan(3);
  const rows = await db.query<{ external_id: string }[]>('select external_id from ticket where workspace_id = $1', [workspaceId]);
  expect(rows).toHaveLength(tickets.length);
});

test('a second that fills pages is passed, even when cursors are refused in the middle of it', async () => {
  const { company, standIn, sync } = await connected();
  const tickets = company.tickets.filter(({ archivedAt }) => archivedAt === null);
  const at = until.getTime() - minutes(90);
  for (const one of [...tickets, ...company.ratings]) one.changedAt = at;
  company.revision += 1;
  let asked = 0;
  standIn.fail(({ path }) => {
    if (path === '/conversations/search' && ++asked === 3) standIn.expireCursors();
    return null;
  });
  const run = await sync();
  expect(run).toMatchObject({ outcome: 'succeeded' });
  expect(written(run)['intercom.conversations']).toBe(tickets.length);
});

test('conversations and contacts that are found no more are marked by the weekly look at all ids', async () => {
  const { db, company, workspaceId, sync, clock } = await connected();
  await sync();
  const ticket = company.tickets.find(({ archivedAt }) => archivedAt === null);
  const merged = company.users.find(({ role }) => role === 'end-user');
  if (!ticket || !merged) throw new Error('the sample has no ticket');
  ticket.archivedAt = merged.archivedAt = hoursLater(3).getTime();
  company.revision += 1;
  clock.at = hoursLater(24 * 8);
  const run = await sync();
  expect(run).toMatchObject({ outcome: 'succeeded' });
  const gone = (table: string) =>
    db.query(`select deleted_at from ${table} where workspace_id = $1 and deleted_at is not null`, [workspaceId]);
  expect([await gone('ticket'), await gone('person')]).toEqual([[{ deleted_at: clock.at }], [{ deleted_at: clock.at }]]);
  clock.at = hoursLater(24 * 8 + 1);
  expect(allWritten(await sync())).toBe(0);
});

test('a contact who changed is found although a search knows days only, and late', async () => {
  const { company, sync, clock } = await connected();
  await sync();
  const changed = company.users.filter(({ role }) => role === 'end-user').slice(0, 3);
  for (const user of changed) Object.assign(user, { name: `${user.name} (new)`, changedAt: hoursLater(2).getTime() });
  company.revision += 1;
  clock.at = new Date(hoursLater(2).getTime() + minutes(1));
  expect(written(await sync())['intercom.contacts']).toBe(0);
  clock.at = new Date(hoursLater(2).getTime() + minutes(10));
  expect(written(await sync())['intercom.contacts']).toBe(3);
  clock.at = hoursLater(3);
  expect(written(await sync())['intercom.contacts']).toBe(0);
});

test('a scroll over companies that breaks is begun again', async () => {
  const { company, standIn, sync } = await connected();
  let asked = 0;
  standIn.fail(({ path }) => {
    if (path === '/companies/scroll' && ++asked === 3) standIn.breakScroll();
    return null;
  });
  const run = await sync();
  expect(run).toMatchObject({ outcome: 'succeeded' });
  expect(written(run)['intercom.companies']).toBe(company.organizations.length);
  expect(asked).toBeGreaterThan(company.organizations.length / 10 + 3);
});

test('a conversation deleted between the search and its detail is marked as gone', async () => {
  const { db, company, standIn, workspaceId, sync, clock } = await connected({ wonDeals: 20 });
  await sync();
  const ticket = company.tickets.find(({ archivedAt }) => archivedAt === null);
  if (!ticket) throw new Error('the sample has no ticket');
  ticket.changedAt = hoursLater(2).getTime();
  company.revision += 1;
  clock.at = hoursLater(3);
  const answer = { status: 404, body: { type: 'error.list', errors: [{ code: 'not_found', message: 'Conversation Not Found' }] } };
  standIn.fail(({ path }) => (path === `/conversations/${ticket.id}` ? { kind: 'answer', ...answer } : null));
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
  const rows = await db.query('select external_id from ticket where workspace_id = $1 and deleted_at is not null', [workspaceId]);
  expect(rows).toEqual([{ external_id: ticket.id }]);
});

test('a wrong token stops the run at once and stays secret', async () => {
  const { db, standIn, workspaceId } = await connected({ wonDeals: 5 });
  const settings = { baseUrl: standIn.url };
  await connectSource(db, {
    workspaceId,
    id: 'wrong',
    kind: 'intercom',
    settings,
    credentials: { token: 'not-the-token' },
    createdAt: until,
  });
  const run = await runSync(db, { workspaceId, sourceId: 'wrong', trigger: 'hand', secretKey: testKey, now: () => until });
  expect(run).toMatchObject({ outcome: 'failed', error: expect.stringContaining('401') });
  expect(run.error).not.toContain('not-the-token');
});

test('the same customers give the same handoffs whether they write to Zendesk or to Intercom', async () => {
  const { db, company, workspaceId, sync } = await connected({ wonDeals: 70 });
  const hubspot = await startHubspotStandIn(company, { now: () => hoursLater(1), perTenSeconds: 100_000, searchesPerSecond: 100_000 });
  const limits = { perMinute: 100_000, cursorExportsPerMinute: 100_000, timeExportsPerMinute: 100_000 };
  const zendesk = await startZendeskStandIn(company, { now: () => hoursLater(1), ...limits });
  onTestFinished(async () => {
    await Promise.all([hubspot.close(), zendesk.close()]);
  });
  const otherId = await addWorkspace(db, { createdAt: until });
  const crm = {
    id: 'crm',
    kind: 'hubspot',
    settings: { baseUrl: hubspot.url, portalId: company.portalId },
    credentials: hubspot.credentials,
  };
  const desk = { id: 'desk', kind: 'zendesk', settings: { baseUrl: zendesk.url }, credentials: zendesk.credentials };
  const read = async (id: string, source: typeof crm | typeof desk) => {
    await connectSource(db, { workspaceId: id, createdAt: until, ...source });
    const run = await runSync(db, { workspaceId: id, sourceId: source.id, trigger: 'hand', secretKey: testKey, now: () => hoursLater(1) });
    expect(run).toMatchObject({ outcome: 'succeeded', error: null });
  };
  await read(workspaceId, crm);
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
  await read(otherId, crm);
  await read(otherId, desk);
  const seen = async (id: string) => {
    const found = await db.getRepository(Handoff).find({ where: { workspaceId: id }, order: { id: 'ASC' } });
    return found.map(({ id: handoff, welcomeAt, contactAt, repeatAt, escalationAt, surveyAskedAt, surveyAnsweredAt, surveySatisfied }) => ({
      ...{ handoff, welcomeAt, contactAt, repeatAt, escalationAt, surveyAskedAt, surveyAnsweredAt, surveySatisfied },
    }));
  };
  const [throughIntercom, throughZendesk] = [await seen(workspaceId), await seen(otherId)];
  expect(throughIntercom).toEqual(throughZendesk);
  const escalated = throughIntercom.flatMap(({ escalationAt }) => escalationAt);
  const repeated = throughIntercom.flatMap(({ repeatAt }) => repeatAt);
  console.log(
    `${throughIntercom.length} handoffs, ${escalated.length} escalations, ${repeated.length} repeat episodes: equal in both tools`,
  );
  expect(Math.min(throughIntercom.length, escalated.length, repeated.length)).toBeGreaterThan(5);
});
