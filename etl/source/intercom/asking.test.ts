import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { intercom } from './intercom.js';
import { addressOf, INTERCOM_REGIONS, intercomSettings } from './settings.js';

interface Asked {
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
}

interface Answer {
  status?: number;
  body: unknown;
}

const refusal = (status: number, code: string): Answer => ({ status, body: { type: 'error.list', errors: [{ code, message: code }] } });

/** Intercom as far as a few questions go; what is not answered otherwise is an empty list. */
async function answering(answer: (asked: Asked, nth: number) => Answer | null) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://127.0.0.1');
    asked.push({ path, query, headers: request.headers });
    const nth = asked.filter((one) => one.path === path).length;
    const empty = { type: 'list', data: [], conversations: [], teams: [], total_count: 0, pages: { type: 'pages' } };
    const { status = 200, body } = answer({ path, query, headers: request.headers }, nth) ?? { body: empty };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const waited: number[] = [];
  const sleep = async (milliseconds: number) => {
    waited.push(milliseconds);
  };
  const source = intercom({
    settings: intercomSettings.parse({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
    credentials: { token: 'the-token' },
    now: () => new Date('2026-03-01T00:00:00Z'),
    clock: { now: () => Date.now(), sleep },
  });
  return { source, asked, waited };
}

const { signal } = new AbortController();

async function companiesOf(source: ReturnType<typeof intercom>): Promise<unknown[]> {
  const stream = source.streams.find(({ name }) => name === 'intercom.companies');
  const records: unknown[] = [];
  for await (const page of stream?.pages(null, signal) ?? []) records.push(...page.records);
  return records;
}

test('every question names the version that is meant', async () => {
  const { source, asked } = await answering(() => null);
  await source.test(signal);
  expect(new Set(asked.map(({ headers }) => headers['intercom-version']))).toEqual(new Set(['2.15']));
  expect(asked.map(({ path }) => path)).not.toContain('/companies/scroll');
});

test.each([
  ['us', 'https://api.intercom.io'],
  ['eu', 'https://api.eu.intercom.io'],
  ['au', 'https://api.au.intercom.io'],
] as const)('a workspace of the region %s is asked at %s', (region, address) => {
  expect(addressOf(intercomSettings.parse({ region }))).toBe(address);
  expect(INTERCOM_REGIONS[region]).toBe(address);
});

test.each([
  ['/conversations/search', 'Read conversations'],
  ['/contacts/search', 'Read and list users and companies'],
  ['/companies/list', 'Read and list users and companies'],
  ['/teams', 'Read admins'],
])('a token that may not ask %s is told which permission is missing', async (path, permission) => {
  const { source } = await answering((asked) => (asked.path === path ? refusal(403, 'forbidden') : null));
  await expect(source.test(signal)).rejects.toMatchObject({ kind: 'scope', message: expect.stringContaining(`"${permission}"`) });
});

test('a wrong token is told so, and stays secret', async () => {
  const { source } = await answering(() => refusal(401, 'unauthorized'));
  const error = await source.test(signal).catch((cause: unknown) => cause);
  expect(error).toMatchObject({ kind: 'credentials' });
  expect(String(error)).not.toContain('the-token');
});

test('the scroll over companies ends with an empty page', async () => {
  const { source, asked } = await answering((_, nth) => ({
    body: { type: 'list', data: nth <= 2 ? [{ id: String(nth) }] : [], scroll_param: 's1' },
  }));
  expect(await companiesOf(source)).toHaveLength(2);
  expect(asked.map(({ query }) => query.get('scroll_param'))).toEqual([null, 's1', 's1']);
});

test.each([400, 404, 500])('a scroll that is answered %i begins again from the start', async (status) => {
  const { source, asked } = await answering((_, nth) =>
    nth === 2 ? refusal(status, 'broken') : { body: { data: nth < 5 ? [{ id: String(nth) }] : [], scroll_param: `s${nth}` } },
  );
  expect(await companiesOf(source)).toHaveLength(3);
  expect(asked.map(({ query }) => query.get('scroll_param'))).toEqual([null, 's1', null, 's3', 's4']);
});

test('a scroll that breaks every time is ended', async () => {
  const { source } = await answering(({ query }) =>
    query.has('scroll_param') ? refusal(404, 'not_found') : { body: { data: [{ id: '1' }], scroll_param: 's' } },
  );
  await expect(companiesOf(source)).rejects.toMatchObject({ kind: 'vendor' });
});

test('where another app scrolls, its minute is waited for', async () => {
  const { source, waited } = await answering((_, nth) =>
    nth <= 3 ? refusal(400, 'scroll_exists') : { body: { data: [], scroll_param: 's' } },
  );
  expect(await companiesOf(source)).toEqual([]);
  expect(waited).toEqual([20_000, 20_000, 20_000]);
});

test('where another app goes on scrolling, the run says whom it waited for', async () => {
  const { source } = await answering(() => refusal(400, 'scroll_exists'));
  await expect(companiesOf(source)).rejects.toMatchObject({ kind: 'rate', message: expect.stringContaining('one app at a time') });
});
