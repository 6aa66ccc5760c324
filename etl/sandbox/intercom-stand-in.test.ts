import { expect, onTestFinished, test } from 'vitest';
import { asker, type Told } from '../../test/every-answer.js';
import type { SampleCompany } from './company/sample.js';
import { type IntercomOptions, startIntercomStandIn } from './intercom-stand-in.js';
import { sampleCompany } from './sample-company.js';

const UNTIL = new Date('2026-03-01T12:00:00Z');
const HEADERS = { 'intercom-version': '2.15' };

async function play(options: IntercomOptions = {}, company: SampleCompany = sampleCompany({ until: UNTIL, wonDeals: 40 })) {
  const standIn = await startIntercomStandIn(company, { now: () => UNTIL, perSlice: 10_000, ...options });
  onTestFinished(() => standIn.close());
  const plain = asker(standIn.url, `Bearer ${standIn.credentials.token}`);
  const ask = (path: string, body?: unknown) => plain(path, { headers: HEADERS, ...(body === undefined ? {} : { body }) });
  return { company, standIn, ask, plain };
}

const since = (value: number, more: object = {}) => ({
  query: { field: 'updated_at', operator: '>', value },
  sort: { field: 'updated_at', order: 'ascending' },
  ...more,
});

interface Found {
  conversations: { id: string; updated_at: number; source: { body: string }; conversation_parts?: unknown }[];
  data: { id: string; updated_at: number }[];
  total_count: number;
  pages: { next?: { starting_after: string } };
}

const body = (told: Told) => told.body as Found;

test('a search gives every standing conversation once, oldest change first, and no next page at the end', async () => {
  const { company, ask } = await play();
  const seen: Found['conversations'] = [];
  let after: string | undefined;
  do {
    const pagination = { per_page: 30, ...(after === undefined ? {} : { starting_after: after }) };
    const page = body(await ask('/conversations/search', since(0, { pagination })));
    seen.push(...page.conversations);
    after = page.pages.next?.starting_after;
  } while (after !== undefined);
  const standing = company.tickets.filter(({ archivedAt }) => archivedAt === null);
  expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(standing.map(({ id }) => id)));
  expect(seen).toHaveLength(standing.length);
  const changes = seen.map((one) => one.updated_at);
  expect(changes).toEqual([...changes].sort((a, b) => a - b));
  expect(seen.every((one) => one.conversation_parts === undefined && one.source.body.startsWith('<p>'))).toBe(true);
});

test('a cursor counts rows: what leaves the search moves every later row up by one', async () => {
  const { company, ask } = await play();
  const until = UNTIL.getTime() / 1000;
  const query = { operator: 'AND', value: [since(0).query, { field: 'updated_at', operator: '<', value: until }] };
  const asked = { query, sort: since(0).sort };
  const first = body(await ask('/conversations/search', { ...asked, pagination: { per_page: 10 } }));
  const all = body(await ask('/conversations/search', { ...asked, pagination: { per_page: 150 } })).conversations;
  const ticket = company.tickets.find(({ id }) => id === all[0]?.id);
  if (ticket) ticket.changedAt = UNTIL.getTime();
  company.revision += 1;
  const pagination = { per_page: 10, starting_after: first.pages.next?.starting_after };
  const second = body(await ask('/conversations/search', { ...asked, pagination }));
  expect(second.conversations[0]?.id).toBe(all[11]?.id);
});

test.each([
  ['a page of more than 150', since(0, { pagination: { per_page: 151 } })],
  ['a cursor that was never given', since(0, { pagination: { starting_after: 'x' } })],
  ['"at or after"', { query: { field: 'updated_at', operator: '>=', value: 0 } }],
  ['another field', { query: { field: 'state', operator: '=', value: 'open' } }],
  ['a parameter nobody knows', since(0, { per_page: 10 })],
  ['no question', {}],
])('%s is refused', async (_, question) => {
  const { ask } = await play();
  expect(await ask('/conversations/search', question)).toMatchObject({ status: 400, body: { type: 'error.list' } });
});

test('contacts are compared by the day, which is not a day of UTC, and found late', async () => {
  const { company, ask } = await play();
  const [user] = company.users.filter(({ role }) => role === 'end-user');
  if (!user) throw new Error('the sample has no customers');
  user.changedAt = Date.parse('2026-02-20T16:00:00Z');
  company.revision += 1;
  const found = async (value: string) =>
    body(await ask('/contacts/search', since(Date.parse(value) / 1000))).data.filter(
      ({ updated_at }) => updated_at === user.changedAt / 1000,
    ).length;
  expect([await found('2026-02-20T15:00:00Z'), await found('2026-02-20T05:00:00Z')]).toEqual([0, 1]);
  user.changedAt = UNTIL.getTime() - 60_000;
  company.revision += 1;
  expect(await found('2026-02-20T05:00:00Z')).toBe(0);
});

test('a detail has its parts as plain text only when asked', async () => {
  const { company, ask } = await play();
  const id = company.tickets.find(({ archivedAt, steps }) => archivedAt === null && steps.length > 2)?.id;
  const words = (told: Told) => JSON.stringify((told.body as { conversation_parts: unknown }).conversation_parts);
  expect(words(await ask(`/conversations/${id}?display_as=plaintext`))).not.toContain('<p>');
  expect(words(await ask(`/conversations/${id}`))).toContain('<p>');
  expect((await ask('/conversations/1')).status).toBe(404);
});

test('one scroll at a time, for a minute, and an empty page with the same parameter at the end', async () => {
  let now = UNTIL;
  const { company, ask } = await play({ now: () => now, companiesPerPage: 30 });
  type Scrolled = { data: unknown[]; scroll_param: string };
  const first = (await ask('/companies/scroll')).body as Scrolled;
  expect(first.data).toHaveLength(30);
  expect(await ask('/companies/scroll')).toMatchObject({ status: 400, body: { errors: [{ code: 'scroll_exists' }] } });
  const next = `/companies/scroll?scroll_param=${first.scroll_param}`;
  expect(((await ask(next)).body as Scrolled).data).toHaveLength(Math.min(30, company.organizations.length - 30));
  now = new Date(UNTIL.getTime() + 61_000);
  expect((await ask(next)).status).toBe(404);
  expect((await ask('/companies/scroll')).status).toBe(200);
});

test('a company without users is in no list', async () => {
  const { company, ask } = await play();
  const [organization] = company.organizations;
  for (const user of company.users) if (user.organizationId === organization?.id) user.organizationId = null;
  company.revision += 1;
  const listed = (await ask('/companies/list?per_page=1', {})).body as { total_count: number };
  expect(listed.total_count).toBe(company.organizations.length - 1);
});

test('a request without the version, or with another token, is refused', async () => {
  const { standIn, plain } = await play();
  expect((await plain('/admins')).status).toBe(400);
  const other = asker(standIn.url, 'Bearer somebody');
  expect(await other('/admins', { headers: HEADERS })).toMatchObject({ status: 401, body: { errors: [{ code: 'unauthorized' }] } });
});

test('the limit of a slice is told and kept', async () => {
  const { ask, standIn } = await play({ perSlice: 1 });
  expect((await ask('/admins')).headers.get('x-ratelimit-limit')).toBe('1');
  const second = await ask('/admins');
  expect(second).toMatchObject({ status: 429, body: { errors: [{ code: 'rate_limit_exceeded' }] } });
  expect(second.headers.get('retry-after')).toBeNull();
  expect(Number(second.headers.get('x-ratelimit-reset'))).toBeGreaterThan(UNTIL.getTime() / 1000);
  expect(standIn.refused()).toBe(1);
});
