import { afterEach, expect, test } from 'vitest';
import { afterOf, hubspotAsker, hubspotPages, idsOf } from '../../test/every-answer.js';
import { change } from './company/change.js';
import type { SampleCompany } from './company/sample.js';
import { type HubspotOptions, type HubspotStandIn, startHubspotStandIn } from './hubspot-stand-in.js';
import { sampleCompany } from './sample-company.js';

const UNTIL = new Date('2026-03-01T12:00:00Z');
const AT = '/crm/objects/2026-03';
const open: HubspotStandIn[] = [];
afterEach(() => Promise.all(open.splice(0).map((standIn) => standIn.close())));

async function play(options: HubspotOptions = {}, company: SampleCompany = sampleCompany({ until: UNTIL, wonDeals: 120 })) {
  const standIn = await startHubspotStandIn(company, { perTenSeconds: 10_000, searchesPerSecond: 1_000, ...options });
  open.push(standIn);
  return { company, standIn, ask: hubspotAsker(standIn) };
}

const collect = async (pages: AsyncGenerator<Parameters<typeof idsOf>[0]>) => {
  const ids: string[] = [];
  for await (const told of pages) ids.push(...idsOf(told));
  return ids;
};

const since = (value: string, more: object = {}) => ({
  filterGroups: [{ filters: [{ propertyName: 'hs_lastmodifieddate', operator: 'GTE', value }] }],
  sorts: [{ propertyName: 'hs_lastmodifieddate', direction: 'ASCENDING' }],
  limit: 200,
  ...more,
});

test('a list gives each standing record once, and deleted ones only when asked', async () => {
  const { company, ask } = await play();
  const standing = await collect(hubspotPages(ask, `${AT}/deals?limit=37`));
  const deleted = await collect(hubspotPages(ask, `${AT}/deals?limit=37&archived=true`));
  expect(new Set(standing).size).toBe(standing.length);
  expect([...standing, ...deleted].sort()).toEqual(company.deals.map((deal) => deal.id).sort());
  expect(deleted).toEqual(company.truth.planted.archivedDealIds);
});

test('only named properties are told, as strings, and history only when asked', async () => {
  const { ask } = await play();
  const { body } = await ask(`${AT}/deals?limit=1&properties=amount&propertiesWithHistory=dealstage`);
  const [deal] = (body as { results: { properties: object; propertiesWithHistory: Record<string, { timestamp: string }[]> }[] }).results;
  expect(Object.keys(deal?.properties ?? {})).toEqual(['amount', 'createdate', 'hs_lastmodifieddate', 'hs_object_id']);
  const moments = deal?.propertiesWithHistory.dealstage?.map((version) => version.timestamp) ?? [];
  expect(moments).toEqual([...moments].sort().reverse());
});

test('what is not set is null here and the empty string there', async () => {
  const { ask } = await play();
  const { body } = await ask(`${AT}/companies?limit=100&properties=churned_at,notice_given_at`);
  const values = (body as { results: { properties: Record<string, string | null> }[] }).results.flatMap(({ properties }) => [
    properties.churned_at,
    properties.notice_given_at,
  ]);
  expect(values).toContain(null);
  expect(values).toContain('');
});

test.each([
  ['more than 100 in a list', `${AT}/deals?limit=101`, undefined],
  ['more than 50 with history', `${AT}/deals?limit=51&propertiesWithHistory=dealstage`, undefined],
  ['more than 200 in a search', `${AT}/deals/search`, since('2026-01-01T00:00:00Z', { limit: 201 })],
  ['a search beyond 10,000', `${AT}/deals/search`, since('2026-01-01T00:00:00Z', { after: 9_900 })],
  ['two sorts', `${AT}/deals/search`, since('2026-01-01T00:00:00Z', { sorts: ['amount', 'dealname'] })],
  ['six groups', `${AT}/deals/search`, { filterGroups: Array.from({ length: 6 }, () => ({ filters: [] })) }],
  ['more than 100 ids', `${AT}/deals/batch/read`, { inputs: Array.from({ length: 101 }, (_, id) => ({ id })) }],
  [
    'more than 50 ids with history',
    `${AT}/deals/batch/read`,
    { inputs: Array.from({ length: 51 }, (_, id) => ({ id })), propertiesWithHistory: ['dealstage'] },
  ],
  [
    'more than 1,000 associations',
    '/crm/associations/2026-03/deals/companies/batch/read',
    { inputs: Array.from({ length: 1001 }, (_, id) => ({ id })) },
  ],
])('%s is refused', async (_, path, body) => {
  const { ask } = await play();
  const told = await ask(path, body === undefined ? {} : { body });
  expect([told.status, (told.body as { category: string }).category]).toEqual([400, 'VALIDATION_ERROR']);
});

test('a search finds what changed since, in order, without deleted records', async () => {
  const { company, ask } = await play();
  const from = company.until - 60 * 86_400_000;
  const ids: string[] = [];
  for (let after: string | null = '0'; after !== null; ) {
    const told = await ask(`${AT}/deals/search`, { body: since(String(from), { limit: 7, after }) });
    ids.push(...idsOf(told));
    after = afterOf(told);
  }
  const expected = company.deals.filter((deal) => deal.archivedAt === null && deal.changedAt >= from);
  expected.sort((a, b) => a.changedAt - b.changedAt || Number(a.id) - Number(b.id));
  expect(ids).toEqual(expected.map((deal) => deal.id));
  expect(ids.length).toBeGreaterThan(20);
});

test('a change shows in the search when the index has caught up', async () => {
  const { company, standIn, ask } = await play({ searchLagMilliseconds: 60_000, now: () => new Date('2026-03-01T13:00:30Z') });
  const changed = change(company, 0.05, new Date('2026-03-01T13:00:00Z')).filter(({ kind }) => kind === 'deal');
  const found = async () => idsOf(await ask(`${AT}/deals/search`, { body: since('2026-03-01T13:00:00Z') })).sort();
  expect(await found()).toEqual([]);
  const { standIn: later } = await play({ searchLagMilliseconds: 60_000, now: () => new Date('2026-03-01T13:02:00Z') }, company);
  const told = await hubspotAsker(later)(`${AT}/deals/search`, { body: since('2026-03-01T13:00:00Z') });
  expect(idsOf(told).sort()).toEqual(changed.map(({ id }) => id).sort());
  expect(standIn.requests.get(`POST ${AT}/deals/search`)).toBe(1);
});

test('a time filter at the epoch breaks the search, as it does at the vendor', async () => {
  const { ask } = await play();
  expect((await ask(`${AT}/deals/search`, { body: since('0') })).status).toBe(500);
});

test('associations tell whom they know and name the others in a 207', async () => {
  const { company, ask } = await play();
  const deal = company.deals.find((each) => each.archivedAt === null);
  const told = await ask('/crm/associations/2026-03/deals/companies/batch/read', { body: { inputs: [{ id: deal?.id }, { id: '1' }] } });
  const body = told.body as { results: { from: { id: string }; to: { toObjectId: number }[] }[]; numErrors: number };
  expect([told.status, body.numErrors]).toEqual([207, 1]);
  expect(body.results.map(({ from, to }) => [from.id, to.map(({ toObjectId }) => String(toObjectId))])).toEqual([
    [deal?.id, [deal?.companyId]],
  ]);
});

test('a wrong token is refused and an unknown path is a page', async () => {
  const { ask } = await play();
  expect((await ask('/crm/owners/2026-03', { headers: { authorization: 'Bearer wrong' } })).status).toBe(401);
  const lost = await ask('/crm/objects/2019-01/deals');
  expect([lost.status, lost.headers.get('x-hubspot-notfound')]).toEqual([404, 'true']);
  expect(lost.body).toContain('<html>');
});

test('the burst limit counts down in the headers and then says which policy it was', async () => {
  const { ask } = await play({ perTenSeconds: 2 });
  const first = await ask('/crm/owners/2026-03');
  expect([first.headers.get('x-hubspot-ratelimit-max'), first.headers.get('x-hubspot-ratelimit-remaining')]).toEqual(['2', '1']);
  await ask('/crm/owners/2026-03');
  const third = await ask('/crm/owners/2026-03');
  expect([third.status, (third.body as { policyName: string }).policyName]).toEqual([429, 'TEN_SECONDLY_ROLLING']);
});

test('searches have a limit of their own and tell only the day in their headers', async () => {
  const { ask } = await play({ searchesPerSecond: 1 });
  const first = await ask(`${AT}/deals/search`, { body: since('2026-01-01T00:00:00Z') });
  const second = await ask(`${AT}/deals/search`, { body: since('2026-01-01T00:00:00Z') });
  expect([first.headers.get('x-hubspot-ratelimit-max'), first.headers.get('x-hubspot-ratelimit-daily')]).toEqual([null, '250000']);
  expect([second.status, (second.body as { policyName: string }).policyName]).toEqual([429, 'SECONDLY']);
});
