import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KpiAnswer } from '../server/kpi/kpi.schema.js';
import { syntheticHandoffs } from './bench/kpi-handoffs.js';
import { type TestServer, testServer } from './server.js';

const NOW = new Date('2026-06-15T09:00:00Z');
let server: TestServer;

beforeAll(async () => {
  server = await testServer({ now: NOW, seed: (db, { id }) => syntheticHandoffs(db, id, { count: 500, until: NOW }) });
});

afterAll(() => server.close());

const ask = async (path: string, query: object = {}) => (await server.agent.get(`/api/${path}`).query(query)).body;

describe('asking for the KPIs', () => {
  test('says how many handoffs each number rests on, and lists exactly these', async () => {
    const { kpis }: { kpis: KpiAnswer[] } = await ask('kpi', { by: 'segment', filter: ['region:EMEA', 'region:APAC'] });
    expect(kpis).toHaveLength(14);
    for (const { kpi, measure } of kpis) {
      const list = await ask(`kpi/${kpi.id}/handoff`, { filter: ['region:EMEA', 'region:APAC'], limit: 3 });
      expect(list.total).toBe(measure.n);
      expect(list.items).toHaveLength(Math.min(3, measure.n));
    }
  });

  test('gives one KPI the same numbers as all of them, and its curve', async () => {
    const { kpis }: { kpis: KpiAnswer[] } = await ask('kpi');
    const { answer } = await ask('kpi/churn-90d');
    const { curve, ...rest } = answer;
    expect({ ...rest, curve: null }).toEqual(kpis.find(({ kpi }) => kpi.id === 'churn-90d'));
    expect(curve.length).toBeGreaterThan(80);
  });

  test('names the dimensions there are', async () => {
    const { dimensions } = await ask('dimension');
    expect(dimensions.map(({ name }: { name: string }) => name)).toContain('industry');
  });

  test.each([
    ['kpi/happiness', {}, 404, /There is no KPI "happiness"; there are time-to-first-value/],
    ['kpi', { from: '2026-05-01', to: '2026-04-01' }, 400, /from 2026-05-01 to 2026-04-01 has no days/],
    ['kpi', { from: 'yesterday' }, 400, /from/],
    ['kpi', { asOf: '2027-01-01T00:00:00Z' }, 400, /is in the future/],
    ['kpi', { filter: 'planet:Mars' }, 400, /there is no dimension "planet"/],
    ['kpi/churn-90d/handoff', { limit: 0 }, 400, /limit/],
  ])('answers %s %j with a problem', async (path, query, status, words) => {
    const response = await server.agent.get(`/api/${path}`).query(query);
    expect(response.status).toBe(status);
    expect(response.type).toBe('application/problem+json');
    expect(response.body.detail).toMatch(words);
  });

  test('is not answered to a stranger', async () => {
    expect((await server.stranger.get('/api/kpi')).status).toBe(401);
  });

  test('understands a moment with an offset', async () => {
    expect((await ask('kpi/churn-90d', { asOf: '2026-06-01T00:00:00+02:00' })).scope.asOf).toBe('2026-05-31T22:00:00.000Z');
  });
});
