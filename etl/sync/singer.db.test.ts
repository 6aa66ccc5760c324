import { describe, expect, onTestFinished, test } from 'vitest';
import { addWorkspace, connectSource, testKey } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import { tapBook } from '../sandbox/stand-in/tap-book.js';
import { runSync } from './run.js';
import { tableHashes } from './table-hash.js';

const until = new Date('2026-06-01T00:00:00Z');
const hoursLater = (hours: number) => new Date(until.getTime() + hours * 3_600_000);

async function rehearsed(records: number) {
  const { db } = await testDatabase();
  const clock = { at: until };
  const now = () => clock.at;
  const program = new URL('../sandbox/singer/tap.mjs', import.meta.url);
  const book = await tapBook({ program, name: 'of-a-test', records, pageRows: 50, now, key: [], accounts: true });
  onTestFinished(() => book.rehearsal.close());
  const workspaceId = await addWorkspace(db, { createdAt: until });
  const { settings, credentials } = book.rehearsal;
  await connectSource(db, { workspaceId, id: 'tap', kind: 'singer', settings, credentials, createdAt: until });
  const sync = async () => {
    const run = await runSync(db, { workspaceId, sourceId: 'tap', trigger: 'hand', secretKey: testKey, now });
    return { ...run, ...run.streams[0] };
  };
  const rows = (sql: string) => db.query<Record<string, unknown>[]>(sql, [workspaceId]);
  const standing = async () =>
    (await rows(`select external_id as id from ticket where workspace_id = $1 and deleted_at is null`)).map(({ id }) => `tickets:${id}`);
  const state = async () => {
    const [cursor] = await rows(`select position from cursor where workspace_id = $1`);
    return JSON.parse((cursor?.position as { state: string } | null)?.state ?? 'null');
  };
  return { db, clock, book, workspaceId, sync, rows, standing, state };
}

test.each([49, 50, 51, 100])('a first run of %i records brings every one, and the second changes nothing', async (records) => {
  const { db, clock, book, workspaceId, sync, standing } = await rehearsed(records);
  expect(await sync()).toMatchObject({ outcome: 'succeeded', error: null, writtenCount: records + 10 });
  expect((await standing()).sort()).toEqual(book.rehearsal.ids().sort());
  const hashes = await tableHashes(db, workspaceId);
  clock.at = hoursLater(1);
  expect(await sync()).toMatchObject({ outcome: 'succeeded', writtenCount: 0, goneCount: 0 });
  expect(await tableHashes(db, workspaceId)).toEqual(hashes);
});

test('the tap goes on from the state it gave, and a deleted record is marked', async () => {
  const { clock, book, sync, standing, state } = await rehearsed(120);
  await sync();
  expect(await state()).toEqual({ bookmarks: { tickets: { changed_at: expect.any(String) } } });
  clock.at = hoursLater(2);
  await book.rehearsal.change(['tickets:3', 'tickets:70']);
  await book.rehearsal.remove(['tickets:5']);
  expect(await sync()).toMatchObject({ writtenCount: 2, goneCount: 1 });
  expect((await standing()).sort()).toEqual(book.rehearsal.ids().sort());
  expect(await state()).toEqual({ bookmarks: { tickets: { changed_at: clock.at.toISOString() } } });
});

test('a tap that dies is a fault with its last words, without their secrets, and loses nothing that came before its state', async () => {
  const { book, sync, standing, state } = await rehearsed(120);
  book.told.fail = { after: 70, words: 'boom: api_key=abc123 was refused', code: 3 };
  await book.save();
  const run = await sync();
  expect(run).toMatchObject({
    outcome: 'failed',
    error: expect.stringMatching(/ended with code 3\. It said last: .*boom: api_key=… was refused/s),
  });
  expect(run.error).not.toContain('abc123');
  expect((await standing()).length).toBe(50);
  expect(await state()).toEqual({ bookmarks: { tickets: expect.anything() } });
  delete book.told.fail;
  await book.save();
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
  expect((await standing()).sort()).toEqual(book.rehearsal.ids().sort());
});

describe('a new version of a stream', () => {
  test('marks the records that did not come with it, and lets those stand that come again', async () => {
    const { clock, book, sync, standing } = await rehearsed(60);
    Object.assign(book.told, { version: 1 });
    await book.save();
    await sync();
    const taken = book.records.splice(10, 5);
    Object.assign(book.told, { version: 2 });
    await book.save();
    clock.at = hoursLater(1);
    expect(await sync()).toMatchObject({ outcome: 'succeeded', writtenCount: 0, goneCount: 5 });
    expect((await standing()).sort()).toEqual(book.rehearsal.ids().sort());
    book.records.push(...taken);
    Object.assign(book.told, { version: 3 });
    await book.save();
    clock.at = hoursLater(2);
    expect(await sync()).toMatchObject({ goneCount: 0 });
    expect((await standing()).length).toBe(60);
  });

  test('that was cut short and goes on in a later run marks nothing', async () => {
    const { clock, book, sync, standing } = await rehearsed(120);
    Object.assign(book.told, { version: 1 });
    await book.save();
    await sync();
    Object.assign(book.told, { version: 2, fail: { after: 110, words: 'cut' } });
    await book.save();
    clock.at = hoursLater(1);
    await sync();
    delete book.told.fail;
    book.records.splice(0, 60);
    await book.save();
    expect(await sync()).toMatchObject({ outcome: 'succeeded', goneCount: 0 });
    expect((await standing()).length).toBe(120);
  });
});

test('a tap without a command is a fault that says where to name it', async () => {
  const { book, sync } = await rehearsed(1);
  await book.rehearsal.close();
  expect(await sync()).toMatchObject({ outcome: 'failed', error: expect.stringContaining("Start Baton with BATON_TAP_OF_A_TEST='") });
});
