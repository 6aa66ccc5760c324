import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ModelAnswer } from '../server/risk/model/model.schema.js';
import type { OneRiskAnswer, RiskAnswer } from '../server/risk/risk.schema.js';
import { sampleServer } from './sample.js';
import type { TestServer } from './server.js';

let server: TestServer;
let model: ModelAnswer;
let risk: RiskAnswer;

const get = async (path: string, query: object = {}) => (await server.agent.get(path).query(query).expect(200)).body;

beforeAll(async () => {
  server = await sampleServer();
  model = await get('/api/risk/model');
  risk = await get('/api/risk', { limit: 200 });
}, 300_000);
afterAll(() => server.close());

describe('the model of the sample company', () => {
  test('holds on months of the past, and says how well', () => {
    const { auc, baseAuc, gain, brier, baseBrier, skill, scored, churned } = model.score;
    console.log(
      `risk: AUC ${auc.value?.toFixed(3)} (${auc.low?.toFixed(3)} to ${auc.high?.toFixed(3)}), of the age alone ${baseAuc.value?.toFixed(3)}, gain ${gain.value?.toFixed(3)} (${gain.low?.toFixed(3)} to ${gain.high?.toFixed(3)}); ` +
        `Brier ${brier.value?.toFixed(4)} against ${baseBrier.value?.toFixed(4)}, skill ${skill.value?.toFixed(3)} (${skill.low?.toFixed(3)} to ${skill.high?.toFixed(3)}); ` +
        `${scored} chances in ${model.months.length} months, ${churned} left; learnt in ${model.tookMs} ms`,
    );
    console.log(model.weights.map(({ words }) => `risk: ${words}`).join('\n'));
    expect(model).toMatchObject({ verdict: 'holds', basis: 'history' });
    expect(gain.low).toBeGreaterThan(0);
    expect(skill.value).toBeGreaterThan(0);
    expect(model.calibration.reduce((sum, group) => sum + group.scored, 0)).toBe(scored);
  });

  test('finds what was planted: empty sections of the brief weigh most, and promises not talked about raise the odds', () => {
    const [first] = model.weights;
    expect(first).toMatchObject({ feature: 'brief' });
    expect(first?.odds.low).toBeGreaterThan(1.2);
    expect(model.weights.find(({ feature }) => feature === 'promise-unspoken')?.odds.value).toBeGreaterThan(1);
  });

  test('asked about an earlier day, it knows nothing later', async () => {
    const earlier: ModelAnswer = await get('/api/risk/model', { asOf: '2026-04-15T10:00:00Z' });
    expect(earlier.learntThrough).toBe('2026-04-15T00:00:00.000Z');
    expect(earlier.learntFrom.mature).toBeLessThan(model.learntFrom.mature);
    for (const month of earlier.months) expect(month < '2026-01-20').toBe(true);
    expect(earlier.words).toMatch(/^(Chances of churn|Ordered by rule, the most money first, because)/);
  });
});

describe('the accounts at risk', () => {
  test('are as many as the list says, the most expected loss first, unknown ones last', () => {
    expect(risk).toMatchObject({ order: 'loss', basis: { kind: 'history' } });
    expect(risk.items).toHaveLength(risk.total);
    const losses = risk.items.map(({ expectedLoss }) => expectedLoss?.value ?? -1);
    expect(losses).toEqual([...losses].sort((a, b) => b - a));
  });

  test('have a chance within its limits, and the loss is the amount times it', () => {
    for (const { chance, amountAtRisk, expectedLoss } of risk.items) {
      if (chance.value === null) {
        expect(chance.why).toBeTruthy();
        continue;
      }
      expect(chance.low).toBeLessThanOrEqual(chance.value);
      expect(chance.high).toBeGreaterThanOrEqual(chance.value);
      if (amountAtRisk !== null) expect(expectedLoss?.value).toBeCloseTo(amountAtRisk * chance.value, 6);
    }
    expect(risk.items.filter(({ chance }) => chance.value !== null).length).toBeGreaterThan(risk.total / 2);
  });

  test('each reason that is no missing thing has the record behind it', () => {
    const told = risk.items.flatMap(({ reasons }) => reasons);
    expect(new Set(told.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(5);
    for (const reason of told) expect(reason, reason.words).toMatchObject({ record: { recordId: expect.any(String) } });
  });

  test('say the same on the page of the handoff', async () => {
    for (const item of risk.items.slice(0, 5)) {
      const one: OneRiskAnswer = await get(`/api/risk/${encodeURIComponent(item.handoffId)}`);
      const { reasons, chance, expectedLoss, coverage, next } = item;
      expect(one).toMatchObject({ open: true, listed: true, risk: { reasons, chance, expectedLoss, coverage, next } });
    }
    await server.agent.get('/api/risk/nobody').expect(404);
  });

  test.each(['loss', 'chance', 'amount'])('ordered by %s, pages follow one another without gap or repeat', async (sort) => {
    const whole: RiskAnswer = await get('/api/risk', { sort, limit: 200 });
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page: RiskAnswer = await get('/api/risk', { sort, limit: 25, ...(after && { after }) });
      seen.push(...page.items.map(({ handoffId }) => handoffId));
      if (!page.next) break;
      after = page.next;
    }
    expect(seen).toEqual(whole.items.map(({ handoffId }) => handoffId));
    expect(new Set(seen).size).toBe(risk.total);
  });
});
