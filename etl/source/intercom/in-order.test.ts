import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { realClock } from '../clock.js';
import { intercomClient } from './client.js';
import { inOrder } from './in-order.js';
import { intercomSettings } from './settings.js';

interface Row {
  id: number;
  /** Where the search has it. */
  indexedAt: number;
  /** What it shows. */
  updatedAt: number;
}

interface Question {
  query: { value: { operator: '>' | '<'; value: number }[] };
  pagination: { per_page: number; starting_after?: string };
}

/** A search over rows that counts them, and may lie. */
async function searching(rows: Row[], lie: (question: Question, nth: number) => Row[] | null = () => null) {
  let nth = 0;
  const answer = (question: Question) => {
    const [lower, upper] = question.query.value.map(({ value }) => value);
    const found = lie(question, ++nth) ?? rows.filter(({ indexedAt }) => indexedAt > Number(lower) && indexedAt < Number(upper));
    const offset = Number(question.pagination.starting_after ?? '0');
    const end = offset + question.pagination.per_page;
    const conversations = found
      .sort((a, b) => a.indexedAt - b.indexedAt || a.id - b.id)
      .slice(offset, end)
      .map(({ id, updatedAt }) => ({ id: String(id), created_at: 1, updated_at: updatedAt }));
    const next = end < found.length ? { next: { starting_after: String(end) } } : {};
    return { total_count: found.length, conversations, pages: { type: 'pages', ...next } };
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer(JSON.parse(Buffer.concat(chunks).toString()) as Question)));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const settings = intercomSettings.parse({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, pageSize: 10 });
  const client = intercomClient({ settings, credentials: { token: 'secret' } });
  const intercom = { client, settings, now: () => new Date(), clock: realClock };
  return { intercom, kind: 'conversations', signal: new AbortController().signal } as const;
}

const UNTIL = 10_000;
const range = { order: 'updated_at', from: 1, until: UNTIL } as const;

async function read(search: Awaited<ReturnType<typeof searching>>) {
  const ids = new Set<string>();
  const passed: number[] = [];
  for await (const page of inOrder(search, range)) {
    for (const { id } of page.found) ids.add(id);
    passed.push(page.passed);
  }
  return { ids, passed };
}

const rowsAt = (seconds: number[]): Row[] => seconds.map((second, id) => ({ id, indexedAt: second, updatedAt: second }));
const everySecond = (count: number, from = 100) => Array.from({ length: count }, (_, n) => from + n);

test.each([0, 1, 9, 10, 11, 20, 21])('%i rows are found, each', async (count) => {
  expect((await read(await searching(rowsAt(everySecond(count))))).ids.size).toBe(count);
});

test('a row that has just changed stands at its old place, and what comes after it is not left out', async () => {
  const rows = rowsAt(everySecond(35));
  for (const row of rows.filter(({ id }) => id % 10 === 9)) row.updatedAt = UNTIL - 5;
  const { ids, passed } = await read(await searching(rows));
  expect(ids.size).toBe(35);
  expect(Math.max(...passed)).toBeLessThan(200);
});

test('what changed within the last minute is found too', async () => {
  expect((await read(await searching(rowsAt(everySecond(40, UNTIL - 45))))).ids.size).toBe(40);
});

test('one second that fills pages is followed to its end', async () => {
  const { ids } = await read(await searching(rowsAt([...everySecond(5), ...Array.from({ length: 35 }, () => 500), 501])));
  expect(ids.size).toBe(41);
});

test('a first page that comes again and again is not taken for the rest', async () => {
  const rows = rowsAt(everySecond(15));
  const search = await searching(rows, (_, nth) => (nth > 1 ? [...rows] : null));
  await expect(read(search)).rejects.toMatchObject({ kind: 'vendor', message: expect.stringContaining('same page again') });
});
