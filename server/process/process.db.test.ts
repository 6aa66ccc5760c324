import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Workspace } from '../../etl/warehouse/index.js';
import { syntheticWorkspace } from '../../test/bench/kpi-handoffs.js';
import { freshDatabase, type TestDatabase } from '../../test/database.js';
import { Snapshots } from '../handoff/snapshots.js';
import { EVERYTHING, type Visibility } from '../handoff/visibility.js';
import { kpiQuery } from '../kpi/kpi.schema.js';
import { oneKpi } from '../kpi/kpi-questions.js';
import { type ProcessAnswer, processAnswer, processList, processListQuery, processQuery } from './process.schema.js';
import { handoffsInProcess, wholeProcess } from './process-questions.js';

const NOW = new Date('2026-06-15T09:00:00Z');

let base: TestDatabase;
let workspace: Workspace;
let snapshots: Snapshots;

beforeAll(async () => {
  base = await freshDatabase();
  workspace = await syntheticWorkspace(base.db, { count: 2000, until: NOW });
  snapshots = new Snapshots(base.db);
});
afterAll(() => base.db.destroy());

const ground = (visibility: Visibility = EVERYTHING) => ({ db: base.db, snapshots, now: NOW, visibility });
const whole = async (query: object = {}, visibility?: Visibility) =>
  processAnswer.parse(await wholeProcess.answer(ground(visibility), workspace, processQuery.parse(query)));
const list = async (query: object, visibility?: Visibility) =>
  processList.parse(await handoffsInProcess.answer(ground(visibility), workspace, processListQuery.parse({ limit: 500, ...query })));

/** Every count an answer shows, with the question for the handoffs behind it. */
function counted({ steps, waiting, left, finished, variants, others, moves, violations }: ProcessAnswer): { count: number; ask: object }[] {
  return [
    ...steps.flatMap(({ id, share, outcomes, leg }) => [
      { count: share.n, ask: { step: id, outcome: 'any' } },
      ...outcomes.map(({ outcome, count }) => ({ count, ask: { step: id, outcome } })),
      ...(leg ? [{ count: leg.median.n, ask: { leg: id, outcome: 'any' } }] : []),
      ...(leg?.outcomes ?? []).map(({ outcome, count }) => ({ count, ask: { leg: id, outcome } })),
    ]),
    ...waiting.map(({ after, count }) => ({ count, ask: { waiting: after } })),
    { count: left, ask: { state: 'left' } },
    { count: finished, ask: { state: 'finished' } },
    ...variants.map(({ key, count }) => ({ count, ask: { variant: key } })),
    { count: others.count, ask: { variant: 'others' } },
    ...moves.map(({ from, to, count }) => ({ count, ask: { move: `${from}.${to}` } })),
    ...violations.flatMap(({ id, count, share, outcomes }) => [
      { count: count ?? -1, ask: { violation: id } },
      { count: share.n, ask: { violation: id, outcome: 'any' } },
      ...outcomes.map(({ outcome, count }) => ({ count, ask: { violation: id, outcome } })),
    ]),
  ];
}

describe('every count of the process has a list of exactly as many handoffs', () => {
  test.each<[string, object, Visibility]>([
    ['of a year', {}, EVERYTHING],
    ['under filters', { from: '2025-01-01', to: '2026-01-01', filter: ['region:EMEA', 'segment:enterprise'] }, EVERYTHING],
    ['as of a past moment', { asOf: '2025-03-01T00:00:00Z', from: '2024-12-01', to: '2025-03-02' }, EVERYTHING],
    ['for those who see some', {}, { kind: 'people', names: ['Rep 1', 'CSM 3'] }],
  ])('%s', async (_, scope, visibility) => {
    const counts = counted(await whole(scope, visibility));
    expect(counts.length).toBeGreaterThan(80);
    for (const { count, ask } of counts)
      expect({ ask, count: (await list({ ...scope, ...ask, limit: 1 }, visibility)).total }).toEqual({ ask, count });
  });
});

interface Row {
  at: Record<string, number | null>;
  won: number;
  left: number | null;
}

/** The same from the table, one handoff after the other. */
async function rows(from: string, to: string): Promise<Row[]> {
  const found = await base.db.query<Record<string, Date | null>[]>(
    `select won_at, welcome_at as welcome, knowledge_transfer_at as brief, internal_meeting_at as meeting, kickoff_at as kickoff,
       onboarding_completed_at as onboarding, first_value_at as value, owner_named_at as owner, churned_at
     from handoff where workspace_id = $1 and removed_at is null and won_at >= $2 and won_at < $3`,
    [workspace.id, `${from}T00:00:00+01`, `${to}T00:00:00+01`],
  );
  const until = Math.floor((NOW.getTime() - 60_000) / 1000);
  return found.map(({ won_at, churned_at, ...moments }) => {
    const second = (at: Date | null | undefined) => (at ? Math.floor(at.getTime() / 1000) : null);
    const churned = second(churned_at);
    const left = churned !== null && churned <= until ? churned : null;
    const end = left ?? until;
    const at = Object.fromEntries(
      Object.entries(moments).map(([name, date]) => {
        const moment = second(date);
        return [name, moment !== null && moment <= end ? moment : null];
      }),
    );
    return { at, won: second(won_at) ?? 0, left };
  });
}

const ORDER = ['welcome', 'brief', 'meeting', 'kickoff', 'onboarding', 'value'];

describe('the process of one winter is what its handoffs say one by one', () => {
  const winter = { from: '2025-11-01', to: '2026-02-01' };

  test('the ways taken', async () => {
    const ways = new Map<string, number>();
    for (const { at } of await rows(winter.from, winter.to)) {
      const taken = ORDER.filter((step) => at[step] !== null).sort(
        (a, b) => (at[a] ?? 0) - (at[b] ?? 0) || ORDER.indexOf(a) - ORDER.indexOf(b),
      );
      const key = taken.join('.') || 'won';
      ways.set(key, (ways.get(key) ?? 0) + 1);
    }
    const { variants, others, handoffs } = await whole(winter);
    expect(variants.map(({ key, count }) => [key, count])).toEqual(variants.map(({ key }) => [key, ways.get(key)]));
    expect(variants[0]?.count).toBe(Math.max(...ways.values()));
    expect(others).toEqual({
      variants: ways.size - variants.length,
      count: handoffs - variants.reduce((sum, { count }) => sum + count, 0),
    });
  });

  test('the order violations', async () => {
    const all = await rows(winter.from, winter.to);
    const early = (happened: string, first: string) =>
      all.filter(({ at }) => at[happened] !== null && (at[first] === null || (at[first] ?? 0) > (at[happened] ?? 0))).length;
    const { violations } = await whole(winter);
    expect(Object.fromEntries(violations.map(({ id, count }) => [id, count]))).toEqual({
      'kickoff-before-meeting': early('kickoff', 'meeting'),
      'kickoff-before-brief': early('kickoff', 'brief'),
      'welcome-after-kickoff': early('kickoff', 'welcome'),
      'owner-after-welcome': early('welcome', 'owner'),
      'onboarding-before-kickoff': early('onboarding', 'kickoff'),
      'value-before-kickoff': early('value', 'kickoff'),
    });
  });

  test('where they wait', async () => {
    const stands = new Map<string, number>();
    for (const { at, left } of await rows(winter.from, winter.to)) {
      if (left !== null || (at.onboarding !== null && at.value !== null)) continue;
      const after = ORDER.findLast((step) => at[step] !== null) ?? 'won';
      stands.set(after, (stands.get(after) ?? 0) + 1);
    }
    const { waiting } = await whole(winter);
    expect(Object.fromEntries(waiting.map(({ after, count }) => [after, count]))).toEqual(Object.fromEntries(stands));
  });
});

test('time to first value, of all and of each way, is the KPI of that name', async () => {
  const { steps, variants } = await whole();
  const kpi = async (query: object) =>
    (await oneKpi.answer(ground(), workspace, { ...kpiQuery.parse(query), id: 'time-to-first-value' })).answer.measure;
  const value = steps.find(({ id }) => id === 'value');
  expect(value?.median).toEqual({ ...(await kpi({})), mature: value?.median.mature });
  expect(variants[0]?.timeToValue?.n).toBe(variants[0]?.count);
});

test('a step no source records is not a step nobody took', async () => {
  await base.db.query('update handoff set internal_meeting_at = null, revision = 2 where workspace_id = $1', [workspace.id]);
  await base.db.query('update workspace set revision = 2 where id = $1', [workspace.id]);
  const { steps, violations } = await whole();
  expect(steps.find(({ id }) => id === 'meeting')).toMatchObject({
    measured: false,
    share: { value: null, why: 'no source records this' },
    median: { value: null, why: 'no source records this' },
  });
  expect(violations.find(({ id }) => id === 'kickoff-before-meeting')).toMatchObject({
    measured: false,
    count: null,
    share: { value: null },
  });
});

test.each([
  [{}, /ask for one of/],
  [{ step: 'kickoff', waiting: 'won' }, /ask for one of/],
  [{ step: 'lunch' }, /there is no "lunch"; there are welcome, brief/],
  [{ variant: 'kickoff.kickoff' }, /names no steps/],
  [{ move: 'kickoff.moon' }, /there is no outcome "moon"/],
])('refuses %j in words', async (query, words) => {
  await expect(list(query)).rejects.toThrow(words);
});
