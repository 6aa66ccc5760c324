import { afterAll, beforeAll, expect, test } from 'vitest';
import { deriveHandoffs } from '../../etl/handoff/derive.js';
import { AccountLink, Cursor, Deal, DealStageChange, Event, Source, Workspace } from '../../etl/warehouse/index.js';
import { freshDatabase, type TestDatabase } from '../../test/database.js';
import { type FactBook, factBook } from '../../test/fact-book.js';
import { CounterHere } from '../counting/counter-here.js';
import { EVERYTHING, type Visibility } from '../handoff/visibility.js';
import { Clock } from '../http/clock.js';
import { RestatementController } from './restatement.controller.js';
import { restatementQuery, restatements } from './restatement.schema.js';

const NOW = new Date('2025-09-01T12:00:00Z');

let fresh: TestDatabase;
let book: FactBook;
let workspace: Workspace;
let controller: RestatementController;

/** Twelve handoffs of March by two reps, read through 1 July; two churns of it are found on the 10th, one deal's win on the 20th. */
beforeAll(async () => {
  fresh = await freshDatabase();
  book = await factBook(fresh.db);
  const { workspaceId } = book;
  workspace = await fresh.db.getRepository(Workspace).findOneByOrFail({ id: workspaceId });
  controller = new RestatementController(new CounterHere(fresh.db, new Clock(() => NOW)));
  for (let i = 1; i <= 12; i++) {
    await book.tell(AccountLink, { externalId: `c${i}`, name: `Company ${i}` });
    await book.tell(Deal, {
      externalId: `d${i}`,
      accountExternalId: `c${i}`,
      name: `Deal ${i}`,
      won: true,
      ownerExternalId: i <= 6 ? 'ann' : 'bo',
    });
    await won(i, i);
  }
  await fresh.db.getRepository(Source).insert({ workspaceId, id: 'crm', kind: 'hubspot', name: 'CRM', createdAt: NOW });
  const completeAt = new Date('2025-07-01T00:00:00Z');
  await fresh.db
    .getRepository(Cursor)
    .insert({ workspaceId, sourceId: 'crm', stream: 'deals', position: {}, movedAt: completeAt, completeAt });
  await derive('2025-07-01');
  await book.tell(Event, churn(1), churn(7));
  await derive('2025-07-10');
  await won(2, 20);
  await derive('2025-07-20');
});
afterAll(() => fresh.db.destroy());

const won = (i: number, day: number) =>
  book.tell(DealStageChange, {
    externalId: `h${i}`,
    dealExternalId: `d${i}`,
    stage: 'won',
    won: true,
    enteredAt: new Date(Date.UTC(2025, 2, day)),
  });

const churn = (i: number) => ({ externalId: `e${i}`, kind: 'churned', at: new Date('2025-04-05'), accountExternalId: `c${i}` });

const derive = (day: string) => deriveHandoffs(fresh.db, book.workspaceId, { at: new Date(`${day}T08:00:00Z`) });

const asked = async (query: object = {}, visibility: Visibility = EVERYTHING) =>
  restatements.parse((await controller.list(workspace, visibility, restatementQuery.parse(query))).parse());

test('each finding says its day, its period, from what to what, and of which handoffs', async () => {
  const { findings, next } = await asked({ kpi: 'churn-90d' });
  expect(next).toBeNull();
  expect(findings.map(({ on, count, periods }) => [on, count, periods.length])).toEqual([
    ['2025-07-20', 1, 0],
    ['2025-07-10', 2, 1],
  ]);
  const [march] = findings[1]?.periods ?? [];
  expect(march).toMatchObject({ label: 'March 2025', count: 2, kpis: [{ id: 'churn-90d', count: 2, from: { value: 0, n: 12 } }] });
  expect(march?.kpis[0]?.to.value).toBeGreaterThan(0.1);
  expect(march?.handoffs.map(({ account, changes }) => [account, changes.map(({ words }) => words)])).toEqual([
    ['Company 7', ['Left on 5 April 2025 instead of never']],
    ['Company 1', ['Left on 5 April 2025 instead of never']],
  ]);
  expect(march?.handoffs[0]?.changes[0]?.record).toMatchObject({ sourceId: 'crm', recordId: 'e7' });
});

test('findings come in pages, the latest first', async () => {
  const first = await asked({ limit: '1' });
  expect(first.findings.map(({ on }) => on)).toEqual(['2025-07-20']);
  const second = await asked({ limit: '1', after: first.next });
  expect([second.findings.map(({ on }) => on), second.next]).toEqual([['2025-07-10'], null]);
});

test('an "after" that is no page is refused', async () => {
  await expect(asked({ after: 'x' })).rejects.toThrow();
});

test('a period that was not touched has nothing', async () => {
  const { findings } = await asked({ from: '2025-05-01', to: '2025-06-01' });
  expect(findings.flatMap(({ periods }) => periods)).toEqual([]);
});

test('only what may be seen is told of', async () => {
  const { findings } = await asked({ kpi: 'churn-90d' }, { kind: 'people', names: ['bo'] });
  expect(findings.map(({ on, count }) => [on, count])).toEqual([['2025-07-10', 1]]);
  expect(findings[0]?.periods[0]?.handoffs.map(({ account }) => account)).toEqual(['Company 7']);
});

test('of what was known then, later findings are not told; before the first reading there is nothing to tell', async () => {
  const { findings } = await asked({ knownAt: '2025-07-15T00:00:00Z', asOf: '2025-06-30T00:00:00Z' });
  expect(findings.map(({ on }) => on)).toEqual(['2025-07-10']);
  await expect(asked({ knownAt: '2025-06-15T00:00:00Z' })).rejects.toThrow();
});
