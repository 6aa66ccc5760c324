import { beforeEach, describe, expect, test } from 'vitest';
import { Cursor, type Workspace } from '../../etl/warehouse/index.js';
import { syntheticWorkspace } from '../../test/bench/kpi-handoffs.js';
import { type TestDatabase, testDatabase } from '../../test/database.js';
import type { Visibility } from '../handoff/visibility.js';
import { kpiQuery } from '../kpi/kpi.schema.js';
import { Answers } from './answers.js';

const NOW = new Date('2026-06-15T09:00:00Z');
const MINUTE = 60_000;
const ALL: Visibility = { kind: 'all' };

let base: TestDatabase;
let workspace: Workspace;
let answers: Answers;

beforeEach(async () => {
  base = await testDatabase();
  workspace = await syntheticWorkspace(base.db, { count: 300, until: NOW });
  answers = new Answers(base.db);
});

interface Changed {
  query?: object;
  visibility?: Visibility;
  now?: Date;
}

async function ask({ query = {}, visibility = ALL, now = NOW }: Changed = {}) {
  const { bytes, counted } = await answers.of({ name: 'kpi', workspace, query: kpiQuery.parse(query), visibility, now });
  return { counted, answer: JSON.parse(new TextDecoder().decode(bytes)) };
}

const later = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);

describe('an answer', () => {
  test('is counted once and then said anew with its age, and nothing else is different', async () => {
    const first = await ask();
    const second = await ask({ now: later(90) });
    expect([first.counted, second.counted]).toEqual([true, false]);
    expect(second.answer.scope).toEqual({ ...first.answer.scope, asOf: later(90).toISOString(), ageMinutes: 91 });
    expect({ ...second.answer, scope: null }).toEqual({ ...first.answer, scope: null });
    expect(await answerOfAnother(later(90))).toEqual(second.answer);
  });

  test('of a moment in the past stays as of that moment', async () => {
    const query = { asOf: '2026-06-01T00:00:00Z' };
    const first = await ask({ query });
    expect(await ask({ query, now: later(90) })).toEqual({ answer: first.answer, counted: false });
  });

  test('is counted once for all who ask at the same time', async () => {
    const asked = await Promise.all(Array.from({ length: 5 }, () => ask({ query: { by: 'region' } })));
    expect(asked.filter(({ counted }) => counted)).toHaveLength(1);
  });

  const moved: Record<string, () => Promise<Changed>> = {
    'another question': async () => ({ query: { by: 'csm' } }),
    'another pair of eyes': async () => ({ visibility: { kind: 'people', names: ['CSM 1'] } }),
    'another day': async () => ({ now: later(24 * 60) }),
    'a handoff that changed': async () => {
      await base.db.query('update workspace set revision = 2 where id = $1', [workspace.id]);
      return {};
    },
    'newer data': async () => {
      await base.db.getRepository(Cursor).update({ workspaceId: workspace.id }, { completeAt: new Date(NOW.getTime() - 1000) });
      return {};
    },
    'another time zone of the workspace': async () => {
      workspace = { ...workspace, timeZone: 'Asia/Tokyo' };
      return {};
    },
    'data that end later than now': async () => ({ now: later(-10) }),
  };
  test.each(Object.entries(moved))('is counted anew for %s', async (_, move) => {
    await ask();
    expect((await ask(await move())).counted).toBe(true);
  });

  test('that cannot be given is refused each time', async () => {
    const query = { filter: 'planet:Mars' };
    for (let time = 0; time < 2; time++) await expect(ask({ query })).rejects.toThrow('there is no dimension "planet"');
  });

  test('to a question that is not in the list says where its line belongs', async () => {
    await expect(answers.of({ name: 'nonsense', workspace, query: {}, visibility: ALL, now: NOW })).rejects.toThrow('questions.ts');
  });
});

/** What somebody who knows no earlier answer is told. */
async function answerOfAnother(now: Date): Promise<unknown> {
  answers = new Answers(base.db);
  return (await ask({ now })).answer;
}
