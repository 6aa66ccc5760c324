import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HandoffAnswer } from '../server/handoff/handoff.schema.js';
import type { RiskAnswer } from '../server/risk/risk.schema.js';
import { KnownHandoffs } from './known-handoffs.js';
import { type TestServer, testServer } from './server.js';
import { twoYears } from './two-years.js';

const NOW = new Date('2026-06-01T12:00:00Z');

let server: TestServer;
beforeAll(async () => {
  server = await testServer({
    now: NOW,
    async seed(db, { id }) {
      const known = new KnownHandoffs(db, id);
      await known.readThrough(NOW);
      await known.won(...twoYears(NOW, 300));
    },
  });
});
afterAll(() => server.close());

const risk = async (query: object = {}) => (await server.agent.get('/api/risk').query(query).expect(200)).body as RiskAnswer;
const handoff = async (id: string, query: object = {}) => {
  const { body } = await server.agent
    .get(`/api/handoff/${encodeURIComponent(id)}`)
    .query(query)
    .expect(200);
  return body as HandoffAnswer;
};

test('the reasons of the risk list are the clocks of the handoff, word for word', async () => {
  const { items, known } = await risk({ limit: 5 });
  expect(items.length).toBe(5);
  for (const item of items) {
    const one = await handoff(item.handoffId);
    expect(one.known).toEqual(known);
    expect(one.open).toBe(true);
    for (const { clock } of item.reasons) if (clock) expect(one.clocks).toContainEqual(clock);
  }
});

test('every page together is the whole list, and the CSMs add up to it', async () => {
  const all = await risk({ limit: 200 });
  const seen: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await risk({ limit: 7, ...(after && { after }) });
    seen.push(...page.items.map(({ handoffId }) => handoffId));
    if (!page.next) break;
    after = page.next;
  }
  expect(seen).toEqual(all.items.map(({ handoffId }) => handoffId));
  expect(seen).toHaveLength(all.total);
  expect(all.csms.reduce((sum, { count }) => sum + count, 0)).toBe(all.total);
  const [csm] = all.csms;
  expect((await risk({ csm: csm?.name ?? '' })).total).toBe(csm?.count);
});

test('asked about an earlier moment, both answer as of it', async () => {
  const asOf = '2026-03-01T12:00:00.000Z';
  const { known, items } = await risk({ asOf, limit: 200 });
  expect(known.asOf).toBe(asOf);
  for (const item of items) expect(item.wonAt <= asOf).toBe(true);
  const one = await handoff(items[0]?.handoffId ?? '', { asOf });
  for (const event of one.timeline) expect(event.at <= asOf).toBe(true);
});

describe('a question that makes no sense gets a sentence', () => {
  const cases: [string, number, string][] = [
    ['/api/risk?asOf=2027-01-01T00:00:00Z', 400, 'is in the future'],
    ['/api/risk?asOf=yesterday', 400, 'asOf'],
    ['/api/risk?filter=planet:Mars', 400, 'there is no dimension "planet"'],
    ['/api/risk?limit=0', 400, 'limit'],
    ['/api/risk?after=nonsense', 400, 'after'],
    ['/api/handoff/nobody', 404, 'No handoff nobody'],
    ['/api/handoff/crm%3A1?asOf=2020-01-01T00:00:00Z', 404, 'not won yet'],
    ['/api/handoff/crm%3A1?asOf=2027-01-01T00:00:00Z', 400, 'is in the future'],
    ['/api/handoff/excluded?limit=1000', 400, 'limit'],
  ];
  test.each(cases)('%s', async (path, status, sentence) => {
    const { body } = await server.agent
      .get(path)
      .expect(status)
      .expect('content-type', /problem\+json/);
    expect(body.detail).toContain(sentence);
  });
});

test('excluded deals are a list, even when there are none', async () => {
  const { body } = await server.agent.get('/api/handoff/excluded').expect(200);
  expect(body).toEqual({ total: 0, reasons: [], items: [], next: null });
});
