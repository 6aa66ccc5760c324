import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hubspotAsker } from '../../../test/every-answer.js';
import { type HubspotStandIn, startHubspotStandIn } from '../hubspot-stand-in.js';
import { sampleCompany } from '../sample-company.js';

const PATH = '/crm/owners/2026-03';
let standIn: HubspotStandIn;
let ask: ReturnType<typeof hubspotAsker>;
beforeAll(async () => {
  standIn = await startHubspotStandIn(sampleCompany({ until: new Date('2026-03-01T12:00:00Z'), wonDeals: 20 }));
  ask = hubspotAsker(standIn);
});
beforeEach(() => standIn.fail(null));
afterAll(() => standIn.close());

test.each(['2', '0.4', 'Sun, 01 Mar 2026 12:00:05 GMT', '1000000000'])('a 429 asks to wait until "%s"', async (wait) => {
  standIn.fail(() => ({ kind: 'answer', status: 429, headers: { 'retry-after': wait }, body: { status: 'error' } }));
  const told = await ask(PATH);
  expect([told.status, told.headers.get('retry-after')]).toEqual([429, wait]);
});

test('a broken gateway answers with a page', async () => {
  standIn.fail(() => ({ kind: 'answer', status: 502, body: '<html><h1>502 Bad Gateway</h1></html>' }));
  const told = await ask(PATH);
  expect([told.status, told.headers.get('content-type'), told.body]).toEqual([
    502,
    'text/html;charset=iso-8859-1',
    '<html><h1>502 Bad Gateway</h1></html>',
  ]);
});

test.each([{ kind: 'reset' } as const, { kind: 'truncate', afterBytes: 40 } as const])('a connection breaks: $kind', async (fault) => {
  standIn.fail(() => fault);
  await expect(ask(PATH)).rejects.toThrow();
  standIn.fail(null);
  expect((await ask(PATH)).status).toBe(200);
});

test('a fault can strike once, by path, and is counted as a request', async () => {
  const before = standIn.requests.get(`GET ${PATH}`) ?? 0;
  let left = 1;
  standIn.fail((request) => (request.path === PATH && left-- > 0 ? { kind: 'answer', status: 401, body: {} } : null));
  expect([(await ask(PATH)).status, (await ask(PATH)).status]).toEqual([401, 200]);
  expect(standIn.requests.get(`GET ${PATH}`)).toBe(before + 2);
});

test('an answer can come late', async () => {
  standIn.fail(() => ({ kind: 'wait', milliseconds: 120 }));
  const from = performance.now();
  expect((await ask(PATH)).status).toBe(200);
  expect(performance.now() - from).toBeGreaterThan(110);
});
