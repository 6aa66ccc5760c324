import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { changedIds } from './changed-ids.js';
import type { HubspotClient } from './client.js';

interface Filter {
  propertyName: string;
  operator: string;
  value: string;
}

interface Body {
  filterGroups: { filters: Filter[] }[];
  sorts: { propertyName: string }[];
  limit: number;
  after?: string;
}

/** Search as HubSpot plays it, over [id, changed at] pairs: sorted by one property, and closed beyond row 10,000. */
function searching(rows: [id: number, at: number][], meanwhile: (asked: number) => void = () => {}) {
  const asked: Body[] = [];
  const holds = ([id, at]: [number, number], { propertyName, operator, value }: Filter) => {
    const held = propertyName === 'hs_object_id' ? id : at;
    const wanted = Number(value);
    return operator === 'GTE' ? held >= wanted : operator === 'LTE' ? held <= wanted : operator === 'GT' ? held > wanted : held === wanted;
  };
  const answer = (body: Body) => {
    asked.push(body);
    meanwhile(asked.length);
    const after = Number(body.after ?? 0);
    if (after + body.limit > 10_000) throw new Error('400: beyond the cap');
    const byId = body.sorts[0]?.propertyName === 'hs_object_id';
    const found = rows.filter((row) => body.filterGroups[0]?.filters.every((filter) => holds(row, filter)));
    found.sort((a, b) => (byId ? a[0] - b[0] : a[1] - b[1] || b[0] - a[0]));
    const next = after + body.limit < found.length ? { paging: { next: { after: String(after + body.limit) } } } : {};
    const results = found.slice(after, after + body.limit).map(([id, at]) => ({
      id: String(id),
      properties: { hs_lastmodifieddate: new Date(at).toISOString() },
    }));
    return { total: found.length, results, ...next };
  };
  const client: HubspotClient = {
    get: async () => {
      throw new Error('only searches are expected');
    },
    post: async (wire, _path, body) => wire.parse(answer(body as Body)) as z.output<typeof wire>,
  };
  return { client, asked };
}

async function idsOf(client: HubspotClient, span: { from: number; to: number }): Promise<number[]> {
  const ids: number[] = [];
  const question = { client, type: 'deals', changed: 'hs_lastmodifieddate', signal: new AbortController().signal };
  for await (const page of changedIds(question, span)) ids.push(...page.ids.map(Number));
  return ids;
}

const unique = (ids: number[]) => [...new Set(ids)].sort((a, b) => a - b);
const T = Date.parse('2026-01-01T00:00:00Z');

test('nothing changed is no ids, in one question', async () => {
  const { client, asked } = searching([]);
  expect(await idsOf(client, { from: T, to: T + 10 })).toEqual([]);
  expect(asked).toHaveLength(1);
});

test('both ends of the span belong to it', async () => {
  const { client } = searching([
    [1, T - 1],
    [2, T],
    [3, T + 10],
    [4, T + 11],
  ]);
  expect(unique(await idsOf(client, { from: T, to: T + 10 }))).toEqual([2, 3]);
});

test('12,000 changes are all named although search ends at 10,000 rows', async () => {
  const rows = Array.from({ length: 12_000 }, (_, n): [number, number] => [n + 1, T + Math.floor(n / 3)]);
  const { client } = searching(rows);
  expect(unique(await idsOf(client, { from: T, to: T + 100_000 }))).toHaveLength(12_000);
});

test.each([199, 200, 201, 400, 9_999, 10_000, 10_001])(
  '%i changes are all named, each in its own millisecond or all in one',
  async (count) => {
    for (const step of [0, 1]) {
      const rows = Array.from({ length: count }, (_, n): [number, number] => [n + 1, T + n * step]);
      const { client } = searching(rows);
      expect(unique(await idsOf(client, { from: T, to: T + 100_000 }))).toHaveLength(count);
    }
  },
);

test('what changes while the pages are read moves nothing out of them', async () => {
  const rows = Array.from({ length: 600 }, (_, n): [number, number] => [n + 1, T + n]);
  const { client } = searching(rows, (asked) => {
    const row = rows[asked * 7];
    if (row) row[1] = T + 50_000;
  });
  const named = unique(await idsOf(client, { from: T, to: T + 10_000 }));
  const unchanged = rows.filter(([, at]) => at < T + 50_000).map(([id]) => id);
  expect(named).toEqual(expect.arrayContaining(unchanged));
});

test('11,000 changes of one millisecond are all named, and those after it too', async () => {
  const rows = Array.from({ length: 11_000 }, (_, n): [number, number] => [n + 1, T + 5]);
  rows.push([30_001, T + 6], [30_002, T + 4]);
  const { client } = searching(rows);
  expect(unique(await idsOf(client, { from: T, to: T + 100 }))).toHaveLength(11_002);
});

test('whatever the ties and wherever the page edges, every change of the span is named', async () => {
  const rows = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 0, max: 6 })), {
    selector: ([id]) => id,
    maxLength: 1_500,
    minLength: 300,
  });
  await fc.assert(
    fc.asyncProperty(rows, async (pairs) => {
      const { client } = searching(pairs.map(([id, at]) => [id, T + at]));
      const named = unique(await idsOf(client, { from: T + 1, to: T + 5 }));
      expect(named).toEqual(unique(pairs.filter(([, at]) => at >= 1 && at <= 5).map(([id]) => id)));
    }),
    { numRuns: 30 },
  );
});
