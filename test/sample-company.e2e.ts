import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KpiAnswer, Measure } from '../server/kpi/kpi.schema.js';
import { SAMPLE_NOW, sampleServer } from './sample.js';
import type { TestServer } from './server.js';

let server: TestServer;
beforeAll(async () => {
  server = await sampleServer();
});
afterAll(() => server.close());

type Query = Record<string, string | string[]>;

const get = async <Body>(path: string, query: Query = {}): Promise<Body> =>
  (await server.agent.get(`/api/${path}`).query(query).expect(200)).body as Body;

const listed = async (kpi: string, query: Query) => (await get<{ total: number }>(`kpi/${kpi}/handoff`, { limit: '1', ...query })).total;

/** Numbers of an answer and the question whose list must have as many handoffs. */
function* numbersOf({ kpi, measure, outcomes, trend, breakdown }: KpiAnswer, { period, by }: { period: Query; by: string }) {
  const counted = (name: string, n: number, query: Query) => ({ name: `${kpi.id} ${name}`, kpi: kpi.id, n, query });
  yield counted('tile', measure.n, period);
  for (const { outcome, count } of outcomes) yield counted(`outcome ${outcome}`, count, { ...period, outcome });
  for (const point of trend) yield counted(`point ${point.period.from}`, point.measure.n, point.period);
  for (const { value, measure: group } of breakdown ?? [])
    yield counted(`${by} ${value}`, group.n, { ...period, filter: `${by}:${value ?? ''}` });
}

const measuresOf = (answer: KpiAnswer): Measure[] => [
  answer.measure,
  ...answer.details.map((detail) => detail.measure),
  ...answer.trend.map((point) => point.measure),
  ...(answer.breakdown ?? []).map((group) => group.measure),
];

const DIMENSIONS = ['segment', 'owner', 'csm', 'region', 'industry', 'product', 'lead-source', 'deal-size'];

test('every number of every tile, point and bar has exactly as many handoffs in its list', async () => {
  const disagreeing: string[] = [];
  let checked = 0;
  for (const by of DIMENSIONS) {
    const { scope, kpis } = await get<{ scope: { period: { from: string; to: string } }; kpis: KpiAnswer[] }>('kpi', { by });
    expect(kpis).toHaveLength(14);
    for (const answer of kpis) {
      for (const { name, kpi, n, query } of numbersOf(answer, { period: scope.period, by })) {
        const total = await listed(kpi, query);
        checked++;
        if (total !== n) disagreeing.push(`${name}: ${n}, listed ${total}`);
      }
    }
  }
  expect(disagreeing).toEqual([]);
  expect(checked).toBeGreaterThan(1000);
  console.log(`${checked} numbers of the sample company, each with a list of exactly that many handoffs`);
}, 300_000);

test('no number is bare: value, limits, n and mature, or null and why', async () => {
  const { kpis } = await get<{ kpis: KpiAnswer[] }>('kpi', { by: 'owner' });
  for (const measure of kpis.flatMap(measuresOf)) {
    expect(measure.mature).toBeLessThanOrEqual(measure.n);
    if (measure.value === null) expect(measure.why).toMatch(/\w/);
    else expect(measure.n).toBeGreaterThanOrEqual(5);
    expect(measure.wide).toBe(measure.value !== null && measure.n < 30);
    if (measure.low !== null && measure.value !== null) expect(measure.low).toBeLessThanOrEqual(measure.value);
    if (measure.high !== null && measure.value !== null) expect(measure.high).toBeGreaterThanOrEqual(measure.value);
  }
});

test('an immature period has its value, the day it matures, and no delta', async () => {
  const { answer } = await get<{ answer: KpiAnswer }>('kpi/churn-90d');
  const last = answer.trend.at(-1);
  expect(last?.mature).toBe(false);
  expect(last?.maturesOn).toMatch(/^2026-|^2027-/);
  expect(last?.limits).toBeNull();
});

test('asking again for an old moment answers as of then', async () => {
  const asOf = '2026-03-02T06:00:00Z';
  const { scope, kpis } = await get<{ scope: { asOf: string }; kpis: KpiAnswer[] }>('kpi', { asOf });
  expect(new Date(scope.asOf)).toEqual(new Date(asOf));
  expect(SAMPLE_NOW > new Date(asOf)).toBe(true);
  for (const answer of kpis) for (const point of answer.trend) expect(point.period.from < '2026-03-03').toBe(true);
});
