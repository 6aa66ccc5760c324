import { expect, onTestFinished, test } from 'vitest';
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
  const program = new URL('../sandbox/airbyte/connector.mjs', import.meta.url);
  const book = await tapBook({ program, name: 'of-a-test', records, pageRows: 50, now, key: ['id'], accounts: true });
  onTestFinished(() => book.rehearsal.close());
  const workspaceId = await addWorkspace(db, { createdAt: until });
  const { settings, credentials } = book.rehearsal;
  await connectSource(db, { workspaceId, id: 'tap', kind: 'airbyte', settings, credentials, createdAt: until });
  const sync = async () => {
    const run = await runSync(db, { workspaceId, sourceId: 'tap', trigger: 'hand', secretKey: testKey, now });
    return { ...run, ...run.streams[0] };
  };
  const rows = (sql: string) => db.query<Record<string, unknown>[]>(sql, [workspaceId]);
  const standing = async () =>
    (await rows(`select external_id as id from ticket where workspace_id = $1 and deleted_at is null`))
      .map(({ id }) => `tickets:${id}`)
      .sort();
  return { db, clock, book, workspaceId, sync, rows, standing };
}

test.each([49, 51, 100])('a first run of %i records brings every one, and the second changes nothing', async (records) => {
  const { db, clock, book, workspaceId, sync, standing } = await rehearsed(records);
  expect(await sync()).toMatchObject({ outcome: 'succeeded', error: null, writtenCount: records + 10 });
  expect(await standing()).toEqual(book.rehearsal.ids().sort());
  const hashes = await tableHashes(db, workspaceId);
  clock.at = hoursLater(1);
  expect(await sync()).toMatchObject({ outcome: 'succeeded', writtenCount: 0 });
  expect(await tableHashes(db, workspaceId)).toEqual(hashes);
});

test('the connector goes on from the states it gave, and nothing is claimed after its last record', async () => {
  const { clock, book, sync, standing, rows } = await rehearsed(120);
  await sync();
  clock.at = hoursLater(2);
  book.told.emittedAt = hoursLater(1).getTime();
  await book.rehearsal.change(['tickets:3']);
  await book.rehearsal.remove(['tickets:5']);
  expect(await sync()).toMatchObject({ writtenCount: 1, goneCount: 1 });
  expect(await standing()).toEqual(book.rehearsal.ids().sort());
  const [cursor] = await rows(`select position, complete_at from cursor where workspace_id = $1`);
  const states = JSON.parse(String((cursor?.position as { state: string } | undefined)?.state));
  expect(states).toEqual([
    { type: 'STREAM', stream: { stream_descriptor: { name: 'tickets' }, stream_state: { changed_at: hoursLater(2).toISOString() } } },
  ]);
  expect(cursor?.complete_at).toEqual(hoursLater(1));
});

test('a connector that sent more than came is not believed: its state is not kept', async () => {
  const { book, sync, rows } = await rehearsed(60);
  book.told.lies = 1;
  await book.save();
  expect(await sync()).toMatchObject({
    outcome: 'failed',
    error: expect.stringContaining('sent 51 records of tickets before its state, and 50 came'),
  });
  expect(await rows(`select position from cursor where workspace_id = $1`)).toEqual([]);
});

test.each([
  ['system_error', null],
  ['config_error', 'The connector cannot work as it is configured: Invalid token=…'],
])('what the connector calls a %s fails the stream in its words', async (type, pausedReason) => {
  const { book, sync, rows } = await rehearsed(120);
  book.told.fail = { after: 70, words: 'Invalid token=abc123', type };
  await book.save();
  expect(await sync()).toMatchObject({ outcome: 'failed', error: expect.stringContaining('Invalid token=…') });
  expect(await rows(`select paused_reason from source where workspace_id = $1`)).toEqual([{ paused_reason: pausedReason }]);
  expect((await rows(`select 1 from ticket where workspace_id = $1`)).length).toBe(50);
});
