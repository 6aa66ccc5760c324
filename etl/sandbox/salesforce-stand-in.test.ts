import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SalesforceStandIn, startSalesforceStandIn } from './salesforce-stand-in.js';
import { sampleCompany } from './sample-company.js';

const until = new Date('2026-06-01T00:00:00Z');
let standIn: SalesforceStandIn;
let token = '';

beforeAll(async () => {
  standIn = await startSalesforceStandIn(sampleCompany({ until, wonDeals: 10 }), { now: () => until, pageSize: 20 });
  const { clientId, clientSecret } = standIn.credentials;
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret });
  const answer = await fetch(`${standIn.url}/services/oauth2/token`, { method: 'POST', body });
  token = ((await answer.json()) as { access_token: string }).access_token;
});
afterAll(() => standIn.close());

const ask = async (path: string, init: RequestInit = {}) => {
  const headers = { authorization: `Bearer ${token}`, ...(init.body ? { 'content-type': 'application/json' } : {}) };
  const answer = await fetch(`${standIn.url}/services/data/v66.0${path}`, { ...init, headers });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : null,
  };
};
const soql = (q: string, all = true) => ask(`/${all ? 'queryAll' : 'query'}?${new URLSearchParams({ q })}`);

test.each([
  ['SELECT Id FROM Lead', 'INVALID_TYPE'],
  ['SELECT Id, Nonsense FROM Account', 'INVALID_FIELD'],
  ['SELECT Id, Id FROM Account', 'MALFORMED_QUERY'],
  ['SELECT * FROM Account', 'MALFORMED_QUERY'],
  ['SELECT Id FROM Account WHERE', 'MALFORMED_QUERY'],
  ['SELECT Id FROM Account WHERE Name = Acme', 'INVALID_FIELD'],
  ["SELECT Id FROM Account WHERE SystemModstamp >= '2026-01-01T00:00:00Z'", 'INVALID_FIELD'],
  ['SELECT Id FROM Account WHERE SystemModstamp >= 2026-01-01', 'INVALID_FIELD'],
  ["SELECT Id FROM OpportunityFieldHistory WHERE NewValue = 'x'", 'INVALID_FIELD'],
  ["SELECT Id FROM Case WHERE Description = 'x'", 'INVALID_FIELD'],
  ['SELECT Nobody.Name FROM Account', 'INVALID_FIELD'],
])('"%s" is refused with %s', async (q, errorCode) => {
  const { status, body } = await soql(q);
  expect(status).toBe(400);
  expect(body).toEqual([{ errorCode, message: expect.any(String) }]);
});

test('a question is answered in pages, in its order, and the locator goes on as it began', async () => {
  const first = await soql('SELECT Id, SystemModstamp FROM Task ORDER BY SystemModstamp, Id');
  expect(first.body).toMatchObject({ done: false, totalSize: expect.any(Number), nextRecordsUrl: expect.stringContaining('-20') });
  const next = await ask(first.body.nextRecordsUrl.replace('/services/data/v66.0', ''));
  const stamps = [...first.body.records, ...next.body.records].map((record: { SystemModstamp: string }) => record.SystemModstamp);
  expect(stamps).toHaveLength(40);
  expect(stamps).toEqual([...stamps].sort());
  expect(stamps[0]).toMatch(/000[+]0000$/);
});

test('deleted and archived records are only for queryAll', async () => {
  const counted = async (q: string, all: boolean) => (await soql(q, all)).body.totalSize;
  expect(await counted('SELECT COUNT() FROM Task', false)).toBeLessThan(await counted('SELECT COUNT() FROM Task', true));
  expect(await counted('SELECT COUNT() FROM Task WHERE IsArchived = true', true)).toBeGreaterThan(0);
});

test('a relation is nested, and a column named by its path in a bulk job', async () => {
  const q = 'SELECT Id, CreatedBy.UserType FROM OpportunityHistory';
  const [record] = (await soql(q)).body.records;
  expect(record.CreatedBy === null || 'UserType' in record.CreatedBy).toBe(true);
  const job = await ask('/jobs/query', { method: 'POST', body: JSON.stringify({ operation: 'queryAll', query: q }) });
  expect(job.body).toMatchObject({ state: 'UploadComplete', object: 'OpportunityHistory' });
  expect((await ask(`/jobs/query/${job.body.id}/results`)).status).toBe(400);
  expect((await ask(`/jobs/query/${job.body.id}`)).body.state).toBe('InProgress');
  expect((await ask(`/jobs/query/${job.body.id}`)).body.state).toBe('JobComplete');
  const page = await ask(`/jobs/query/${job.body.id}/results?maxRecords=1`);
  expect(page.text.split('\n')[0]).toBe('"Id","CreatedBy.UserType"');
  expect(page.headers.get('sforce-numberofrecords')).toBe('1');
  expect(page.headers.get('sforce-locator')).not.toBe('null');
  const all = await ask(`/jobs/query/${job.body.id}/results`);
  expect(all.headers.get('sforce-locator')).toBe('null');
});

test.each([
  ['SELECT Id, BillingAddress FROM Account', 'compound'],
  ['SELECT Id FROM OpportunityStage', 'not supported by the Bulk API'],
])('the Bulk API refuses "%s"', async (query, words) => {
  const { status, body } = await ask('/jobs/query', { method: 'POST', body: JSON.stringify({ operation: 'queryAll', query }) });
  expect([status, body[0].message]).toEqual([400, expect.stringContaining(words)]);
});

test.each([
  ['start=2026-05-31T23:59:30Z&end=2026-06-01T00:00:00Z', 400],
  ['start=2026-04-01T00:00:00Z&end=2026-06-01T00:00:00Z', 400],
  ['start=2026-05-20T00:00:00Z&end=2026-06-01T00:00:00Z', 200],
])('the list of deletions for %s answers %i', async (query, status) => {
  expect((await ask(`/sobjects/Account/deleted/?${query}`)).status).toBe(status);
});

test('nobody gets in without a session, and an address has an end', async () => {
  const stranger = await fetch(`${standIn.url}/services/data/v66.0/limits`, { headers: { authorization: 'Bearer x' } });
  expect([stranger.status, await stranger.json()]).toEqual([
    401,
    [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }],
  ]);
  expect([414, 431]).toContain((await soql(`SELECT Id FROM Account WHERE Name = '${'a'.repeat(16_400)}'`)).status);
});

test('ids carry the letters that tell capitals apart', () => {
  const [{ Id = '' } = {}] = standIn.org.objects.get('account')?.rows() ?? [];
  expect(Id).toMatch(/^001[0-9A-Za-z]{15}$/);
});
