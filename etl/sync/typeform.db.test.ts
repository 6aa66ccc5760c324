import { expect, onTestFinished, test } from 'vitest';
import { addWorkspace, connectSource, testKey } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import { startHubspotStandIn } from '../sandbox/hubspot-stand-in.js';
import { sampleCompany } from '../sandbox/sample-company.js';
import { typeformBookOf } from '../sandbox/typeform/book.js';
import { startTypeformStandIn, type TypeformOptions, type TypeformStandIn } from '../sandbox/typeform-stand-in.js';
import { openCredentials } from './credentials.js';
import { openSource } from './open-source.js';
import { type RunOutcome, runSync } from './run.js';
import { tableHashes } from './table-hash.js';

const until = new Date('2026-06-01T00:00:00Z');
const MINUTE = 60_000;
const minutesLater = (minutes: number) => new Date(until.getTime() + minutes * MINUTE);

interface Connecting {
  options?: TypeformOptions;
  way?: (standIn: TypeformStandIn) => unknown;
}

async function connected({ options = {}, way }: Connecting = {}) {
  const { db } = await testDatabase();
  const company = sampleCompany({ until, wonDeals: 40 });
  const book = typeformBookOf(company);
  const clock = { at: minutesLater(2) };
  const standIn = await startTypeformStandIn(book, { now: () => clock.at, perSecond: 100_000, ...options });
  onTestFinished(() => standIn.close());
  const workspaceId = await addWorkspace(db, { createdAt: until });
  const settings = { baseUrl: standIn.url, pageSize: 7, requestsPerSecond: 10_000 };
  const credentials = way?.(standIn) ?? standIn.credentials;
  await connectSource(db, { workspaceId, id: 'survey', kind: 'typeform', settings, credentials, createdAt: until });
  const sync = (sourceId = 'survey') => runSync(db, { workspaceId, sourceId, trigger: 'hand', secretKey: testKey, now: () => clock.at });
  const rows = (sql: string) => db.query(sql, [workspaceId]);
  const open = (given: unknown = credentials) =>
    openSource({ id: 'survey', kind: 'typeform', settings }, given, { now: () => clock.at, keepCredentials: async () => {} });
  return { db, company, book, standIn, workspaceId, sync, clock, rows, open };
}

const written = ({ streams }: RunOutcome) => streams.reduce((sum, { writtenCount }) => sum + writtenCount, 0);

test('the first sync brings every response, and the second changes nothing', async () => {
  const { db, book, workspaceId, sync, clock } = await connected();
  expect(book.responses.length).toBeGreaterThan(15);
  expect(written(await sync())).toBe(book.responses.length);
  const hashes = await tableHashes(db, workspaceId);
  clock.at = minutesLater(60);
  expect(written(await sync())).toBe(0);
  expect(await tableHashes(db, workspaceId)).toEqual(hashes);
});

test('an answer that comes late into the list is read by looking back', async () => {
  const { book, sync, clock } = await connected({ options: { lagMilliseconds: 20 * MINUTE } });
  clock.at = minutesLater(30);
  await sync();
  const [first] = book.responses;
  if (!first) throw new Error('the sample has no response');
  book.responses.push({ ...first, token: 'late', at: minutesLater(29).getTime() });
  clock.at = minutesLater(40);
  expect(written(await sync())).toBe(0);
  clock.at = minutesLater(50);
  expect(written(await sync())).toBe(1);
});

test('responses are matched to accounts by the hidden field and by e-mail, and answer for them', async () => {
  const { db, company, book, workspaceId, sync, rows } = await connected();
  const crm = await startHubspotStandIn(company, { now: () => minutesLater(2), perTenSeconds: 10_000, searchesPerSecond: 1_000 });
  onTestFinished(() => crm.close());
  const settings = { baseUrl: crm.url, requestsPerTenSeconds: 250 };
  await connectSource(db, { workspaceId, id: 'crm', kind: 'hubspot', settings, credentials: crm.credentials, createdAt: until });
  await sync('crm');
  await sync();
  const [{ count, accounts }] = await rows(
    `select count(*)::int as count, count(distinct h.id)::int as accounts
    from handoff_event e join handoff h on h.workspace_id = e.workspace_id and h.id = e.handoff_id
    where e.workspace_id = $1 and e.kind = 'survey-answered'`,
  );
  console.log({ responses: book.responses.length, answersPlaced: count, handoffs: accounts });
  expect(count).toBeGreaterThan(book.responses.filter(({ companyId }) => companyId !== null).length / 2);
  const kinds = await rows(
    `select kind, scale, count(*)::int as count from survey_response where workspace_id = $1 and source_id = 'survey' group by 1, 2 order by 1`,
  );
  expect(kinds).toEqual([
    { kind: 'csat', scale: '1-5', count: book.responses.length },
    { kind: 'nps', scale: '0-10', count: book.responses.filter(({ likely }) => likely !== null).length },
  ]);
  const [{ repeated }] = await rows(
    `select count(*)::int as repeated from survey_response where workspace_id = $1 and source_id = 'survey' and repeated_information`,
  );
  expect(repeated).toBe(book.responses.filter((response) => response.repeated).length);
});

test('Typeform is asked for half as many responses each time it gives up', async () => {
  const { book, standIn, open } = await connected();
  const sizes: number[] = [];
  const source = openSource(
    { id: 'survey', kind: 'typeform', settings: { baseUrl: standIn.url, pageSize: 100, requestsPerSecond: 10_000 } },
    standIn.credentials,
    {
      now: () => until,
      keepCredentials: async () => {},
    },
  );
  standIn.fail(({ query }) => {
    const size = Number(query.get('page_size'));
    if (!query.has('response_type') || size <= 30) return null;
    sizes.push(size);
    return { kind: 'answer', status: 499, body: { code: 'TIMEOUT', description: 'The request took too long' } };
  });
  let read = 0;
  for await (const page of source.streams[0]?.pages(null, new AbortController().signal) ?? []) read += page.records.length;
  expect({ read, sizes: [...new Set(sizes)] }).toEqual({ read: book.responses.length, sizes: [100, 50] });
  expect(open().kind).toBe('typeform');
});

test('OAuth keeps each new refresh token', async () => {
  const { workspaceId, sync, rows } = await connected({ way: (standIn) => standIn.oauth });
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
  const [{ credentials }] = await rows(`select credentials from source where workspace_id = $1 and id = 'survey'`);
  expect(openCredentials(credentials, { key: testKey, workspaceId, sourceId: 'survey' })).toMatchObject({
    refreshToken: 'sample-tf-refresh-2',
  });
});

test('the test of a connection says what is wrong', async () => {
  const { book, standIn, open } = await connected();
  const trial = (credentials?: unknown) => open(credentials).test(new AbortController().signal);
  await expect(trial()).resolves.toBeUndefined();
  await expect(trial({ kind: 'token', token: 'wrong' })).rejects.toThrow(/403.*forms:read/);
  standIn.fail(({ path }) => (path.endsWith('/responses') ? { kind: 'answer', status: 403, body: { description: 'no' } } : null));
  await expect(trial()).rejects.toThrow(/responses:read/);
  standIn.fail(null);
  book.forms = [];
  await expect(trial()).rejects.toThrow('has no form');
});
