import { expect, onTestFinished, test } from 'vitest';
import { addWorkspace, connectSource, testKey } from '../../test/connected-source.js';
import { testDatabase } from '../../test/database.js';
import { zendeskExercise } from '../sandbox/zendesk/exercise.js';
import { Source as SourceRow } from '../warehouse/index.js';
import { askCancel } from './cancel.js';
import { openCredentials, sealCredentials } from './credentials.js';
import { keeperOf } from './keep-credentials.js';
import { type RunOptions, runSync } from './run.js';

const start = new Date('2026-06-01T00:00:00Z');
const SOURCE = 'desk';

async function connected({ settings = {}, records = 20 } = {}) {
  const { db } = await testDatabase();
  const workspaceId = await addWorkspace(db, { createdAt: start });
  const rehearsal = await zendeskExercise.start({ records, now: () => start });
  onTestFinished(() => rehearsal.close());
  const given = { ...rehearsal.settings, ...settings };
  await connectSource(db, {
    workspaceId,
    id: SOURCE,
    kind: 'zendesk',
    settings: given,
    credentials: rehearsal.credentials,
    createdAt: start,
  });
  const sync = (more: Partial<RunOptions> = {}) =>
    runSync(db, { workspaceId, sourceId: SOURCE, trigger: 'hand', secretKey: testKey, now: () => start, ...more });
  const row = () => db.getRepository(SourceRow).findOneByOrFail({ workspaceId, id: SOURCE });
  const rows = (sql: string) => db.query<Record<string, unknown>[]>(sql, [workspaceId]);
  return { db, workspaceId, rehearsal, sync, row, rows };
}

test('a run that is asked to stop ends at its next page, says so, and the next one goes on', async () => {
  const { db, workspaceId, sync, rows, row } = await connected();
  let asked: Promise<boolean> | null = null;
  const run = await sync({
    onProgress: ({ stream, readCount }) => {
      if (stream === 'zendesk.users' && readCount > 0) asked ??= askCancel(db, { workspaceId, sourceId: SOURCE, at: start });
    },
  });
  expect(await asked).toBe(true);
  expect(run).toMatchObject({ outcome: 'cancelled', error: expect.stringContaining('was cancelled') });
  expect(await rows(`select outcome, cancel_asked_at from sync_run where workspace_id = $1`)).toEqual([
    { outcome: 'cancelled', cancel_asked_at: start },
  ]);
  expect((await row()).pausedReason).toBeNull();
  expect(await sync()).toMatchObject({ outcome: 'succeeded' });
});

test('there is nothing to cancel where no run is open', async () => {
  const { db, workspaceId, sync } = await connected({ records: 1 });
  await sync();
  expect(await askCancel(db, { workspaceId, sourceId: SOURCE, at: start })).toBe(false);
});

test('a run is ended when it has lasted too long', async () => {
  const { rehearsal, sync } = await connected();
  rehearsal.http?.fail(() => ({ kind: 'wait', milliseconds: 10_000 }));
  const run = await sync({ mostHours: 0.2 / 3600 });
  expect(run).toMatchObject({ outcome: 'failed', error: expect.stringContaining('was ended after') });
});

test('settings that cannot be opened stop the schedule and say which', async () => {
  const { sync, row } = await connected({ settings: { baseUrl: 'nowhere' } });
  expect(await sync()).toMatchObject({ outcome: 'failed', error: expect.stringContaining('baseUrl') });
  expect((await row()).pausedReason).toContain('baseUrl');
});

test('credentials that somebody replaced during the run are not blamed for it', async () => {
  const { db, workspaceId, rehearsal, sync, row } = await connected();
  const better = sealCredentials({ better: true }, { key: testKey, workspaceId, sourceId: SOURCE });
  const replace = () => db.query(`update source set credentials = $2 where workspace_id = $1`, [workspaceId, better]);
  let replaced: Promise<unknown> | null = null;
  rehearsal.http?.fail(() => {
    if (replaced !== null) return { kind: 'answer', status: 401, body: { error: 'invalid_client' } };
    replaced = replace();
    return { kind: 'wait', milliseconds: 300 };
  });
  expect(await sync()).toMatchObject({ outcome: 'failed', error: expect.stringContaining('401') });
  await replaced;
  expect((await row()).pausedReason).toBeNull();
});

test('new tokens are stored one after the other, and never over those of somebody else', async () => {
  const { db, workspaceId, row } = await connected({ records: 1 });
  const keeper = keeperOf(db, await row(), testKey);
  await Promise.all([1, 2, 3].map((token) => keeper.keep({ token })));
  const stored = async () => openCredentials((await row()).credentials ?? Buffer.alloc(0), { key: testKey, workspaceId, sourceId: SOURCE });
  expect(await stored()).toEqual({ token: 3 });
  const other = keeperOf(db, await row(), testKey);
  await other.keep({ token: 'of another run' });
  await expect(keeper.keep({ token: 4 })).rejects.toThrow(/were replaced/);
  expect(await stored()).toEqual({ token: 'of another run' });
});
