import { describe, expect, test } from 'vitest';
import { randomFor } from '../../etl/sandbox/company/random.js';
import { BUILT_IN_TERMS } from '../../test/terms.js';
import { type Columns, DAY_SECONDS, eachOf, MOMENT_LISTS, MOMENTS, NEVER } from '../handoff/column.js';
import { Snapshot } from '../handoff/snapshot.js';
import type { Question } from '../kpi/question.js';
import { type Association, churnBy, seenOf } from './association.js';
import { FACTORS } from './factors.js';
import { type Sided, sided } from './sides.js';

const HANDOFFS = 400;
const DAYS = 300;

/** Handoffs won all along 300 days whose leaving has nothing to do with anything: most are gone by day 90, and a kickoff comes to those still there. */
function company(seed: number): Question {
  const random = randomFor(seed, 'landmark');
  const never = () => new Int32Array(HANDOFFS).fill(NEVER);
  const moment = eachOf(MOMENTS, never);
  const list = eachOf(MOMENT_LISTS, () => ({ offsets: new Int32Array(HANDOFFS + 1), values: new Int32Array() }));
  const until = DAYS * DAY_SECONDS;
  for (let row = 0; row < HANDOFFS; row++) {
    const won = Math.floor((row * until) / HANDOFFS);
    const left = won + Math.floor(-Math.log(1 - random.next()) * 40 * DAY_SECONDS);
    const kickoff = won + Math.floor(random.between(2, 20) * DAY_SECONDS);
    moment.won_at[row] = won;
    if (left <= until) moment.churned_at[row] = left;
    if (kickoff < left && kickoff <= until) moment.kickoff_at[row] = kickoff;
  }
  const columns: Columns = {
    count: HANDOFFS,
    moment,
    list,
    repeatTier: new Uint8Array(),
    satisfied: new Int8Array(HANDOFFS).fill(-1),
    scoreTenths: new Uint8Array(HANDOFFS),
    arr: new Float64Array(HANDOFFS).fill(-1),
    id: { offsets: new Int32Array(HANDOFFS + 1), values: new Uint8Array() },
    dimension: new Map(),
  };
  return {
    snapshot: new Snapshot(columns, '1'),
    rows: Uint32Array.from({ length: HANDOFFS }, (_, row) => row),
    until,
    read: true,
    terms: BUILT_IN_TERMS,
    calendar: { timeZone: 'UTC', weekStart: 1, fiscalStart: 1 },
    period: { from: '2000-01-01', to: '2000-11-01' },
  } as unknown as Question;
}

const kickoff = FACTORS.find(({ id }) => id === 'kickoff');
if (!kickoff) throw new Error('there is a kickoff factor');

const churnOf = (sides: Sided) => churnBy(sides, seenOf(sides, 90).churn, 90);

const clears = (one: (question: Question) => Association) =>
  Array.from({ length: 120 }, (_, seed) => one(company(seed))).filter(({ p }) => p !== null && p < 0.05).length;

describe('a kickoff that nobody needs', () => {
  test('goes with staying when those who left early count as without it', () => {
    const naive = { ...kickoff, settledDay: () => 0 };
    expect(clears((question) => churnOf(sided(question, naive)))).toBeGreaterThan(30);
  });

  test('goes with nothing when only those still there on its day are looked at', () => {
    expect(clears((question) => churnOf(sided(question, kickoff)))).toBeLessThan(14);
  });
});

test('what was never recorded says nothing', () => {
  const brief = FACTORS.find(({ id }) => id === 'brief-complete');
  if (!brief) throw new Error('there is a brief factor');
  const sides = sided(company(1), brief);
  expect(sides.placeOf).toBeNull();
  expect(churnOf(sides)).toMatchObject({ yes: { n: 0, value: null }, difference: null });
});
