import { test } from 'vitest';
import { z } from 'zod';
import type { Answer, Request } from '../sandbox/stand-in/fault.js';
import { serve } from '../sandbox/stand-in/serve.js';
import { VENDOR_FAULTS } from '../sandbox/stand-in/vendor-faults.js';
import { connection } from './http.js';
import { pace } from './pace.js';

const PAGES = 6;
const PER_PAGE = 5;
const wire = z.object({ results: z.array(z.looseObject({ id: z.string() })), next: z.string().nullable() });
const limits = {
  headersMilliseconds: 300,
  bodyMilliseconds: 300,
  totalMilliseconds: 400,
  firstWaitMilliseconds: 2,
  coolMilliseconds: 0,
  sameAnswers: 20,
};

function page({ query }: Request): Answer {
  const at = Number(query.get('at') ?? 0);
  const results = Array.from({ length: PER_PAGE }, (_, n) => ({
    id: `${at}-${n}`,
    name: 'Änne',
    changed: '2026-03-01T00:00:00Z',
    text: 'x'.repeat(60),
  }));
  return { status: 200, body: { results, next: at + 1 < PAGES ? String(at + 1) : null } };
}

async function readAll(url: string): Promise<string[]> {
  const api = connection({ name: 'Vendor', baseUrl: url, authorize: async () => ({ authorization: 'Bearer x' }), limits, renew: () => {} });
  const calls = pace({ count: 1_000, windowMilliseconds: 1 });
  const { signal } = new AbortController();
  const ids = new Set<string>();
  for (let at: string | null = '0'; at !== null; ) {
    const { results, next }: z.output<typeof wire> = await api.ask(wire, { path: '/things', query: { at }, pace: calls, signal });
    for (const { id } of results) ids.add(id);
    at = next;
  }
  return [...ids].sort();
}

test.concurrent.for(VENDOR_FAULTS)('$name: a reader $outcome', async ({ outcome, says, strike }, { expect, onTestFinished }) => {
  const standIn = await serve({ credentials: null, now: () => new Date(), port: 0, answer: page });
  onTestFinished(() => standIn.close());
  const whole = await readAll(standIn.url);
  expect(whole).toHaveLength(PAGES * PER_PAGE);
  standIn.fail(strike());
  const told = await readAll(standIn.url).then(
    (ids) => ({ ids, message: null }),
    (error: Error) => ({ ids: null, message: error.message }),
  );
  if (outcome === 'lives' || outcome === 'alters') expect(told).toEqual({ ids: whole, message: null });
  if (outcome === 'fails') expect(told).toEqual({ ids: null, message: expect.stringMatching(says ?? /^$/) });
  if (outcome === 'either' && told.message !== null) expect(told.message).toMatch(says ?? /^$/);
  standIn.fail(null);
  expect(await readAll(standIn.url)).toEqual(whole);
});
