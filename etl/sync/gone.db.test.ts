import { expect, test } from 'vitest';
import { Book, entry, readOnce, standing } from '../../test/book-source.js';
import { addWorkspace } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import { tableHashes } from './table-hash.js';

const start = new Date('2026-06-01T00:00:00Z');
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

async function bookRead() {
  const { db } = await testDatabase();
  const workspaceId = await addWorkspace(db, { createdAt: start });
  const book = new Book();
  const read = (minutes: number) => readOnce(db, workspaceId, { stream: book.stream(), at: later(minutes) });
  const rows = (sql: string) => db.query<Record<string, unknown>[]>(sql, [workspaceId]);
  book.sends = [entry('a', later(1).getTime()), entry('b', later(1).getTime())];
  await read(2);
  await rows(`delete from pending_change where workspace_id = $1`);
  book.sends = [];
  return { db, workspaceId, book, read, rows, stands: () => standing(db, workspaceId) };
}

test('a record that the source says is gone is marked with its rows, and handed to the derivation', async () => {
  const { book, read, rows, stands } = await bookRead();
  book.gone = [{ externalId: 'a', at: later(3) }];
  expect(await read(4)).toMatchObject({ goneCount: 1, writtenCount: 0 });
  expect(await stands()).toEqual({ records: ['b'], rows: ['b'] });
  expect(await rows(`select record_id from pending_change where workspace_id = $1`)).toEqual([{ record_id: 'a' }]);
  expect(await rows(`select deleted_at from task where workspace_id = $1 and record_id = 'a'`)).toEqual([{ deleted_at: later(3) }]);
});

test('a gone record that was never stored is nothing, and one named twice is marked once', async () => {
  const { db, workspaceId, book, read, stands } = await bookRead();
  book.gone = [{ externalId: 'never', at: null }];
  expect(await read(3)).toMatchObject({ goneCount: 0 });
  book.gone = [{ externalId: 'a', at: null }];
  await read(4);
  const hashes = await tableHashes(db, workspaceId);
  expect(await read(5)).toMatchObject({ goneCount: 0 });
  expect(await tableHashes(db, workspaceId)).toEqual(hashes);
  expect((await stands()).records).toEqual(['b']);
});

test('an older state does not bring a deleted record back, and a newer one does', async () => {
  const { book, read, stands } = await bookRead();
  book.gone = [{ externalId: 'a', at: later(10) }];
  await read(11);
  book.gone = [];
  book.sends = [entry('a', later(9).getTime(), 'as it was before')];
  expect(await read(12)).toMatchObject({ writtenCount: 0 });
  expect((await stands()).rows).toEqual(['b']);
  book.sends = [entry('a', later(13).getTime())];
  expect(await read(14)).toMatchObject({ writtenCount: 1 });
  expect(await stands()).toEqual({ records: ['a', 'b'], rows: ['a', 'b'] });
});

test('a record that changed after its deletion stands, however often the deletion is named', async () => {
  const { book, read, stands } = await bookRead();
  book.sends = [entry('a', later(20).getTime())];
  book.gone = [{ externalId: 'a', at: later(10) }];
  await read(21);
  expect((await stands()).records).toEqual(['a', 'b']);
});

test('a record gone at a moment that nobody knows stands again when the source sends it again', async () => {
  const { book, read, stands } = await bookRead();
  book.gone = [{ externalId: 'a', at: null }];
  await read(3);
  book.gone = [];
  book.sends = [entry('a', later(1).getTime())];
  await read(4);
  expect(await stands()).toEqual({ records: ['a', 'b'], rows: ['a', 'b'] });
});

test('a rejected record that is gone is no longer waited for', async () => {
  const { book, read, rows } = await bookRead();
  const open = () => rows(`select external_id from rejected_record where workspace_id = $1 and resolved_at is null`);
  book.sends = [{ id: 'bad', changedAt: 0 }];
  await read(3);
  expect(await open()).toEqual([{ external_id: 'bad' }]);
  Object.assign(book, { sends: [], gone: [{ externalId: 'bad', at: null }] });
  await read(4);
  expect(await open()).toEqual([]);
});
