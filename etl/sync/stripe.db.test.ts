import { expect, onTestFinished, test } from 'vitest';
import { addWorkspace, connectSource, testKey } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import { sampleCompany } from '../sandbox/sample-company.js';
import type { StripeBook } from '../sandbox/stripe/book.js';
import { bookWith } from '../sandbox/stripe/plain-book.js';
import { bookOf } from '../sandbox/stripe/sample-book.js';
import { type StripeOptions, startStripeStandIn } from '../sandbox/stripe-stand-in.js';
import { openSource } from './open-source.js';
import { type RunOutcome, runSync } from './run.js';
import { tableHashes } from './table-hash.js';

const until = new Date('2026-06-01T00:00:00Z');
const DAY = 86_400_000;
const daysLater = (days: number) => new Date(until.getTime() + days * DAY);
const seconds = (at: Date) => Math.floor(at.getTime() / 1000);

async function connected(book: StripeBook, options: StripeOptions = {}) {
  const { db } = await testDatabase();
  const clock = { at: until };
  const standIn = await startStripeStandIn(book, { now: () => clock.at, perSecond: 100_000, ...options });
  onTestFinished(() => standIn.close());
  const workspaceId = await addWorkspace(db, { createdAt: until });
  // So rarely read whole that nothing here is found by it.
  const settings = { baseUrl: standIn.url, pageSize: 20, requestsPerSecond: 100, rereadHours: 10_000 };
  await connectSource(db, { workspaceId, id: 'billing', kind: 'stripe', settings, credentials: standIn.credentials, createdAt: until });
  const sync = () => runSync(db, { workspaceId, sourceId: 'billing', trigger: 'hand', secretKey: testKey, now: () => clock.at });
  const rows = (sql: string) => db.query<Record<string, unknown>[]>(sql, [workspaceId]);
  return { db, standIn, workspaceId, sync, clock, rows };
}

const written = ({ streams }: RunOutcome) => Object.fromEntries(streams.map(({ stream, writtenCount }) => [stream, writtenCount]));

test('the first sync brings every customer and subscription, and the second changes nothing', async () => {
  const book = bookWith(95, until);
  const { db, workspaceId, sync, clock } = await connected(book);
  const first = await sync();
  expect(first).toMatchObject({ outcome: 'succeeded', error: null });
  expect(written(first)).toEqual({ 'stripe.customers': 95, 'stripe.subscriptions': 32 });
  const hashes = await tableHashes(db, workspaceId);
  clock.at = daysLater(1);
  expect(written(await sync())).toEqual({ 'stripe.customers': 0, 'stripe.subscriptions': 0 });
  expect(await tableHashes(db, workspaceId)).toEqual(hashes);
});

test('trials, pauses, notices, ends, tiers and cut lists are read as they are', async () => {
  const { sync, rows } = await connected(bookWith(40, until));
  await sync();
  const read = await rows(
    `select external_id, status, notice_at is not null as notice, ended_at is not null as ended, arr, currency, reason, product
    from subscription where workspace_id = $1 order by external_id`,
  );
  const byNumber = (n: number) => read.find((row) => row.external_id === `sub_${String(n + 1).padStart(8, '0')}`);
  expect(byNumber(0)).toMatchObject({ status: 'active', notice: false, ended: false, arr: '120.00', currency: 'USD', product: 'Platform' });
  expect(byNumber(3)).toMatchObject({ status: 'active, collection paused' });
  expect(byNumber(6)).toMatchObject({ arr: '90.54' });
  expect(byNumber(9)).toMatchObject({ arr: ((12 * 1009 * 325) / 100).toFixed(2) });
  expect(byNumber(12)).toMatchObject({ arr: '780.00' });
  expect(byNumber(15)).toMatchObject({ status: 'trialing' });
  expect(byNumber(18)).toMatchObject({ notice: true, ended: true, reason: 'cancellation_requested: We build it ourselves' });
  expect(byNumber(21)).toBeUndefined();
  expect(byNumber(24)).toBeUndefined();
  expect(byNumber(27)).toMatchObject({ status: 'active', notice: true, ended: false });
  expect(byNumber(30)).toMatchObject({ arr: '12360', currency: 'JPY' });
});

test('what events name is fetched as it is now, and a deleted customer is marked', async () => {
  const book = bookWith(60, until);
  const { sync, clock, rows } = await connected(book);
  await sync();
  const [first = '', second = ''] = book.customers.map(({ id }) => id);
  const [subscription] = book.subscriptions;
  book.changeCustomers([first], seconds(daysLater(1)));
  book.changeCustomers([first], seconds(daysLater(2)));
  book.removeCustomers([second], seconds(daysLater(3)));
  const end = seconds(daysLater(4));
  book.changeSubscription(subscription?.id ?? '', { status: 'canceled', canceledAt: end, endedAt: end, feedback: 'too_expensive' }, end);
  clock.at = daysLater(5);
  const run = await sync();
  expect(run).toMatchObject({ outcome: 'succeeded', error: null });
  expect(written(run)).toMatchObject({ 'stripe.subscriptions': 1 });
  expect(await rows(`select name from account_link where workspace_id = $1 and external_id = 'cus_00000001'`)).toEqual([
    { name: 'Customer 1 (new) (new)' },
  ]);
  expect(await rows(`select external_id, deleted_at from account_link where workspace_id = $1 and deleted_at is not null`)).toEqual([
    { external_id: second, deleted_at: daysLater(3) },
  ]);
  expect(await rows(`select notice_at, ended_at, reason from subscription where workspace_id = $1 and reason = 'too_expensive'`)).toEqual([
    { notice_at: null, ended_at: daysLater(4), reason: 'too_expensive' },
  ]);
});

test('who comes after the events were forgotten reads everything again', async () => {
  const book = bookWith(30, until);
  const { sync, clock, rows } = await connected(book);
  await sync();
  book.changeCustomers(['cus_00000005'], seconds(daysLater(1)));
  clock.at = daysLater(45);
  expect(written(await sync())).toEqual({ 'stripe.customers': 1, 'stripe.subscriptions': 0 });
  expect(await rows(`select name from account_link where workspace_id = $1 and external_id = 'cus_00000005'`)).toEqual([
    { name: 'Customer 5 (new)' },
  ]);
});

test('a list whose place was deleted meanwhile begins again', async () => {
  const book = bookWith(60, until);
  const { standIn, sync, rows } = await connected(book);
  let asked = 0;
  standIn.fail(({ path }) => {
    if (path === '/v1/customers' && ++asked === 2) book.removeCustomers(['cus_00000041'], seconds(until));
    return null;
  });
  expect(await sync()).toMatchObject({ outcome: 'succeeded', error: null });
  expect(await rows(`select count(*)::int as count from account_link where workspace_id = $1`)).toEqual([{ count: 60 }]);
  expect(asked).toBeGreaterThan(3);
});

test('the subscriptions of the sample company end when its customers leave', async () => {
  const company = sampleCompany({ until, wonDeals: 60 });
  const { sync, rows } = await connected(bookOf(company));
  expect(await sync()).toMatchObject({ outcome: 'succeeded', error: null });
  const left = company.truth.handoffs.filter(({ churnedAt }) => churnedAt !== null);
  const ended = await rows(`select external_id, ended_at from subscription where workspace_id = $1 and ended_at is not null`);
  expect(ended).toHaveLength(left.length);
  const [link] = await rows(`select declared_id, domain from account_link where workspace_id = $1 and declared_id is not null limit 1`);
  expect(company.companies.find(({ id }) => id === link?.declared_id)?.domain ?? null).toBe(link?.domain);
});

test('test() names every permission that the key lacks', async () => {
  const standIn = await startStripeStandIn(bookWith(1, until), { forbidden: ['/v1/events', '/v1/products'] });
  onTestFinished(() => standIn.close());
  const context = { now: () => until, keepCredentials: async () => {} };
  const opened = (apiKey: string) => openSource({ id: 'billing', kind: 'stripe', settings: { baseUrl: standIn.url } }, { apiKey }, context);
  const signal = new AbortController().signal;
  await expect(opened(standIn.credentials.apiKey).test(signal)).rejects.toThrow('the key may not read Products, Events.');
  await expect(opened('rk_test_another').test(signal)).rejects.toThrow('Invalid API Key provided');
});
