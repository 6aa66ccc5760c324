import { beforeEach, describe, expect, test } from 'vitest';
import { changedByHand, Workspace } from '../../etl/warehouse/index.js';
import { syntheticWorkspace } from '../../test/bench/kpi-handoffs.js';
import { type TestDatabase, testDatabase } from '../../test/database.js';
import { playedSync } from '../../test/played-sync.js';
import { NoWorkspace } from '../handoff/mark.js';
import type { Visibility } from '../handoff/visibility.js';
import { kpiQuery, listQuery } from '../kpi/kpi.schema.js';
import { riskQuery } from '../risk/risk.schema.js';
import { Answers } from './answers.js';

const NOW = new Date('2026-06-15T09:00:00Z');
const ALL: Visibility = { kind: 'all' };
const WITHIN = 10;

let base: TestDatabase;
let workspaceId: string;
let answers: Answers;

beforeEach(async () => {
  base = await testDatabase();
  workspaceId = (await syntheticWorkspace(base.db, { count: 300, until: NOW })).id;
  answers = new Answers(base.db, WITHIN);
});

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

interface Scoped {
  scope: { asOf: string; dataAsOf: string | null; ageMinutes: number | null; definition: number };
}

interface Asking {
  at?: number;
  newest?: boolean;
  by?: Answers;
  query?: object;
}

/** As a request does: with the workspace as it stands at that moment. */
async function ask<Answer = Scoped>(name: string, { at = 0, newest = false, by = answers, query = kpiQuery.parse({}) }: Asking = {}) {
  const workspace = await base.db.getRepository(Workspace).findOneByOrFail({ id: workspaceId });
  const { bytes, ...how } = await by.of({ name, workspace, query, visibility: ALL, now: later(at), newest });
  return { ...how, answer: JSON.parse(new TextDecoder().decode(bytes)) as Answer };
}

const LIST = { ...listQuery.parse({}), id: 'churn-90d' };
const RISK = { ...riskQuery.parse({}) };

interface List {
  total: number;
  handoffs: { name: string }[];
}
const total = async (asking?: Asking) => (await ask<List>('kpi/handoff', { query: LIST, ...asking })).answer.total;
const through = async (asking?: Asking) => (await ask('kpi', asking)).answer.scope.dataAsOf;

const sync = (seconds: number) => playedSync(base.db, workspaceId, later(seconds));

const byHand = () => base.db.transaction((tx) => changedByHand(tx, workspaceId));

describe('while only syncs move the data', () => {
  test('all questions are answered from one reading, first asked before a sync or after it', async () => {
    const first = await ask('kpi');
    const before = await total();
    await sync(-5);
    expect(await total({ at: 9 })).toBe(before);
    expect(await through({ at: 9 })).toBe(first.answer.scope.dataAsOf);
    const by = await ask('kpi', { at: 9, query: kpiQuery.parse({ by: 'region' }) });
    const risk = await ask<{ known: { dataAsOf: string } }>('risk', { at: 9, query: RISK });
    expect([by.answer.scope.dataAsOf, risk.answer.known.dataAsOf]).toEqual([first.answer.scope.dataAsOf, first.answer.scope.dataAsOf]);
  });

  test('an answer of a passed moment is given at once, says how old it is, and the next one is ready behind it', async () => {
    const first = await ask('kpi');
    await ask('kpi', { at: 1 });
    const read = await sync(-5);
    const old = await ask('kpi', { at: 12 });
    expect([old.counted, old.earlier]).toEqual([false, true]);
    expect(old.answer.scope.dataAsOf).toBe(first.answer.scope.dataAsOf);
    expect(old.answer.scope.ageMinutes).toBeCloseTo((first.answer.scope.ageMinutes ?? 0) + 12 / 60, 5);
    const next = await until(
      () => ask('kpi', { at: 13 }),
      ({ earlier }) => !earlier,
    );
    expect([next.counted, next.answer.scope.dataAsOf]).toEqual([false, read]);
  });

  test('number and list change together', async () => {
    const before = [await through(), await total()];
    const read = await sync(-5);
    const seen: [string | null, number][] = [];
    await until(
      async () => {
        seen.push([await through({ at: 12 }), await total({ at: 12 })]);
        return ask('kpi', { at: 12 });
      },
      ({ earlier }) => !earlier,
    );
    seen.push([await through({ at: 12 }), await total({ at: 12 })]);
    // It may pass between the two looks of a pair, never back.
    for (const [number, list] of seen) if (number === read) expect(list).not.toBe(before[1]);
    expect(seen.at(-1)).toEqual([read, expect.any(Number)]);
  });

  test('nothing older than three moments is given', async () => {
    await ask('kpi');
    const read = await sync(-5);
    const { answer, earlier } = await ask('kpi', { at: 31 });
    expect([answer.scope.dataAsOf, earlier]).toEqual([read, false]);
  });

  test('what goes out for good waits for the newest', async () => {
    await ask('kpi');
    const read = await sync(-5);
    const { answer, earlier } = await ask('kpi', { at: 12, newest: true });
    expect([answer.scope.dataAsOf, earlier]).toEqual([read, false]);
  });

  test('rows are read once however many ask when the moment has passed', async () => {
    await ask('kpi');
    await sync(-5);
    const asked = await Promise.all(Array.from({ length: 8 }, () => ask('kpi', { at: 31 })));
    expect(asked.filter(({ counted }) => counted)).toHaveLength(1);
  });

  test('before the first full reading all is as of the moment it was read', async () => {
    await base.db.query('update cursor set complete_at = null where workspace_id = $1', [workspaceId]);
    const first = await ask('kpi');
    const second = await ask('kpi', { at: 8 });
    expect([second.counted, second.answer.scope]).toEqual([false, first.answer.scope]);
    expect(first.answer.scope.asOf).toBe(NOW.toISOString());
  });
});

describe('what a person changes', () => {
  test('is seen by the very next question, by every process', async () => {
    const replica = new Answers(base.db, WITHIN);
    await ask('kpi', { by: replica });
    const before = await total({ by: replica });
    await ask('kpi');
    const read = await sync(-5);
    expect(await total({ at: 1, by: replica })).toBe(before);
    await byHand();
    expect(await total({ at: 1, by: replica })).toBeLessThan(before);
    expect([await through({ at: 1 }), await through({ at: 1, by: replica })]).toEqual([read, read]);
  });

  test('is seen while the next reading is being prepared', async () => {
    await ask('kpi');
    await sync(-5);
    const old = ask('kpi', { at: 12 });
    const read = await sync(-4);
    await byHand();
    await old;
    expect(await through({ at: 12 })).toBe(read);
  });
});

test('of a workspace that another process deleted nothing is kept or given', async () => {
  const workspace = await base.db.getRepository(Workspace).findOneByOrFail({ id: workspaceId });
  const question = { name: 'kpi', workspace, query: kpiQuery.parse({}), visibility: ALL, now: NOW };
  await answers.of(question);
  await base.db.query('delete from workspace where id = $1', [workspaceId]);
  await answers.forgetEnded();
  await expect(answers.of(question)).rejects.toThrow(NoWorkspace);
});

/** What `look` sees when it is at last so. */
async function until<T>(look: () => Promise<T>, so: (seen: T) => boolean): Promise<T> {
  for (let time = 0; time < 200; time++) {
    const seen = await look();
    if (so(seen)) return seen;
  }
  throw new Error('it never was so');
}
