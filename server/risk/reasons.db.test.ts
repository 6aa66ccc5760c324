import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { Handoff, Workspace } from '../../etl/warehouse/index.js';
import { testDatabase } from '../../test/database.js';
import { type GivenHandoff, KnownHandoffs } from '../../test/known-handoffs.js';
import { twoYears } from '../../test/two-years.js';
import { BUILT_IN } from '../definition/definition.js';
import { workingTimeOf } from '../definition/working-time.js';
import { readClocks } from '../handoff/clock-reading.js';
import { Snapshots } from '../handoff/snapshots.js';
import { EVERYTHING, type Visibility } from '../handoff/visibility.js';
import { wholeSeconds } from '../handoff/whole-seconds.js';
import { atRisk } from './at-risk.js';
import { modelAnswered } from './model/model-answer.js';
import { oneRisk } from './one-risk.js';
import { type RiskQuery, riskQuery } from './risk.schema.js';
import { clockFacts } from './seen.js';

const NOW = new Date('2026-06-01T12:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const FULL = Array.from({ length: 6 }, () => daysAgo(12));

/** Won ten days ago, and nothing is wrong with it. */
function fine(id: string, but: Partial<GivenHandoff> = {}): GivenHandoff {
  const at = daysAgo(10);
  const early = { ownerNamedAt: at, welcomeAt: at, nextStepsAt: at, internalMeetingAt: at, knowledgeTransferAt: at, kickoffAt: daysAgo(8) };
  return { id, wonAt: at, ...early, contactAt: [daysAgo(7), daysAgo(4), daysAgo(1)], briefSectionAt: FULL, ...but };
}

async function company(...handoffs: GivenHandoff[]) {
  const { db } = await testDatabase();
  const id = randomUUID();
  await db.getRepository(Workspace).insert({ id, name: 'Test', timeZone: 'UTC', currency: 'EUR', createdAt: NOW });
  const workspace = await db.getRepository(Workspace).findOneByOrFail({ id });
  const known = new KnownHandoffs(db, id);
  await known.readThrough(NOW);
  await known.won(...handoffs);
  const snapshots = new Snapshots(db);
  const ground = (visibility: Visibility = EVERYTHING) => ({ db, snapshots, now: NOW, visibility });
  const ask = (query: Partial<RiskQuery> = {}, visibility?: Visibility) =>
    atRisk(ground(visibility), workspace, { ...riskQuery.parse({}), ...query });
  return { db, workspace, known, snapshots, ground, ask };
}

test('each thing that goes wrong is a reason in plain words, with its record', async () => {
  const { ask, known } = await company(
    fine('calm'),
    fine('escalated', { escalationAt: [daysAgo(6), daysAgo(3)] }),
    fine('repeated', { repeatAt: [daysAgo(1)], repeatTier: ['reported'] }),
    fine('unhappy', { surveyAnsweredAt: daysAgo(5), surveySatisfied: false, surveyScore: '2' }),
    fine('unhappy later', { surveyAnsweredAt: daysAgo(1), surveySatisfied: false }),
    fine('notice', { noticeAt: daysAgo(0.2) }),
    fine('half a brief', { briefSectionAt: [daysAgo(12), daysAgo(12), daysAgo(4)] }),
    fine('most of a brief', { briefSectionAt: FULL.slice(1) }),
    fine('other owner', { ownerChangeAt: [daysAgo(2)] }),
  );
  const at = (handoffId: string, kind: string, days: number) => ({ handoffId, kind, at: daysAgo(days), recordId: `${handoffId} ${days}` });
  await known.happened(at('escalated', 'escalated', 6), at('escalated', 'escalated', 3), at('repeated', 'information-repeated', 1));
  await known.happened(at('unhappy', 'survey-answered', 5), at('notice', 'notice-given', 0.2));
  const { items } = await ask();
  const said = Object.fromEntries(
    items.map(({ handoffId, reasons }) => [handoffId, reasons.map(({ words, record }) => [words, record?.recordId])]),
  );
  expect(said).toEqual({
    escalated: [['Escalated twice, last 3 days ago', 'escalated 3']],
    repeated: [['Customer had to repeat information once, yesterday', 'repeated 1']],
    unhappy: [['Unhappy in the first week (2 of 5), 5 days ago', 'unhappy 5']],
    notice: [['Notice given today', 'notice 0.2']],
    'half a brief': [['Brief has 3 of 6 sections (2 when the deal was won)', 'half a brief']],
  });
});

test('a handoff that is not on the list still says what is wrong with it', async () => {
  const { ground, workspace } = await company(fine('both', { briefSectionAt: FULL.slice(1), ownerChangeAt: [daysAgo(2)] }));
  const one = await oneRisk(ground(), workspace, { ...riskQuery.parse({}), handoffId: 'both' });
  expect(one).toMatchObject({ open: true, listed: false, risk: { chance: { value: null, basis: 'rules' }, expectedLoss: null } });
  expect(one?.risk?.reasons.map(({ words }) => words)).toEqual(['Brief has 5 of 6 sections', 'Owner changed once, 2 days ago']);
  expect(one?.risk?.coverage.unknown).toContain('First-week survey');
  expect(await oneRisk(ground(), workspace, { ...riskQuery.parse({}), handoffId: 'nobody' })).toBeNull();
});

test('who may see only some people sees only their handoffs at risk', async () => {
  const [ours, theirs] = [
    fine('ours', { csmName: 'Cora', noticeAt: daysAgo(1) }),
    fine('theirs', { csmName: 'Carl', noticeAt: daysAgo(1) }),
  ];
  const { ask, ground, workspace } = await company(ours, theirs);
  const cora: Visibility = { kind: 'people', names: ['Cora'] };
  expect(await ask({}, cora)).toMatchObject({ total: 1, csms: [{ name: 'Cora', count: 1 }], items: [{ handoffId: 'ours' }] });
  expect((await ask()).total).toBe(2);
  expect(await oneRisk(ground(cora), workspace, { ...riskQuery.parse({}), handoffId: 'theirs' })).toBeNull();
});

test('with too little history the order is by rule, and both answers say how much is wanting', async () => {
  const { ask, ground, workspace } = await company(fine('late', { noticeAt: daysAgo(1), amount: '10' }), ...twoYears(NOW, 60));
  const list = await ask({ sort: 'loss' });
  expect(list).toMatchObject({ order: 'amount', basis: { kind: 'rules', words: expect.stringContaining('the history is too short: of') } });
  expect(list.items[0]?.chance).toMatchObject({
    value: null,
    basis: 'rules',
    why: expect.stringContaining('from 40 of 200 on a chance can be said'),
  });
  const model = await modelAnswered(ground(), workspace, riskQuery.parse({}));
  expect(model).toMatchObject({
    verdict: 'too little history',
    basis: 'rules',
    months: [],
    weights: [],
    score: { scored: 0, auc: { value: null } },
  });
});

test.each(['wall', 'working'] as const)('clocks read from columns are the clocks of the table (%s)', async (time) => {
  const { db, workspace, snapshots } = await company(...twoYears(NOW, 150));
  const snapshot = await snapshots.of(workspace.id);
  const hours = time === 'wall' ? time : workingTimeOf(BUILT_IN.calendar, 'Europe/Berlin');
  const reading = { at: NOW, definition: BUILT_IN, time: hours };
  for (let row = 0; row < snapshot.count; row++) {
    const handoff = await db.getRepository(Handoff).findOneByOrFail({ workspaceId: workspace.id, id: snapshot.id(row) });
    expect(readClocks(clockFacts(snapshot, row), reading)).toEqual(readClocks(wholeSeconds(handoff), reading));
  }
});
