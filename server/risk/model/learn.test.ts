import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOISE, PLANTED, type Simulated, simulatedHandoffs, snapshotOf } from '../../../test/simulated-company.js';
import { BUILT_IN } from '../../definition/definition.js';
import { DAY_SECONDS, toSeconds } from '../../handoff/column.js';
import { watch } from '../seen.js';
import { rowCount, rowOf } from './design.js';
import { featuresOf } from './feature.js';
import { learn } from './learn.js';
import { type Past, pastOf } from './past.js';
import { weightsOf } from './weights.js';

const UNTIL = toSeconds(new Date('2026-06-15T12:00:00Z'));
const BY = { definition: BUILT_IN };

const company = (options: { count: number; seed?: number; law?: typeof PLANTED }) =>
  simulatedHandoffs({ until: UNTIL, seed: 5, law: PLANTED, ...options });
const pastOfCompany = (handoffs: readonly Simulated[], until = UNTIL) => pastOf(snapshotOf(handoffs), { until, by: BY });

describe('a company whose law is known', async () => {
  const past = await pastOfCompany(company({ count: 2400 }));
  const model = learn(past);

  test('holds, and finds what was planted: empty briefs and promises not talked about weigh most', () => {
    expect(model.verdict).toBe('holds');
    const [first, second] = weightsOf(model.fitted);
    expect([first?.feature, second?.feature]).toEqual(['brief', 'promise-unspoken']);
    expect(second?.odds.low).toBeGreaterThan(1);
    expect(model.score.auc?.low).toBeGreaterThan(model.score.baseAuc?.value ?? 1);
  });

  test('is calibrated: what was said lies near what came', () => {
    const scored = model.calibration.reduce((sum, group) => sum + group.scored, 0);
    const gap = model.calibration.reduce((sum, group) => sum + Math.abs(group.predicted - group.observed) * group.scored, 0) / scored;
    expect(gap).toBeLessThan(0.025);
    const within = model.calibration.filter(
      ({ predicted, observedLow, observedHigh }) => predicted >= observedLow - 0.01 && predicted <= observedHigh + 0.01,
    );
    expect(within.length).toBeGreaterThanOrEqual(8);
  });

  test('is the same however often it is learnt', async () => {
    expect(learn(await pastOfCompany(company({ count: 2400 })))).toEqual(model);
  });
});

test.each([1, 2])('where nothing goes with churn the history is no better than the base rate (seed %i)', async (seed) => {
  const model = learn(await pastOfCompany(company({ count: 900, seed, law: NOISE })));
  expect(model.verdict).toBe('no better than the base rate');
});

test('a short history teaches nothing', async () => {
  expect(learn(await pastOfCompany([]))).toMatchObject({ verdict: 'too little history', fitted: null, months: [], calibration: [] });
  const few = learn(await pastOfCompany(company({ count: 250 })));
  expect(few).toMatchObject({ verdict: 'too little history', fitted: null, score: { scored: 0, auc: null, skill: null } });
});

describe('nothing later than it should be is looked at', () => {
  const handoffs = company({ count: 500 });

  test('what happens after the day changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 500 }), async (daysAgo) => {
        const until = UNTIL - daysAgo * DAY_SECONDS;
        const midnight = Math.floor(until / DAY_SECONDS) * DAY_SECONDS;
        expect(await pastOfCompany(handoffs, until)).toEqual(await pastOf(snapshotOf(handoffs, midnight), { until, by: BY }));
      }),
      { numRuns: 4 },
    );
  });

  test('what happens after a look changes nothing of it', async () => {
    const past = await pastOfCompany(handoffs);
    const snapshot = snapshotOf(handoffs);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: rowCount(past.looks) - 1 }), async (row) => {
        const at = (past.looks.wonAt[row] ?? 0) + (past.looks.age[row] ?? 0) * DAY_SECONDS;
        const id = snapshot.id(past.looks.handoff[row] ?? 0);
        const known = snapshotOf(
          handoffs.filter((handoff) => handoff.id === id),
          at,
        );
        expect(featuresOf(watch(known, 0, BY)(at))).toEqual([...rowOf(past.looks, row)]);
      }),
      { numRuns: 300 },
    );
  });

  test('a past month is told from what was known then', async () => {
    const full = await pastOfCompany(company({ count: 2000 }));
    const month = full.months.at(-1)?.at ?? 0;
    const then = await pastOf(snapshotOf(company({ count: 2000 }), month), { until: month, by: BY });
    const learntThen = [...full.looks.wonAt].filter((wonAt) => wonAt <= month - 91 * DAY_SECONDS).length;
    expect(rowCount(then.looks)).toBe(learntThen);
    expect(then.looks.x).toEqual(full.looks.x.slice(0, then.looks.x.length));
    expect(then.looks.churned).toEqual(full.looks.churned.slice(0, learntThen));
  });
});

test('who had given notice is counted, not learnt from', async () => {
  const past: Past = await pastOfCompany(company({ count: 1500 }));
  const last = past.noticed.at(-1);
  expect(last?.count).toBeGreaterThan(0);
  expect(last?.churned).toBeLessThanOrEqual(last?.count ?? 0);
});
