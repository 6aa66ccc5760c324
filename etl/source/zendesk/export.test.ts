import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { Page, Position } from '../source.js';
import { zendeskClient } from './client.js';
import { cursorExport } from './cursor-export.js';
import type { Export } from './export.js';
import { zendeskSettings } from './settings.js';
import { timeExport } from './time-export.js';

const now = new Date('2026-03-01T00:00:00Z');
const seconds = now.getTime() / 1000;

interface Answer {
  status?: number;
  body: unknown;
}

/** Zendesk as far as one export goes. */
async function exporting(answer: (query: URLSearchParams, nth: number) => Answer) {
  const asked: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    asked.push(searchParams);
    const { status = 200, body } = answer(searchParams, asked.length);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const settings = zendeskSettings.parse({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  const clock = { now: () => Date.now(), sleep: async () => {} };
  const credentials = { kind: 'api token', email: 'a@b.example', token: 'secret' } as const;
  const client = zendeskClient({ settings, credentials, keepCredentials: async () => {}, clock });
  const wanted: Export = { client, now: () => now, path: '/export', key: 'rows', signal: new AbortController().signal };
  return { wanted, asked };
}

async function all(pages: AsyncIterable<Page>): Promise<{ records: unknown[]; last: Position | null }> {
  const records: unknown[] = [];
  let last: Position | null = null;
  for await (const page of pages) {
    records.push(...page.records);
    last = page.position ?? last;
  }
  return { records, last };
}

test('a cursor export goes on from its cursor and ends with the end of the stream', async () => {
  const { wanted, asked } = await exporting((query) =>
    query.get('cursor') === 'c1'
      ? { body: { rows: [2], after_cursor: 'c2', end_of_stream: true } }
      : { body: { rows: [1], after_cursor: 'c1', end_of_stream: false } },
  );
  expect(await all(cursorExport(wanted, null))).toEqual({ records: [1, 2], last: { cursor: 'c2', reached: seconds - 61 } });
  expect(asked[0]?.has('start_time')).toBe(true);
  expect(asked[1]?.has('start_time')).toBe(false);
});

test('a null cursor after the end does not replace the last one', async () => {
  const { wanted, asked } = await exporting(() => ({ body: { rows: [], after_cursor: null, end_of_stream: true } }));
  expect(await all(cursorExport(wanted, { cursor: 'c9' }))).toEqual({ records: [], last: { cursor: 'c9', reached: seconds - 61 } });
  expect(asked[0]?.get('cursor')).toBe('c9');
});

test.each([
  ['from a day before the last whole pass', 1_000_000_000, '999913600'],
  ['from the beginning where there was none', null, '1'],
])('a cursor that is refused begins the pass again %s', async (_, reached, start) => {
  const { wanted, asked } = await exporting((query) =>
    query.has('cursor')
      ? { status: 400, body: { error: 'InvalidPaginationParameter', description: 'Invalid parameter: cursor' } }
      : { body: { rows: [1], after_cursor: 'c1', end_of_stream: true } },
  );
  expect(await all(cursorExport(wanted, { cursor: 'c0', reached }))).toEqual({
    records: [1],
    last: { cursor: 'c1', reached: seconds - 61 },
  });
  expect(asked.map((query) => query.get('start_time'))).toEqual([null, start]);
});

test.each(['c1', null])('a cursor export that goes in a circle (%s) is ended', async (after_cursor) => {
  const { wanted } = await exporting(() => ({ body: { rows: [1], after_cursor, end_of_stream: false } }));
  await expect(all(cursorExport(wanted, { cursor: 'c1' }))).rejects.toMatchObject({ kind: 'vendor' });
});

test('Zendesk is asked for half as much each time it gives up', async () => {
  const { wanted, asked } = await exporting((query) =>
    Number(query.get('per_page')) > 250 ? { status: 504, body: {} } : { body: { rows: [1], after_cursor: 'c1', end_of_stream: true } },
  );
  await all(cursorExport(wanted, null));
  expect(asked.map((query) => query.get('per_page'))).toEqual(['1000', '500', '250']);
});

test('a time export goes on at the second the page ended with, or where Zendesk says', async () => {
  const { wanted, asked } = await exporting((_, nth) => {
    if (nth === 1) return { body: { rows: [1, 2], count: 2, end_time: 500, end_of_stream: false, next_page: null } };
    if (nth === 2)
      return { body: { rows: [2, 3], count: 2, end_time: 500, end_of_stream: false, next_page: 'https://elsewhere/x?start_time=501' } };
    return { body: { rows: [4], count: 1, end_time: 600, end_of_stream: true } };
  });
  expect(await all(timeExport(wanted, null))).toEqual({ records: [1, 2, 2, 3, 4], last: { start: 600 } });
  expect(asked.map((query) => query.get('start_time'))).toEqual(['1', '500', '501']);
});

test('a time export never starts within the last minute, and looks back', async () => {
  const { wanted, asked } = await exporting(() => ({ body: { rows: [], count: 0, end_time: null, end_of_stream: true } }));
  expect((await all(timeExport(wanted, { start: seconds + 3_600 }))).last).toEqual({ start: seconds + 3_600 });
  await all(timeExport(wanted, { start: seconds - 7_200 }));
  expect(asked.map((query) => Number(query.get('start_time')))).toEqual([seconds - 61, seconds - 7_500]);
});

test('a time export that does not go on is ended', async () => {
  const { wanted } = await exporting(() => ({ body: { rows: [1], count: 1, end_time: 700, end_of_stream: false } }));
  await expect(all(timeExport(wanted, { start: 1_000 }))).rejects.toMatchObject({ kind: 'vendor' });
});

test('an answer without its records is not taken for an empty one', async () => {
  const { wanted } = await exporting(() => ({ body: { after_cursor: 'c1', end_of_stream: true } }));
  await expect(all(cursorExport(wanted, null))).rejects.toMatchObject({ kind: 'schema' });
});
