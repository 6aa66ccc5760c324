import { expect, onTestFinished, test } from 'vitest';
import { addWorkspace, connectSource, testKey } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import { postgresExercise } from '../sandbox/postgres/exercise.js';
import { type RunOutcome, runSync } from './run.js';
import { tableHashes } from './table-hash.js';

const until = new Date('2026-06-01T00:00:00Z');
const HOUR = 3_600_000;
const hoursLater = (hours: number) => new Date(until.getTime() + hours * HOUR);

async function rehearsed(records: number) {
  const { db } = await testDatabase();
  const clock = { at: until };
  const now = () => clock.at;
  const rehearsal = await postgresExercise.start({ records, now });
  onTestFinished(() => rehearsal.close());
  const workspaceId = await addWorkspace(db, { createdAt: until });
  const { settings, credentials } = rehearsal;
  await connectSource(db, { workspaceId, id: 'lake', kind: 'postgres', settings, credentials, createdAt: until });
  const sync = () => runSync(db, { workspaceId, sourceId: 'lake', trigger: 'hand', secretKey: testKey, now });
  return { db, clock, rehearsal, workspaceId, sync };
}

const ticketRun = ({ streams }: RunOutcome) => streams.find(({ stream }) => stream === 'postgres.tickets');
const written = ({ streams }: RunOutcome) => streams.reduce((sum, { writtenCount }) => sum + writtenCount, 0);

test.each([49, 50, 51, 100])('a first sync of %i landed tickets brings every one, and the second changes nothing', async (records) => {
  const { db, clock, rehearsal, workspaceId, sync } = await rehearsed(records);
  const first = await sync();
  expect(first).toMatchObject({ outcome: 'succeeded', error: null });
  const rows = await db.query<{ id: string; account: string }[]>(
    `select external_id as id, account_external_id as account from ticket where workspace_id = $1`,
    [workspaceId],
  );
  expect(rows.map(({ id }) => id).sort()).toEqual(rehearsal.ids().sort());
  expect(rows.every(({ id, account }) => account === String(1 + (Number(id) % 10)))).toBe(true);
  const hashes = await tableHashes(db, workspaceId);
  clock.at = hoursLater(2);
  expect(written(await sync())).toBe(0);
  expect(await tableHashes(db, workspaceId)).toEqual(hashes);
});

test('only what was landed anew is written, and a soft deletion marks', async () => {
  const { db, clock, rehearsal, workspaceId, sync } = await rehearsed(120);
  await sync();
  clock.at = hoursLater(2);
  await rehearsal.change(['3', '70']);
  await rehearsal.tie(Array.from({ length: 60 }, (_, index) => String(index + 10)));
  await rehearsal.remove(['5']);
  const run = await sync();
  expect(ticketRun(run)).toMatchObject({ writtenCount: 62, rejectedCount: 0 });
  const rows = await db.query(`select external_id as id, deleted_at from ticket where workspace_id = $1 and deleted_at is not null`, [
    workspaceId,
  ]);
  expect(rows).toEqual([{ id: '5', deleted_at: hoursLater(2) }]);
});
