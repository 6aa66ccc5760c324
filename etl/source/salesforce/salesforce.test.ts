import { expect, onTestFinished, test } from 'vitest';
import { type SalesforceOptions, type SalesforceStandIn, startSalesforceStandIn } from '../../sandbox/salesforce-stand-in.js';
import { sampleCompany } from '../../sandbox/sample-company.js';
import type { Fault, Request } from '../../sandbox/stand-in/fault.js';
import type { Page, Position, Source, Stream } from '../source.js';
import { salesforceKind } from './salesforce.js';

const until = new Date('2026-06-01T00:00:00Z');
const { signal } = new AbortController();

interface Wanted {
  wonDeals?: number;
  options?: SalesforceOptions;
  settings?: Record<string, unknown>;
  credentials?: (standIn: SalesforceStandIn) => unknown;
  keepCredentials?: (credentials: unknown) => Promise<void>;
}

async function opened({ wonDeals = 5, options = {}, settings = {}, credentials, keepCredentials = async () => {} }: Wanted = {}) {
  const company = sampleCompany({ until, wonDeals });
  const standIn = await startSalesforceStandIn(company, { now: () => until, ...options });
  onTestFinished(() => standIn.close());
  const given = { baseUrl: standIn.url, requestsPerSecond: 100, ...settings };
  const source = salesforceKind.open(given, credentials?.(standIn) ?? standIn.credentials, { now: () => until, keepCredentials });
  return { company, standIn, source };
}

function named(source: Source, name: string): Stream {
  const found = source.streams.find((stream) => stream.name === `salesforce.${name}`);
  if (!found) throw new Error(`there is no stream ${name}`);
  return found;
}

async function read(pages: AsyncIterable<Page>): Promise<{ ids: string[]; last: Position | null }> {
  const ids: string[] = [];
  let last: Position | null = null;
  for await (const { records, position } of pages) {
    ids.push(...records.map((record) => (record as { Id: string }).Id));
    last = position ?? last;
  }
  return { ids, last };
}

const heldIds = (standIn: SalesforceStandIn, sobject: string) =>
  standIn.org.objects
    .get(sobject)
    ?.rows()
    .map(({ Id }) => Id)
    .sort() ?? [];
const asks = ({ query }: Request) => query.get('q') ?? '';
const refused = (status: number, errorCode: string, message = ''): Fault => ({ kind: 'answer', status, body: [{ errorCode, message }] });

test('a session that Salesforce ended is begun anew in the middle of a pass', async () => {
  const { standIn, source } = await opened({ options: { pageSize: 10 } });
  let asked = 0;
  standIn.fail(({ path }) => {
    if (path.includes('/query/') && ++asked === 2) standIn.login.endSessions();
    return null;
  });
  expect((await read(named(source, 'tasks').pages(null, signal))).ids.sort()).toEqual(heldIds(standIn, 'task'));
  expect(standIn.requests.get('POST /services/oauth2/token')).toBe(2);
});

test('a refresh token that was replaced is kept before anything is asked with its session', async () => {
  const kept: { credentials: unknown; askedBefore: number }[] = [];
  const { standIn, source } = await opened({
    credentials: ({ refreshToken }) => refreshToken,
    async keepCredentials(credentials) {
      kept.push({ credentials, askedBefore: standIn.requests.size - 1 });
    },
  });
  await source.test(signal);
  const rotated = { ...standIn.refreshToken, refreshToken: `${standIn.refreshToken.refreshToken}-1` };
  expect(kept).toEqual([{ credentials: rotated, askedBefore: 0 }]);
  standIn.login.endSessions();
  await source.test(signal);
  expect(kept).toHaveLength(2);
});

test('a question that takes Salesforce too long is asked in shorter spans, and nothing is left out', async () => {
  const { company, standIn, source } = await opened();
  const day = 86_400_000;
  for (const [n, task] of company.tasks.entries()) task.changedAt = until.getTime() - (60 * day * n) / company.tasks.length;
  company.revision += 1;
  const stream = named(source, 'tasks');
  const { last } = await read(stream.pages(null, signal));
  let answered = 0;
  standIn.fail((request) => {
    const [, from, to] = /SystemModstamp >= (\S+)(?: AND SystemModstamp < (\S+))? ORDER/.exec(asks(request)) ?? [];
    if (from === undefined) return null;
    const tooWide = (to === undefined ? until.getTime() : Date.parse(to)) - Date.parse(from) > 5 * day;
    answered += tooWide ? 0 : 1;
    return tooWide ? refused(400, 'QUERY_TIMEOUT', 'Your query request was running for too long.') : null;
  });
  const { ids } = await read(stream.pages({ ...last, since: until.getTime() - 61 * day }, signal));
  expect(ids.sort()).toEqual(heldIds(standIn, 'task'));
  expect(answered).toBeGreaterThan(11);
});

test('a change that Salesforce showed late is read by looking back', async () => {
  const { company, standIn, source } = await opened();
  const stream = named(source, 'tasks');
  const { last } = await read(stream.pages(null, signal));
  const since = Number(last?.since);
  const [late, tooLate] = company.tasks.filter(({ changedAt }) => changedAt < since - 86_400_000);
  if (!late || !tooLate) throw new Error('the sample has too few tasks');
  late.changedAt = since - 9 * 60_000;
  tooLate.changedAt = since - 11 * 60_000;
  company.revision += 1;
  const { ids } = await read(stream.pages(last, signal));
  const idOf = (subject: string, changedAt: number) =>
    standIn.org.objects
      .get('task')
      ?.rows()
      .find((row) => row.Subject === subject && row.SystemModstamp === Math.floor(changedAt / 1000) * 1000)?.Id;
  expect(ids).toContain(idOf(late.subject, late.changedAt));
  expect(ids).not.toContain(idOf(tooLate.subject, tooLate.changedAt));
});

test('a locator that was forgotten costs the pass nothing', async () => {
  const { standIn, source } = await opened({ options: { pageSize: 20 } });
  let asked = 0;
  standIn.fail(({ path }) => {
    if (path.includes('/query/') && ++asked === 2) standIn.queries.forgetLocators();
    return null;
  });
  const { ids } = await read(named(source, 'tasks').pages(null, signal));
  expect([...new Set(ids)].sort()).toEqual(heldIds(standIn, 'task'));
  expect(ids.length).toBeLessThan(heldIds(standIn, 'task').length + 25);
});

test('where locators are always forgotten the first pages carry the pass on, until more records share a second than fit on one', async () => {
  const { company, standIn, source } = await opened({ options: { pageSize: 20 } });
  standIn.fail(({ path }) => (path.includes('/query/') ? refused(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator') : null));
  const { ids } = await read(named(source, 'tasks').pages(null, signal));
  expect([...new Set(ids)].sort()).toEqual(heldIds(standIn, 'task'));
  for (const task of company.tasks) task.changedAt = until.getTime();
  company.revision += 1;
  await expect(read(named(source, 'tasks').pages(null, signal))).rejects.toThrow('INVALID_QUERY_LOCATOR');
});

test('more fields than an address can hold are asked in parts and joined by id', async () => {
  const dimensions = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`d${n}`, `A_Field_With_A_Long_Name_${n}__c`]));
  const { standIn, source } = await opened({
    settings: { mapping: { accountDimensions: dimensions } },
    options: { wide: Object.values(dimensions) },
  });
  const stream = named(source, 'accounts');
  const records: unknown[] = [];
  for await (const page of stream.pages(null, signal)) records.push(...page.records);
  expect(records).toHaveLength(heldIds(standIn, 'account').length);
  const [row] = stream.read(records[0]).rows[0]?.rows ?? [];
  expect(row?.dimensions).toMatchObject({ d0: 'wide 0', d299: 'wide 299' });
});

test('a field that was chosen and is not there is named', async () => {
  const settings = { mapping: { arr: 'Yearly__c', accountMoments: { Left_On__c: 'churned' } } };
  const { source } = await opened({ settings });
  await expect(source.test(signal)).rejects.toMatchObject({
    kind: 'schema',
    message: expect.stringContaining('Account.Left_On__c, Opportunity.Yearly__c'),
  });
  await expect(read(named(source, 'opportunities').pages(null, signal))).rejects.toThrow('Yearly__c');
});

test('an org without the fields that are looked for by default is read all the same', async () => {
  const without = ['Opportunity.ARR__c', 'Opportunity.CSM__c', 'Account.Segment__c', 'Case.Repeated_Information__c'];
  const { standIn, source } = await opened({ options: { without } });
  await source.test(signal);
  expect((await read(named(source, 'opportunities').pages(null, signal))).ids.sort()).toEqual(heldIds(standIn, 'opportunity'));
});

test('what an org may do without is left out, and said', async () => {
  const { source } = await opened({ options: { without: ['EmailMessage', 'OpportunityFieldHistory'] } });
  await source.test(signal);
  const mails = named(source, 'case-mails');
  expect((await read(mails.pages(null, signal))).ids).toEqual([]);
  expect(mails.leftOut?.()).toContain('Email-to-Case');
  expect(mails.sweep).toBeUndefined();
});

test('what cannot be done without is named', async () => {
  const { source } = await opened({ options: { without: ['Opportunity', 'Task'] } });
  await expect(source.test(signal)).rejects.toMatchObject({ kind: 'scope', message: expect.stringContaining('Opportunity, Task') });
  await expect(read(named(source, 'tasks').pages(null, signal))).rejects.toMatchObject({ kind: 'scope' });
});

test('reading stops politely before the daily limit, and waits for tomorrow after it', async () => {
  const { standIn, source } = await opened({ options: { perDay: 20, pageSize: 5 }, settings: { dailyShare: 0.5 } });
  await expect(read(named(source, 'tasks').pages(null, signal))).rejects.toMatchObject({
    kind: 'rate',
    message: expect.stringContaining('10 of the org'),
  });
  expect(standIn.refused()).toBe(0);
  const greedy = await opened({ options: { perDay: 20, pageSize: 5 }, settings: { dailyShare: 1 } });
  greedy.standIn.fail(({ path }) =>
    path.includes('/query/') ? refused(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.') : null,
  );
  await expect(read(named(greedy.source, 'tasks').pages(null, signal))).rejects.toMatchObject({ kind: 'rate', lasting: false });
  expect([...greedy.standIn.requests].filter(([key]) => key.includes('/query/'))).toMatchObject([[expect.anything(), 1]]);
});

test.each([
  ['invalid_client_id', { clientId: 'nobody' }],
  ['invalid_client', { clientSecret: 'not-the-secret' }],
])('wrong credentials are a lasting fault (%s), and stay secret', async (code, wrong) => {
  const { source } = await opened({ credentials: (standIn) => ({ ...standIn.credentials, ...wrong }) });
  const error = await source.test(signal).then(
    () => null,
    (cause: unknown) => cause as Error,
  );
  expect(error).toMatchObject({ kind: 'credentials', lasting: true, message: expect.stringContaining(code) });
  expect(error?.message).not.toContain('not-the-secret');
});

test('a token is not sent to a host that is not the vendor', async () => {
  const { standIn, source } = await opened();
  const body = { access_token: 'a', instance_url: 'https://salesforce.com.evil.example' };
  standIn.fail(({ path }) => (path === '/services/oauth2/token' ? { kind: 'answer', status: 200, body } : null));
  await expect(source.test(signal)).rejects.toThrow('salesforce.com.evil.example');
});

test('the common sign-in page is refused as an address', () => {
  const open = () =>
    salesforceKind.open({ baseUrl: 'https://login.salesforce.com' }, {}, { now: () => until, keepCredentials: async () => {} });
  expect(open).toThrow('My Domain');
});
