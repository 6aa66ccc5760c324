import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { SourceError } from '../source-error.js';
import type { JiraClient } from './client.js';
import { walkIssues } from './issue-walk.js';

interface Body {
  jql: string;
  maxResults: number;
  nextPageToken?: string;
}

/** Search as Jira plays it over id to time of change: a token counts from the start of whatever the list is by then. */
function searching(
  issues: Map<string, number>,
  { between = () => {}, answer }: { between?: (nth: number) => void; answer?: (body: Body) => unknown } = {},
) {
  const asked: Body[] = [];
  const usual = ({ jql, maxResults, nextPageToken }: Body) => {
    const from = Number(/>= (\d+)/.exec(jql)?.[1] ?? Number.NEGATIVE_INFINITY);
    const found = [...issues].filter(([, at]) => at >= from).sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
    const start = Number(nextPageToken ?? 0);
    const page = found.slice(start, start + maxResults);
    const next = start + maxResults < found.length ? { nextPageToken: String(start + maxResults) } : { isLast: true };
    return { issues: page.map(([id, at]) => ({ id, fields: { updated: new Date(at).toISOString() } })), ...next };
  };
  const client: JiraClient = {
    get: async () => {
      throw new Error('only searches are expected');
    },
    post: async (wire, _path, body) => {
      asked.push(body as Body);
      const said = wire.parse((answer ?? usual)(body as Body)) as z.output<typeof wire>;
      between(asked.length);
      return said;
    },
  };
  return { client, asked };
}

async function idsOf(client: JiraClient, { from = null as number | null, pageSize = 3 } = {}): Promise<string[]> {
  const ids: string[] = [];
  const signal = new AbortController().signal;
  for await (const { issues } of walkIssues({
    client,
    by: 'updated',
    from,
    now: () => new Date(T + 1_000),
    clauses: [],
    fields: [],
    pageSize,
    signal,
  }))
    ids.push(...issues.map((issue) => (issue as { id: string }).id));
  return ids;
}

const T = Date.parse('2026-01-01T00:00:00Z');
const unique = (ids: string[]) => [...new Set(ids)].sort();

test('nothing is no issues, in one question', async () => {
  const { client, asked } = searching(new Map());
  expect(await idsOf(client)).toEqual([]);
  expect(asked).toHaveLength(1);
});

test('whatever the ties and the size of a page, every issue from a time on is named', async () => {
  const times = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(times, fc.integer({ min: 1, max: 5 }), async (given, pageSize) => {
      const issues = new Map(given.map((at, n) => [`i${n}`, T + at]));
      const { client } = searching(issues);
      const expected = [...issues].filter(([, at]) => at >= T + 2).map(([id]) => id);
      expect(unique(await idsOf(client, { from: T + 2, pageSize }))).toEqual(unique(expected));
    }),
    { numRuns: 60 },
  );
});

test('an issue that changes while the pages are read pulls no other one over an edge', async () => {
  const issues = new Map(Array.from({ length: 20 }, (_, n) => [`i${String(n).padStart(2, '0')}`, T + n]));
  const expected = [...issues.keys()];
  const { client } = searching(issues, { between: (nth) => nth <= 5 && issues.set(`i0${nth - 1}`, T + 100 + nth) });
  expect(unique(await idsOf(client))).toEqual(expected);
});

test('a time that has not come yet hides nothing behind it', async () => {
  const issues = new Map([
    ...Array.from({ length: 5 }, (_, n): [string, number] => [`i${n}`, T + n]),
    ['late', Date.parse('9999-01-01T00:00:00Z')] as const,
  ]);
  const { client } = searching(issues, { between: (nth) => nth === 1 && issues.set('i0', Date.parse('9998-01-01T00:00:00Z')) });
  expect(unique(await idsOf(client))).toEqual(['i0', 'i1', 'i2', 'i3', 'i4', 'late']);
});

test('a page that comes again and again is ended', async () => {
  const { client } = searching(new Map(), {
    answer: () => ({ issues: [{ id: '1', fields: { updated: new Date(T).toISOString() } }], nextPageToken: 'same' }),
  });
  await expect(idsOf(client)).rejects.toMatchObject({ kind: 'vendor' });
});

test('a token that has expired starts its time again, and one that always has is ended', async () => {
  const issues = new Map(Array.from({ length: 8 }, (_, n) => [`i${n}`, T]));
  let refusals = 1;
  const plain = searching(issues);
  const post: JiraClient['post'] = async (wire, path, body, signal) => {
    if ((body as Body).nextPageToken === '6' && refusals-- > 0) throw new SourceError('vendor', 'expired', { status: 400 });
    return plain.client.post(wire, path, body, signal);
  };
  expect(unique(await idsOf({ ...plain.client, post }))).toHaveLength(8);
  refusals = Number.POSITIVE_INFINITY;
  await expect(idsOf({ ...plain.client, post })).rejects.toMatchObject({ kind: 'vendor' });
});
