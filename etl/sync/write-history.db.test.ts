import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addWorkspace } from '../../test/connected-source.js';
import { freshDatabase } from '../../test/database.js';
import type { ReadRecord, Stream } from '../source/source.js';
import { Deal, Event, Task } from '../warehouse/index.js';
import { type Lease, takeLease } from './lease.js';
import { readPage } from './page-record.js';
import { writePage } from './write-page.js';

const at = new Date('2026-03-01T00:00:00Z');

/** A state of a record: which facts it says, and with which value. A record without a value cannot be read. */
interface State {
  id: number;
  changedAt: number | null;
  value: number | null;
  deals: number[];
  tasks: number[];
}

/** Deals belong to their record; a task may be said by several, and belongs to the one that said it last. */
const stream: Stream = {
  name: 'vendor.things',
  async *pages() {},
  idOf: (payload) => String((payload as State).id),
  read(payload): ReadRecord {
    const { id, changedAt, value, deals, tasks } = payload as State;
    if (value === null) throw new Error('no value');
    return {
      externalId: String(id),
      changedAt: changedAt === null ? null : new Date(changedAt),
      deletedAt: null,
      url: null,
      rows: [
        { table: Deal, rows: deals.map((n) => ({ externalId: `${id}:${n}`, name: `${value}` })) },
        { table: Task, rows: tasks.map((n) => ({ externalId: `${n}`, subject: `${value}` })) },
        ...(value % 2 === 0 ? [{ table: Event, rows: [{ externalId: `${id}`, kind: 'churned', at }] }] : []),
      ],
    };
  },
};

const state = fc.record<State>({
  id: fc.integer({ min: 1, max: 5 }),
  changedAt: fc.option(fc.integer({ min: 1, max: 4 })),
  value: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 6 }),
  deals: fc.uniqueArray(fc.integer({ min: 1, max: 3 })),
  tasks: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }),
});

let db: DataSource;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});
afterAll(() => db.destroy());

let workspaceId: string;
let lease: Lease;
async function begin() {
  workspaceId = await addWorkspace(db, { createdAt: at });
  lease = await takeLease(db, { workspaceId, sourceId: 'crm', trigger: 'hand', at });
}
const end = () => lease.end({ at, outcome: 'succeeded', errorKind: null, error: null });
beforeEach(async () => {
  await begin();
  return end;
});

const write = (page: State[], position: number) =>
  writePage(db, {
    workspaceId,
    sourceId: 'crm',
    stream: stream.name,
    runId: lease.runId,
    page: readPage(stream, page),
    position: { position },
    at,
  });

const outdated = (given: State, known: State | undefined) =>
  known !== undefined && given.changedAt !== null && known.changedAt !== null && given.changedAt < known.changedAt;

/** The one state of each record that a page stands for. */
function lastOf(page: State[]): State[] {
  const last = new Map<number, State>();
  for (const given of page) {
    if (given.value === null || outdated(given, last.get(given.id))) continue;
    last.delete(given.id);
    last.set(given.id, given);
  }
  return [...last.values()];
}

/** What each record is after its pages were taken one by one, and who says each task. */
function model(pages: State[][]) {
  const standing = new Map<number, State>();
  const tasks = new Map<number, State>();
  for (const page of pages) {
    const news = lastOf(page).filter((given) => {
      const known = standing.get(given.id);
      return !outdated(given, known) && JSON.stringify(known) !== JSON.stringify(given);
    });
    const said = new Map(news.flatMap((given) => given.tasks.map((n) => [n, given] as const)));
    for (const [n, by] of tasks) if (!said.has(n) && news.some(({ id }) => id === by.id)) tasks.delete(n);
    for (const [n, by] of said) tasks.set(n, by);
    for (const given of news) standing.set(given.id, given);
  }
  return { standing: [...standing.values()], tasks };
}

const sorted = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
const rows = (sql: string) => db.query<Record<string, unknown>[]>(sql, [workspaceId]);

async function stored() {
  const read = await Promise.all([
    rows(`select external_id as id, (payload ->> 'value')::int as value from record where workspace_id = $1`),
    rows(`select external_id as id, name from deal where workspace_id = $1`),
    rows(`select external_id as id, subject, record_id as by from task where workspace_id = $1`),
    rows(`select external_id as id from event where workspace_id = $1`),
    rows(`select distinct record_id as id from pending_change where workspace_id = $1`),
  ]);
  return read.map(sorted);
}

function expected(pages: State[][]) {
  const { standing, tasks } = model(pages);
  return [
    standing.map(({ id, value }) => ({ id: `${id}`, value })),
    standing.flatMap(({ id, value, deals }) => deals.map((n) => ({ id: `${id}:${n}`, name: `${value}` }))),
    [...tasks].map(([n, by]) => ({ id: `${n}`, subject: `${by.value}`, by: `${by.id}` })),
    standing.filter(({ value }) => Number(value) % 2 === 0).map(({ id }) => ({ id: `${id}` })),
    standing.map(({ id }) => ({ id: `${id}` })),
  ].map(sorted);
}

test('whatever comes in whatever pages, what stands is what each record said last', async () => {
  await fc.assert(
    fc
      .asyncProperty(fc.array(fc.array(state, { maxLength: 4 }), { maxLength: 5 }), async (pages) => {
        for (const [n, page] of pages.entries()) await write(page, n);
        expect(await stored()).toEqual(expected(pages));
      })
      .beforeEach(begin)
      .afterEach(end),
    { numRuns: 60 },
  );
});
