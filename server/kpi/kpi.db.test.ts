import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Workspace } from '../../etl/warehouse/index.js';
import { syntheticWorkspace } from '../../test/bench/kpi-handoffs.js';
import { freshDatabase, type TestDatabase } from '../../test/database.js';
import { CounterHere } from '../counting/counter-here.js';
import { EVERYTHING } from '../handoff/visibility.js';
import { Clock } from '../http/clock.js';
import { KpiController } from './kpi.controller.js';
import { dimensions, handoffList, type KpiAnswer, kpiAnswers, kpiQuery, listQuery, oneKpiAnswer, scopeQuery } from './kpi.schema.js';

const NOW = new Date('2026-06-15T09:00:00Z');

let base: TestDatabase;
let workspace: Workspace;
let controller: KpiController;

beforeAll(async () => {
  base = await freshDatabase();
  workspace = await syntheticWorkspace(base.db, { count: 2000, until: NOW, timeZone: 'America/New_York' });
  controller = new KpiController(new CounterHere(base.db, new Clock(() => NOW)));
});

afterAll(() => base.db.destroy());

const all = async (query: object = {}) => kpiAnswers.parse((await controller.all(workspace, EVERYTHING, kpiQuery.parse(query))).parse());
const one = async (id: string, query: object = {}) =>
  oneKpiAnswer.parse((await controller.one(workspace, EVERYTHING, id, kpiQuery.parse(query))).parse());
const list = async (id: string, query: object = {}) =>
  handoffList.parse((await controller.list(workspace, EVERYTHING, id, listQuery.parse(query))).parse());

/** Every page, one after the other. */
async function pages(id: string, query: object): Promise<{ total: number; ids: string[] }> {
  const ids: string[] = [];
  let page = await list(id, query);
  for (;;) {
    ids.push(...page.items.map((item) => item.id));
    if (page.next === null) return { total: page.total, ids };
    page = await list(id, { ...query, after: page.next });
  }
}

/** Every count an answer shows, with the question for the handoffs behind it. */
function counted({ outcomes, trend, breakdown }: KpiAnswer, scope: { filter?: string | string[] }): { count: number; query: object }[] {
  return [
    ...outcomes.map(({ outcome, count }) => ({ count, query: { ...scope, outcome } })),
    ...trend.map(({ period, measure }) => ({ count: measure.n, query: { ...scope, ...period } })),
    ...(breakdown ?? []).map(({ value, measure }) => ({
      count: measure.n,
      query: { ...scope, filter: [scope.filter ?? [], `product:${value ?? ''}`].flat() },
    })),
  ];
}

function numbers(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbers) : [];
}

describe('all KPIs', () => {
  test('are answered over the same handoffs, with no number that is none', async () => {
    const { kpis, handoffs, scope } = await all({ by: 'region' });
    expect(kpis.map(({ kpi }) => kpi.id)).toEqual([
      ...['time-to-first-value', 'week-one-csat', 'churn-90d', 'repeat-information', 'escalations'],
      ...['onboarding-completion', 'knowledge-transfer-time', 'time-to-welcome', 'time-to-kickoff', 'clocks-met'],
      ...['brief-completeness', 'promise-gaps', 'ownership', 'handoff-health'],
    ]);
    expect(kpis.map(({ kpi }) => kpi.headline)).toEqual(kpis.map((_, i) => i < 5));
    expect(scope).toMatchObject({
      period: { from: '2025-06-16', to: '2026-06-16' },
      ageMinutes: 1,
      timeZone: 'America/New_York',
      by: 'region',
    });
    for (const id of ['time-to-first-value', 'churn-90d', 'repeat-information', 'escalations']) {
      expect(kpis.find(({ kpi }) => kpi.id === id)?.measure.n).toBe(handoffs);
    }
    expect(numbers(kpis).every(Number.isFinite)).toBe(true);
    expect(kpis.every(({ trend }) => trend.length === 24 && trend.at(-1)?.label === 'June 2026')).toBe(true);
  });

  test('lie within their limits', async () => {
    const { kpis } = await all();
    for (const { measure } of kpis) {
      expect(measure.value).not.toBeNull();
      expect(measure.low ?? 0).toBeLessThanOrEqual(measure.value ?? -1);
      expect(measure.high ?? Number.MAX_VALUE).toBeGreaterThanOrEqual(measure.value ?? -1);
    }
  });

  test('of a period without handoffs are null and say why', async () => {
    const { kpis, handoffs } = await all({ from: '2010-01-01', to: '2010-02-01', by: 'segment' });
    expect(handoffs).toBe(0);
    for (const { measure, breakdown, comparison, signal } of kpis) {
      expect(measure).toEqual({ value: null, low: null, high: null, n: 0, mature: 0, wide: false, why: 'no handoffs to measure' });
      expect(breakdown).toEqual([]);
      expect(comparison?.words).toBe('no earlier data');
      expect(signal).toEqual({ clear: false, words: 'no clear change', rule: null, period: null });
    }
  });

  test('as of a past moment know nothing later', async () => {
    const { kpis } = await all({ asOf: '2025-03-01T00:00:00+01:00', from: '2025-01-01', to: '2026-01-01' });
    const churn = kpis.find(({ kpi }) => kpi.id === 'churn-90d');
    expect(churn?.measure.mature).toBe(0);
    expect(churn?.measure.why).toMatch(/^so far: nobody has been seen beyond day 5\d$/);
    expect(churn?.outcomes.find(({ outcome }) => outcome === 'kept')?.count).toBe(0);
  });
});

describe('the list behind a number', () => {
  const scopes = [
    {},
    { from: '2026-04-01', to: '2026-05-01', filter: 'region:EMEA' },
    { filter: ['segment:enterprise', 'csm:', 'region:EMEA', 'region:'] },
  ];

  test.each(scopes)('has as many handoffs as the tile, each outcome, each point and each group says: %j', async (scope) => {
    const { kpis } = await all({ ...scope, by: 'product' });
    for (const answer of kpis) {
      const { total, ids } = await pages(answer.kpi.id, { ...scope, limit: 500 });
      expect([total, new Set(ids).size]).toEqual([answer.measure.n, answer.measure.n]);
      for (const { count, query } of counted(answer, scope)) expect((await list(answer.kpi.id, { ...query, limit: 1 })).total).toBe(count);
    }
  });

  test('counts each outcome of the members once', async () => {
    const { kpis } = await all();
    for (const { outcomes, measure } of kpis) {
      const members = outcomes.filter(({ label }) => !label.includes('not part of the number'));
      expect(members.reduce((sum, { count }) => sum + count, 0)).toBe(measure.n);
    }
  });

  test('is paged from the last won to the first, each once', async () => {
    const query = { from: '2026-03-01', to: '2026-06-01', limit: 7 };
    const { ids, total } = await pages('churn-90d', query);
    expect(ids.length).toBe(total);
    const rows = await base.db.query<{ id: string }[]>(
      `select id from handoff where workspace_id = $1 and removed_at is null and won_at >= '2026-03-01T05:00Z' and won_at < '2026-06-01T04:00Z'
       order by date_trunc('second', won_at) desc, id collate "C" desc`,
      [workspace.id],
    );
    expect(ids).toEqual(rows.map(({ id }) => id));
  });

  test('tells each handoff as the warehouse knows it', async () => {
    const { items } = await list('churn-90d', { outcome: 'churned', limit: 1 });
    const [item] = items;
    const rows = await base.db.query('select churned_at, won_at, csm_name from handoff where workspace_id = $1 and id = $2', [
      workspace.id,
      item?.id,
    ]);
    expect(item).toMatchObject({ wonAt: rows[0].won_at.toISOString(), csm: rows[0].csm_name, outcome: 'churned', label: 'Gone by day 90' });
    expect(item?.value).toBe(Math.max(0, Math.floor((rows[0].churned_at - rows[0].won_at) / 86_400_000)));
  });
});

describe('what is not given', () => {
  const of = (answer: KpiAnswer) => answer.comparison;

  test('an immature period has no difference, and says when it will', async () => {
    const { answer } = await one('churn-90d', { from: '2026-04-01', to: '2026-05-01' });
    expect(answer.maturesOn).toBe('2026-07-30');
    expect(of(answer)).toMatchObject({
      difference: null,
      low: null,
      high: null,
      clear: false,
      words: 'so far: comparable from 2026-07-30 on',
    });
  });

  test('a mature period is compared with the one before of equal length', async () => {
    const { answer } = await one('churn-90d', { from: '2025-01-01', to: '2026-01-01' });
    expect(answer.maturesOn).toBeNull();
    expect(of(answer)).toMatchObject({ name: 'the previous 12 months', period: { from: '2024-01-01', to: '2025-01-01' } });
    expect(of(answer)?.difference).toBeCloseTo((answer.measure.value ?? 0) - (of(answer)?.measure.value ?? 0), 10);
  });

  test('nothing is compared when nothing is asked', async () => {
    expect((await one('churn-90d', { compare: 'none' })).answer.comparison).toBeNull();
  });

  test('an immature point has no limits and never fires; its earlier ones have', async () => {
    const { kpis } = await all();
    for (const { trend } of kpis) {
      for (const point of trend)
        if (!point.mature) expect(point).toMatchObject({ limits: null, outside: false, maturesOn: expect.any(String) });
      expect(trend.some(({ limits }) => limits !== null)).toBe(true);
      expect(trend.at(-1)?.mature).toBe(false);
    }
  });

  test('a group below five has no value but its handoffs', async () => {
    const { answer } = await one('churn-90d', { from: '2026-05-01', to: '2026-06-01', by: 'csm' });
    const few = answer.breakdown?.filter(({ measure }) => measure.n < 5) ?? [];
    expect(few.length).toBeGreaterThan(0);
    for (const { measure } of few)
      expect(measure).toMatchObject({ value: null, why: expect.stringMatching(/of the 5 handoffs a number needs/) });
  });

  test('a source that was never read to its end leaves everything immature', async () => {
    await base.db.query(
      `insert into cursor (workspace_id, source_id, stream, position, moved_at) values ($1, 'crm', 'tickets', '{}', now())`,
      [workspace.id],
    );
    const { kpis, scope } = await all();
    await base.db.query(`delete from cursor where workspace_id = $1 and stream = 'tickets'`, [workspace.id]);
    expect(scope).toMatchObject({ dataAsOf: null, ageMinutes: null });
    for (const { measure, trend } of kpis) {
      expect(measure.mature).toBe(0);
      expect(trend.some(({ mature }) => mature)).toBe(false);
    }
  });
});

describe('a bad question', () => {
  test.each([
    [{ asOf: '2026-06-15T09:00:01Z' }, /is in the future/],
    [{ from: '2026-02-01', to: '2026-02-01' }, /has no days/],
    [{ filter: 'planet:Mars' }, /there is no dimension "planet"; there are segment, owner, csm/],
    [{ by: 'planet' }, /there is no dimension "planet"/],
    [{ trendFrom: '2027-01-01' }, /the trend from 2027-01-01/],
    [{ trendFrom: '1990-01-01', interval: 'week' }, /too long/],
  ])('%j is refused', async (query, words) => {
    await expect(all(query)).rejects.toMatchObject({ status: 400, message: expect.stringMatching(words) });
  });

  test('an unknown KPI names those there are', async () => {
    await expect(one('happiness')).rejects.toMatchObject({
      status: 404,
      message: expect.stringContaining('time-to-first-value, week-one-csat'),
    });
    await expect(list('happiness')).rejects.toMatchObject({ status: 404 });
  });

  test('an unknown outcome, or a page that is none, is refused', async () => {
    await expect(list('churn-90d', { outcome: 'glad' })).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('churned, kept'),
    });
    await expect(list('churn-90d', { after: 'zzz' })).rejects.toMatchObject({ status: 400 });
  });
});

describe('dimensions', () => {
  test('tell how many handoffs of the scope have each value', async () => {
    const query = { from: '2026-01-01', to: '2026-06-01', filter: 'segment:enterprise' };
    const answer = dimensions.parse((await controller.dimensions(workspace, EVERYTHING, scopeQuery.parse(query))).parse());
    const { handoffs } = await all(query);
    for (const { values } of answer.dimensions) expect(values.reduce((sum, { count }) => sum + count, 0)).toBe(handoffs);
    expect(answer.dimensions.map(({ name }) => name).slice(0, 4)).toEqual(['segment', 'owner', 'csm', 'region']);
    expect(answer.dimensions.find(({ name }) => name === 'owner')?.label).toBe('Sales rep');
  });
});
