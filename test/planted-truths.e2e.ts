import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleCompany } from '../etl/sandbox/sample-company.js';
import type { FactorAnswer, PeopleAnswer } from '../server/driver/driver.schema.js';
import type { KpiAnswer, Measure } from '../server/kpi/kpi.schema.js';
import type { Restatements } from '../server/restatement/restatement.schema.js';
import { SAMPLE_NOW, SAMPLE_READ_FIRST, sampleServer } from './sample.js';
import type { TestServer } from './server.js';

let server: TestServer;
beforeAll(async () => {
  server = await sampleServer();
});
afterAll(() => server.close());

const { planted } = sampleCompany({ until: SAMPLE_NOW }).truth;
const restated = planted.restated;
if (!restated) throw new Error('the sample company has no restated month');
const MONTH = new Date(restated.from).toISOString().slice(0, 7);
const DEALS = [...restated.lateChurnDealIds, restated.slippedDealId];

type Query = Record<string, string>;

const get = async <Body>(path: string, query: Query = {}): Promise<Body> =>
  (await server.agent.get(`/api/${path}`).query(query).expect(200)).body as Body;

const churnOf = async (query: Query = {}) => (await get<{ answer: KpiAnswer }>('kpi/churn-90d', query)).answer;

const percent = ({ value, low, high }: Measure) => [value, low, high].map((share) => ((share ?? 0) * 100).toFixed(1)).join(', ');

test('the restated month is found: from what, to what, and exactly the planted handoffs', async () => {
  const { findings } = await get<Restatements>('restatement', { kpi: 'churn-90d' });
  expect(findings).toHaveLength(1);
  const [finding] = findings;
  expect(finding).toMatchObject({ on: '2026-10-05', cause: 'record', count: DEALS.length });
  expect(finding?.periods.map(({ period }) => period.from.slice(0, 7))).toEqual([MONTH]);
  const [period] = finding?.periods ?? [];
  expect(period?.handoffs.map(({ id }) => id).sort()).toEqual(DEALS.map((id) => `hubspot:${id}`).sort());
  for (const handoff of period?.handoffs ?? []) {
    const slipped = handoff.id === `hubspot:${restated.slippedDealId}`;
    expect(handoff.changes.map(({ words }) => words).join('; ')).toMatch(
      slipped ? /Won on \d+ \w+ \d{4} instead of/ : /^Left on .* instead of never/,
    );
    for (const { record } of handoff.changes) expect(record?.url).toMatch(/^http/);
  }
  const [churn] = period?.kpis ?? [];
  if (!churn) throw new Error('churn of the month is not told');
  expect(churn.to.value).toBeGreaterThan(churn.from.value ?? 1);
  console.log(`restated month ${MONTH}: churn by day 90 from ${percent(churn.from)} to ${percent(churn.to)} %, found on ${finding?.on}`);
  for (const { account, changes } of period?.handoffs ?? []) console.log(`  ${account}: ${changes.map(({ words }) => words).join('; ')}`);
});

test('the trend marks the restated month, and what was told before can still be told', async () => {
  const now = await churnOf();
  const marked = now.trend.filter((point) => point.restated);
  expect(marked.map(({ period }) => period.from.slice(0, 7))).toEqual([MONTH]);
  const asOf = SAMPLE_READ_FIRST.toISOString();
  const then = await churnOf({ knownAt: new Date(SAMPLE_NOW.getTime() - 1).toISOString(), asOf });
  const told = then.trend.find(({ period }) => period.from.startsWith(MONTH));
  expect(told?.measure).toEqual(marked[0]?.restated?.from);
  expect(then.trend.some((point) => point.restated)).toBe(false);
  const again = await churnOf({ asOf });
  expect(again.trend.find(({ period }) => period.from.startsWith(MONTH))?.measure).toEqual(marked[0]?.measure);
});

/** Two years, so that most handoffs have had their 90 days. */
const YEARS = { from: '2024-10-01', to: '2026-10-01' };

test('the bad rep is outside the funnel, and nobody else is worse', async () => {
  const rep = sampleCompany({ until: SAMPLE_NOW }).owners.find(({ id }) => id === planted.badRepId);
  const { people } = await get<PeopleAnswer>('driver/people', { ...YEARS, kpi: 'churn-90d' });
  const worse = people.filter((person) => person.outside && person.better === false);
  expect(worse.map(({ label }) => label)).toEqual([`${rep?.firstName} ${rep?.lastName}`]);
  for (const { label, measure } of worse)
    console.log(`outside the funnel: ${label}, churn by day 90 ${percent(measure)} % of ${measure.n}`);
});

test('the missing brief is the strongest driver of churn', async () => {
  const { factors } = await get<FactorAnswer>('driver/factor', YEARS);
  const [strongest] = factors;
  expect(strongest).toMatchObject({ id: 'brief-missing', churn: { clear: true } });
  console.log(`strongest driver: ${strongest?.name}, churn ${strongest?.churn.words}`);
});

test('the Friday effect is clear among all factors', async () => {
  const { factors } = await get<FactorAnswer>('driver/factor', YEARS);
  const friday = factors.find(({ id }) => id === 'friday-evening');
  expect(friday?.value.clear).toBe(true);
  console.log(
    `Friday evening: time to first value ${friday?.value.words} (p ${friday?.value.p?.toExponential(1)}, of ${factors.length} factors)`,
  );
});

test('the changed definition is marked on the trend it touches', async () => {
  const { answer } = await get<{ answer: KpiAnswer }>('kpi/time-to-first-value');
  expect(answer.markers).toMatchObject([{ version: 2, note: expect.stringContaining('45 days') }]);
  expect((await churnOf()).markers).toEqual([]);
  for (const { on, changes } of answer.markers) console.log(`definition changed on ${on}: ${changes.join('; ')}`);
});

test('the troubled region is a signal in its month', async () => {
  const { region, from } = planted.signal;
  const month = new Date(from).toISOString().slice(0, 7);
  const { answer } = await get<{ answer: KpiAnswer }>('kpi/time-to-first-value', { filter: `region:${region}` });
  const point = answer.trend.find(({ period }) => period.from.startsWith(month));
  expect(point).toMatchObject({ mature: true, outside: true });
  console.log(`${region} in ${month}: ${point?.measure.value} days to first value, usually up to ${point?.limits?.high?.toFixed(1)}`);
});
