import { expect, test } from 'vitest';
import { Book, entries, entry, readOnce, standing } from '../../test/book-source.js';
import { addWorkspace } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import type { Stream } from '../source/source.js';

const start = new Date('2026-06-01T00:00:00Z');
const HOUR = 3_600_000;
const hour = (hours: number) => new Date(start.getTime() + hours * HOUR);

async function swept(count: number) {
  const { db } = await testDatabase();
  const workspaceId = await addWorkspace(db, { createdAt: start });
  const book = new Book();
  const all = entries(count).map(({ id }) => id);
  const named = { ids: all, pieces: 2 };
  let heard = 0;
  async function* ids() {
    heard += 1;
    const size = Math.ceil(named.ids.length / named.pieces) || 1;
    for (let at = 0; at < named.ids.length; at += size) yield named.ids.slice(at, at + size);
  }
  const read = (hours: number, more: Partial<Stream> = {}) =>
    readOnce(db, workspaceId, { stream: book.stream({ sweep: { hours: 24, ids }, ...more }), at: hour(hours) });
  const rows = (sql: string) => db.query<Record<string, unknown>[]>(sql, [workspaceId]);
  book.sends = entries(count);
  await read(0);
  book.sends = [];
  const stands = async () => (await standing(db, workspaceId)).rows.length;
  return { db, workspaceId, book, all, named, read, rows, stands, heard: () => heard };
}

test('what a sweep does not name is marked, once it is due', async () => {
  const { all, named, read, rows, stands, heard } = await swept(30);
  named.ids = all.slice(3);
  await read(23);
  expect([heard(), await stands()]).toEqual([0, 30]);
  expect(await read(24)).toMatchObject({ goneCount: 3 });
  expect([heard(), await stands()]).toEqual([1, 27]);
  await read(25);
  expect(heard()).toBe(1);
  expect(await rows(`select 1 from named_record where workspace_id = $1`)).toEqual([]);
});

test('a sweep that is cut short marks nothing and is begun again', async () => {
  const { all, named, read, rows, stands } = await swept(30);
  named.ids = all.slice(0, 20);
  async function* broken() {
    yield all.slice(0, 10);
    throw new Error('the line is dead');
  }
  await expect(read(24, { sweep: { hours: 24, ids: broken } })).rejects.toThrow('the line is dead');
  expect(await stands()).toBe(30);
  expect(await read(24.1)).toMatchObject({ goneCount: 10 });
  expect(await rows(`select 1 from named_record where workspace_id = $1`)).toEqual([]);
});

test('a record read in the run of the sweep is not judged by it', async () => {
  const { book, read, stands } = await swept(30);
  book.sends = [entry('too new for the list')];
  expect(await read(24)).toMatchObject({ goneCount: 0 });
  book.sends = [];
  expect(await stands()).toBe(31);
  expect(await read(48)).toMatchObject({ goneCount: 1 });
});

test.each([
  ['names nothing', 5, 0],
  ['names less than half of many', 100, 49],
])('a sweep that %s is refused, and believed when it says the same a day later', async (_, count, left) => {
  const { all, named, read, stands } = await swept(count);
  named.ids = all.slice(0, left);
  await expect(read(24)).rejects.toThrow(/nothing was marked deleted/);
  expect(await stands()).toBe(count);
  await read(30);
  expect(await stands()).toBe(count);
  expect(await read(48)).toMatchObject({ goneCount: count - left });
  expect(await stands()).toBe(left);
});

test('a doubted sweep that was a fault of the source is forgotten', async () => {
  const { all, named, read, rows, stands } = await swept(10);
  named.ids = [];
  await expect(read(24)).rejects.toThrow(/names nothing of the 10/);
  named.ids = all;
  await read(48);
  expect(await rows(`select doubt from cursor where workspace_id = $1`)).toEqual([{ doubt: null }]);
  named.ids = [];
  await expect(read(72)).rejects.toThrow(/names nothing/);
  expect(await stands()).toBe(10);
});

test('half of a few may well go at once', async () => {
  const { all, named, read } = await swept(10);
  named.ids = all.slice(0, 2);
  expect(await read(24)).toMatchObject({ goneCount: 8 });
});

test('a record that is named again stands again, with its rows, without being sent', async () => {
  const { db, workspaceId, all, named, read } = await swept(10);
  named.ids = all.slice(1);
  await read(24);
  expect((await standing(db, workspaceId)).rows).not.toContain('e0');
  named.ids = all;
  await read(48);
  expect(await standing(db, workspaceId)).toMatchObject({ records: expect.arrayContaining(['e0']), rows: expect.arrayContaining(['e0']) });
});

test('a rejected record that is not named is no longer waited for, and one that is named stays', async () => {
  const { book, all, named, read, rows } = await swept(10);
  book.sends = [
    { id: 'bad', changedAt: 0 },
    { id: 'worse', changedAt: 0 },
  ];
  await read(1);
  book.sends = [];
  named.ids = [...all, 'worse'];
  await read(24);
  expect(await rows(`select external_id from rejected_record where workspace_id = $1 and resolved_at is null`)).toEqual([
    { external_id: 'worse' },
  ]);
});

test('a whole list marks what it no longer names, keeps what it cannot read, and doubts an empty answer for an hour', async () => {
  const { db } = await testDatabase();
  const workspaceId = await addWorkspace(db, { createdAt: start });
  const book = new Book();
  const read = (hours: number) => readOnce(db, workspaceId, { stream: book.stream({ whole: true }), at: hour(hours) });
  const stands = async () => (await standing(db, workspaceId)).rows;
  book.sends = entries(3);
  await read(0);
  book.sends = [entry('e0'), { id: 'e1', changedAt: 0 }];
  expect(await read(0)).toMatchObject({ goneCount: 1, rejectedCount: 1 });
  expect(await stands()).toEqual(['e0', 'e1']);
  book.sends = [];
  await expect(read(1)).rejects.toThrow(/nothing was marked/);
  await expect(read(1.5)).rejects.toThrow(/nothing was marked/);
  expect(await read(2)).toMatchObject({ goneCount: 2 });
  book.sends = [entry('e0')];
  await read(3);
  expect(await stands()).toEqual(['e0']);
});
