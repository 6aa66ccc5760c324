import type { DataSource } from 'typeorm';
import { beforeEach, describe, expect, test } from 'vitest';
import { at, type Deriving, deriving } from '../../test/deriving.js';
import { Cursor, Deal, Derivation, Event, Restatement, Source, Subscription, SurveyResponse, Task } from '../warehouse/index.js';
import { deriveHandoffs } from './derive.js';

let company: Deriving;
let days = 0;
beforeEach(async () => {
  company = await deriving();
  days = 0;
});

/** Everything that all streams knew at the moment has been read. */
async function readThrough(moment: string | null, stream = 'deals'): Promise<void> {
  const { db, book } = company;
  const { workspaceId } = book;
  const createdAt = at('2024-01-01');
  await db.getRepository(Source).upsert({ workspaceId, id: 'crm', kind: 'hubspot', name: 'CRM', createdAt }, ['workspaceId', 'id']);
  const cursor = { workspaceId, sourceId: 'crm', stream, position: {}, movedAt: createdAt, completeAt: moment && at(moment) };
  await db.getRepository(Cursor).upsert(cursor, ['workspaceId', 'sourceId', 'stream']);
}

const restated = (db: DataSource) =>
  db.getRepository(Restatement).find({ where: { workspaceId: company.book.workspaceId }, order: { revision: 'ASC', handoffId: 'ASC' } });

/** Derives a day later than before. */
const derive = (cause: 'record' | 'mapping' = 'record') => {
  days += 1;
  return deriveHandoffs(company.db, company.book.workspaceId, {
    at: new Date(Date.UTC(2025, 5, days)),
    cause: { kind: cause },
  });
};

async function toldThrough(moment: string): Promise<void> {
  await company.won('1', '2025-02-01');
  await readThrough(moment);
  await derive();
}

const churn = (moment: string) => company.tell(Event, { externalId: 'gone', kind: 'churned', at: at(moment), accountExternalId: '1' });

test('a first load restates nothing', async () => {
  await company.won('1', '2025-02-01');
  await churn('2025-03-01');
  await readThrough('2025-05-01');
  await derive();
  expect(await restated(company.db)).toEqual([]);
});

describe('what comes after all had been read through 1 May', () => {
  beforeEach(() => toldThrough('2025-05-01'));

  test('and is later restates nothing', async () => {
    await churn('2025-05-02');
    await company.won('2', '2025-05-03');
    await readThrough('2025-05-04');
    await derive();
    expect(await restated(company.db)).toEqual([]);
  });

  test('and is earlier is kept, with what was told before', async () => {
    await churn('2025-03-01');
    await readThrough('2025-05-04');
    await derive();
    expect(await restated(company.db)).toMatchObject([
      {
        handoffId: 'crm:1',
        revision: '2',
        foundAt: new Date('2025-06-02'),
        knownUntil: at('2025-05-01'),
        cause: 'record',
        definitionVersion: null,
        before: { churned_at: null },
        after: { churned_at: expect.stringContaining('2025-03-01') },
      },
    ]);
  });

  test('within its last second counts as earlier: moments are counted by the second', async () => {
    await company.tell(Event, {
      externalId: 'gone',
      kind: 'churned',
      at: new Date(at('2025-05-01').getTime() + 900),
      accountExternalId: '1',
    });
    await derive();
    expect(await restated(company.db)).toHaveLength(1);
  });

  test('takes a moment back that had been told', async () => {
    await churn('2025-03-01');
    await derive();
    await company.tell(Event, {
      externalId: 'gone',
      kind: 'churned',
      at: at('2025-03-01'),
      accountExternalId: '1',
      deletedAt: at('2025-05-02'),
    });
    await derive();
    expect((await restated(company.db)).map(({ after }) => after.churned_at)).toEqual([expect.any(String), null]);
  });

  test('brings a handoff that had been there', async () => {
    await company.won('2', '2025-03-01');
    await derive();
    expect(await restated(company.db)).toMatchObject([
      { handoffId: 'crm:2', before: { removed_at: expect.any(String) }, after: { removed_at: null } },
    ]);
  });

  test('takes a handoff away, and brings it back', async () => {
    await company.tell(Deal, { externalId: '1', accountExternalId: '1', won: false });
    await derive();
    await company.tell(Deal, { externalId: '1', accountExternalId: '1', name: 'Deal 1', won: true, stage: 'won' });
    await derive();
    expect(await restated(company.db)).toMatchObject([
      { handoffId: 'crm:1', before: { removed_at: null }, after: { removed_at: expect.any(String) } },
      { handoffId: 'crm:1', before: { removed_at: expect.any(String) }, after: { removed_at: null } },
    ]);
  });

  test('moves t0', async () => {
    await company.won('1', '2025-02-03');
    await derive();
    expect(await restated(company.db)).toMatchObject([
      { before: { won_at: expect.stringContaining('2025-02-01') }, after: { won_at: expect.stringContaining('2025-02-03') } },
    ]);
  });

  test('changes what the handoff is, of which there is no history', async () => {
    await company.tell(Subscription, { externalId: 's', accountExternalId: '1', startedAt: at('2025-01-15'), arr: '7000' });
    await derive();
    expect(await restated(company.db)).toMatchObject([{ before: { arr: null }, after: { arr: 7000 } }]);
  });

  test('of a list counts only in its past', async () => {
    const escalated = (externalId: string, moment: string) =>
      company.tell(Event, { externalId, kind: 'escalated', at: at(moment), dealExternalId: '1' });
    await escalated('a', '2025-05-10');
    await derive();
    expect(await restated(company.db)).toEqual([]);
    await escalated('b', '2025-03-10');
    await derive();
    const [only] = await restated(company.db);
    expect([only?.before.escalation_at, only?.after.escalation_at]).toEqual([
      [expect.stringContaining('2025-05-10')],
      [expect.stringContaining('2025-03-10'), expect.stringContaining('2025-05-10')],
    ]);
  });

  test('changes the answer of a survey, which is of the moment it was given', async () => {
    const answer = (score: string) =>
      company.tell(SurveyResponse, {
        externalId: 'r',
        kind: 'csat',
        scale: '1-5',
        score,
        answeredAt: at('2025-02-03'),
        accountExternalId: '1',
      });
    await answer('5');
    await derive();
    await answer('2');
    await derive('mapping');
    expect((await restated(company.db)).at(-1)).toMatchObject({
      cause: 'mapping',
      before: { survey_satisfied: true, survey_score: 5 },
      after: { survey_satisfied: false, survey_score: 2 },
    });
  });
});

test('a stream read to its end for the first time restates nothing, nor does one that is half read', async () => {
  await toldThrough('2025-05-01');
  await readThrough(null, 'tickets');
  await company.tell(Event, { externalId: 'e', kind: 'escalated', at: at('2025-03-01'), dealExternalId: '1' });
  await derive();
  await readThrough('2025-05-02', 'tickets');
  await company.tell(Event, { externalId: 'f', kind: 'escalated', at: at('2025-03-10'), dealExternalId: '1' });
  await derive();
  await readThrough('2025-05-02', 'tasks');
  await company.tell(Task, { externalId: 't', kind: 'kickoff-held', doneAt: at('2025-02-05'), dealExternalId: '1' });
  await derive();
  expect(await restated(company.db)).toEqual([]);
  await company.tell(Task, { externalId: 't', kind: 'kickoff-held', doneAt: at('2025-02-04'), dealExternalId: '1' });
  await derive();
  expect(await restated(company.db)).toHaveLength(1);
});

test('each derivation notes through when it knew, later than the one before it', async () => {
  await toldThrough('2025-05-01');
  await derive();
  await readThrough('2025-05-02');
  days = 0;
  await derive();
  const noted = await company.db.getRepository(Derivation).find({ where: { workspaceId: company.book.workspaceId }, order: { at: 'ASC' } });
  expect(noted.map(({ revision, knownUntil, streamCount }) => [revision, knownUntil, streamCount])).toEqual([
    ['1', at('2025-05-01'), 1],
    ['1', at('2025-05-02'), 1],
  ]);
  expect(noted[1]?.at).toEqual(new Date('2025-06-01T00:00:00.001Z'));
});
