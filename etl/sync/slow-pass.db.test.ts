import { expect, test } from 'vitest';
import { Book, entry, readOnce } from '../../test/book-source.js';
import { addWorkspace } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import { driftOf } from './reconcile.js';

const start = new Date('2026-06-01T00:00:00Z');
const hour = (hours: number) => new Date(start.getTime() + hours * 3_600_000);

async function connected() {
  const { db } = await testDatabase();
  const workspaceId = await addWorkspace(db, { createdAt: start });
  const book = new Book();
  book.sends = [entry('a'), entry('b')];
  const rows = (sql: string) => db.query<Record<string, unknown>[]>(sql, [workspaceId]);
  return { db, workspaceId, book, rows };
}

test('a re-read writes what changed without a time of change, leaves the cursor alone and is due by its own hours', async () => {
  const { db, workspaceId, book, rows } = await connected();
  const again = { sends: [entry('a', 0, 'moved in silence')], asked: 0 };
  async function* pages() {
    again.asked += 1;
    yield { records: again.sends, position: { asked: 99 } };
  }
  const read = (hours: number) => readOnce(db, workspaceId, { stream: book.stream({ reread: { hours: 6, pages } }), at: hour(hours) });
  await read(0);
  book.sends = [];
  await read(5);
  expect(again.asked).toBe(0);
  expect(await read(6)).toMatchObject({ writtenCount: 1 });
  await read(7);
  expect(again.asked).toBe(1);
  expect(await rows(`select position from cursor where workspace_id = $1`)).toEqual([{ position: { asked: 4 } }]);
  expect(await rows(`select subject from task where workspace_id = $1 and record_id = 'a'`)).toEqual([{ subject: 'moved in silence' }]);
});

test('a re-read cut short is due again at once', async () => {
  const { db, workspaceId, book } = await connected();
  let asked = 0;
  async function* pages() {
    asked += 1;
    yield { records: [], position: null };
    if (asked === 1) throw new Error('the line is dead');
  }
  const read = (hours: number) => readOnce(db, workspaceId, { stream: book.stream({ reread: { hours: 6, pages } }), at: hour(hours) });
  await read(0);
  await expect(read(6)).rejects.toThrow('the line is dead');
  await read(6.1);
  expect(asked).toBe(2);
});

test('the count of the source is held against what is stored, in the run in which they part', async () => {
  const { db, workspaceId, book, rows } = await connected();
  let count: number | null = 2;
  const read = (hours: number) => readOnce(db, workspaceId, { stream: book.stream({ standing: async () => count }), at: hour(hours) });
  expect(driftOf(await read(0))).toBe(0);
  count = 3;
  const drifted = await read(1);
  expect(drifted).toMatchObject({ standingExpectedCount: 3, standingStoredCount: 2, standingCountedAt: hour(1) });
  expect(driftOf(drifted)).toBe(1);
  book.sends = [{ id: 'unreadable', changedAt: 0 }];
  expect(driftOf(await read(2))).toBe(0);
  await rows(`update record set deleted_at = now() where workspace_id = $1 and external_id = 'a'`);
  expect(driftOf(await read(3))).toBe(1);
  count = null;
  expect(driftOf(await read(4))).toBeNull();
});
