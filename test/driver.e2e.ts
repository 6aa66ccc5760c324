import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FactorAnswer, MixAnswer, PeopleAnswer } from '../server/driver/driver.schema.js';
import { sampleServer } from './sample.js';
import type { TestServer } from './server.js';

let server: TestServer;
beforeAll(async () => {
  server = await sampleServer();
});
afterAll(() => server.close());

type Query = Record<string, string>;

/** Two years, so that most handoffs have had their 90 days. */
const YEARS = { from: '2024-10-01', to: '2026-10-01' };

const get = async <Body>(path: string, query: Query = {}): Promise<Body> =>
  (await server.agent.get(`/api/${path}`).query(query).expect(200)).body as Body;

const total = async (path: string, query: Query) => (await get<{ total: number }>(path, { limit: '1', ...query })).total;

describe('what goes with it', () => {
  test('is the missing brief first of all', async () => {
    const { factors, note } = await get<FactorAnswer>('driver/factor', YEARS);
    expect(factors[0]).toMatchObject({ id: 'brief-missing', churn: { clear: true } });
    expect(factors[0]?.churn.low).toBeGreaterThan(0.1);
    expect(factors[0]?.churn.words).toMatch(/^\d+\.\d points more with it$/);
    expect(note).toContain('not what causes it');
  });

  test('has as many handoffs on each side as its lists, for both endings', async () => {
    const { factors } = await get<FactorAnswer>('driver/factor', YEARS);
    expect(factors.length).toBeGreaterThan(14);
    for (const { id, places, churn, value } of factors) {
      const path = `driver/factor/${id}/handoff`;
      const sum = Object.values(places).reduce((so, count) => so + count, 0);
      expect(sum, id).toBe(Object.values(factors[0]?.places ?? {}).reduce((so, count) => so + count, 0));
      for (const place of ['yes', 'no'] as const) {
        expect(await total(path, { ...YEARS, place }), `${id} ${place}`).toBe(churn[place].n);
        expect(await total(path, { ...YEARS, place, of: 'value' }), `${id} ${place} value`).toBe(value[place].n);
        expect(places[place]).toBe(churn[place].n);
      }
      expect(await total(path, { ...YEARS, place: 'left before' })).toBe(places['left before']);
    }
  }, 120_000);

  test('is adjusted over all factors: what is called clear is clear after that', async () => {
    const { factors } = await get<FactorAnswer>('driver/factor', YEARS);
    for (const { churn, value } of factors) {
      for (const { clear, p, words } of [churn, value]) {
        expect(clear).toBe(p !== null && p < 0.05);
        if (!clear) expect(words).not.toMatch(/with it$/);
      }
    }
    expect(factors.filter(({ churn }) => churn.clear).length).toBeLessThan(8);
  });

  test('says nothing of a side with fewer than five', async () => {
    const { factors } = await get<FactorAnswer>('driver/factor', { from: '2026-05-01', to: '2026-05-08' });
    for (const { churn } of factors) {
      for (const side of [churn.yes, churn.no]) if (side.n < 5) expect(side).toMatchObject({ value: null, low: null, high: null });
      if (Math.min(churn.yes.n, churn.no.n) < 5) expect(churn.difference).toBeNull();
    }
  });

  test('knows no factor of another name', async () => {
    await server.agent.get('/api/driver/factor/luck/handoff').expect(404);
  });
});

describe('why it moved', () => {
  test.each(['churn-90d', 'time-to-first-value', 'repeat-information', 'week-one-csat'])(
    'adds up exactly for %s, and each group has its list',
    async (kpi) => {
      const mix = await get<MixAnswer>('driver/mix', { from: '2026-01-01', to: '2026-07-01', kpi, by: 'region' });
      const sum = mix.parts.reduce((so, part) => so + part.total, 0);
      expect(mix.difference).not.toBeNull();
      expect(sum).toBeCloseTo(mix.difference ?? 0, 9);
      expect((mix.mix ?? 0) + (mix.rate?.difference ?? 0)).toBeCloseTo(mix.difference ?? 0, 9);
      expect((mix.now.measure.value ?? 0) - (mix.before.measure.value ?? 0)).toBeCloseTo(mix.difference ?? 0, 9);
      for (const { value, folded, now, before } of mix.parts) {
        if (folded > 0) continue;
        const filter = `region:${value ?? ''}`;
        expect(await total(`kpi/${kpi}/handoff`, { ...mix.now.period, filter })).toBe(now.n);
        expect(await total(`kpi/${kpi}/handoff`, { ...mix.before.period, filter })).toBe(before.n);
      }
    },
  );

  test('compares only the mature part of a period that is not mature, with the same stretch earlier', async () => {
    const mix = await get<MixAnswer>('driver/mix', { from: '2026-01-01', to: '2026-10-01' });
    expect(mix.now.period.to).toBe('2026-07-07');
    expect(mix.before.period).toEqual({ from: '2025-04-01', to: '2025-10-07' });
  });

  test('says when nothing is mature, and gives no number', async () => {
    const mix = await get<MixAnswer>('driver/mix', { from: '2026-09-01', to: '2026-10-01' });
    expect(mix).toMatchObject({ difference: null, mix: null, rate: null, parts: [], moved: [] });
    expect(mix.words).toMatch(/^so far: comparable from 2026-12-29 on$/);
  });

  test('names handoffs that moved it in its direction, the most first', async () => {
    const { moved, difference } = await get<MixAnswer>('driver/mix', { from: '2026-01-01', to: '2026-07-01', by: 'region' });
    expect(moved.length).toBeGreaterThan(3);
    for (const one of moved) expect(Math.sign(one.moved)).toBe(Math.sign(difference ?? 0));
    const sizes = moved.map((one) => Math.abs(one.moved));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });
});

describe('people against the whole', () => {
  test.each(['churn-90d', 'brief-completeness'])('find the bad rep, and nobody else who is worse, by %s', async (kpi) => {
    const { people, words } = await get<PeopleAnswer>('driver/people', { ...YEARS, kpi });
    const outside = people.filter((person) => person.outside && person.better === false);
    expect(outside.map(({ label }) => label)).toEqual(['Victor Stahl']);
    expect(words).toContain('Victor Stahl');
    expect(people.at(-1)?.rank).toMatchObject({ best: people.length });
  });

  test('put nobody in order whose intervals overlap', async () => {
    const { people, better } = await get<PeopleAnswer>('driver/people', { ...YEARS, kpi: 'churn-90d', by: 'csm' });
    expect(better).toBe('lower');
    for (const one of people) {
      for (const other of people) {
        if (!one.rank || !other.rank || one === other) continue;
        if (one.rank.worst < other.rank.best) expect(one.measure.high).toBeLessThan(other.measure.low ?? 0);
      }
    }
  });

  test.each(['churn-90d', 'time-to-first-value', 'brief-completeness'])(
    'rest on as many handoffs as their lists have, by %s',
    async (kpi) => {
      const { people, period } = await get<PeopleAnswer>('driver/people', { from: '2026-01-01', to: '2026-10-01', kpi });
      expect(people.length).toBeGreaterThan(5);
      for (const { value, measure } of people) {
        const query = { ...period, filter: `owner:${value ?? ''}` };
        expect(await total(`kpi/${kpi}/handoff`, query)).toBe(measure.n);
        expect(measure.mature).toBe(measure.n);
      }
    },
  );
});
