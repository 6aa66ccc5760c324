import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Cursor, RejectedRecord, Source, StreamRun, SyncRun } from '../etl/warehouse/index.js';
import { SourceSchedule } from '../server/source/schedule.js';
import { type TestServer, testServer } from './server.js';

const NOW = new Date('2026-03-02T09:07:00Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

let now = NOW;
let server: TestServer;

beforeAll(async () => {
  server = await testServer({ now: () => now });
});
afterAll(() => server.close());

/** A source of a kind that cannot be opened: a run of it fails at once, without a network. */
async function connected(given: Partial<Omit<Source, 'settings'>> = {}): Promise<string> {
  const source = {
    id: `s-${randomUUID()}`,
    kind: 'nowhere',
    name: 'Nowhere',
    schedule: '*/15 * * * *',
    periodMinutes: 30,
    createdAt: ago(600),
  };
  await server.db.getRepository(Source).insert({ workspaceId: server.workspace.id, ...source, ...given });
  return given.id ?? source.id;
}

async function ran(sourceId: string, startedAt: Date, given: Partial<SyncRun> = {}): Promise<string> {
  const id = randomUUID();
  const run = { id, sourceId, trigger: 'schedule', startedAt, heartbeatAt: startedAt, endedAt: startedAt, outcome: 'succeeded' };
  await server.db.getRepository(SyncRun).insert({ workspaceId: server.workspace.id, ...run, ...given });
  return id;
}

const readThrough = (sourceId: string, stream: string, completeAt: Date | null) =>
  server.db.getRepository(Cursor).insert({ workspaceId: server.workspace.id, sourceId, stream, position: {}, movedAt: NOW, completeAt });

const standing = async (id: string) =>
  (await server.agent.get('/api/source').expect(200)).body.sources.find((source: { id: string }) => source.id === id);

describe('a source', () => {
  it('is as fresh as its oldest stream', async () => {
    const id = await connected();
    await ran(id, ago(10));
    await readThrough(id, 'a', ago(10));
    await readThrough(id, 'b', ago(40));
    expect(await standing(id)).toMatchObject({
      state: 'late',
      words: 'Read through 40 minutes ago. Expected every 30 minutes.',
      lastSuccessAt: ago(10).toISOString(),
      readThroughAt: ago(40).toISOString(),
      nextRunAt: '2026-03-02T09:00:00.000Z',
    });
  });

  it('whose stream was never read to the end was never read', async () => {
    const id = await connected();
    await readThrough(id, 'a', ago(10));
    await readThrough(id, 'b', null);
    expect(await standing(id)).toMatchObject({ state: 'never read', readThroughAt: null, lastSuccessAt: null });
  });

  it('is being read while a run is open and its heart beats', async () => {
    const id = await connected();
    const beating = await ran(id, ago(3), { endedAt: null, outcome: null, heartbeatAt: new Date() });
    const stream = {
      workspaceId: server.workspace.id,
      runId: beating,
      stream: 'a',
      startedAt: ago(3),
      readCount: 40,
      expectedCount: 100,
    };
    await server.db.getRepository(StreamRun).insert(stream);
    expect(await standing(id)).toMatchObject({
      state: 'syncing',
      streams: [{ stream: 'a', running: true, readCount: 40, expectedCount: 100, records: 0, lastReadAt: null }],
    });
    await server.agent.post(`/api/source/${id}/sync`).expect(409);
    await server.db.query(`update sync_run set heartbeat_at = now() - interval '61 seconds' where workspace_id = $1 and id = $2`, [
      server.workspace.id,
      beating,
    ]);
    expect(await standing(id)).toMatchObject({ state: 'never read', streams: [{ running: false }] });
  });

  it('that only a person can mend asks for action and has no next run', async () => {
    const id = await connected({ pausedReason: 'The token was refused. Connect again' });
    expect(await standing(id)).toMatchObject({ state: 'action needed', words: 'The token was refused. Connect again.', nextRunAt: null });
  });

  it('of another workspace is not seen', async () => {
    const id = await connected({ workspaceId: randomUUID() });
    expect(await standing(id)).toBeUndefined();
    await server.agent.get(`/api/source/${id}/rejected`).expect(404);
    await server.agent.post(`/api/source/${id}/sync`).expect(404);
  });
});

describe('reading by hand', () => {
  it('begins, and says afterwards how it went', async () => {
    const id = await connected({ schedule: null });
    await server.agent.post(`/api/source/${id}/sync`).expect(202, { started: true });
    await expect.poll(async () => (await standing(id)).words).toContain('there is no kind "nowhere"');
  });

  it('leaves files to the import command', async () => {
    const id = await connected({ kind: 'csv', schedule: null, periodMinutes: null });
    const answer = await server.agent.post(`/api/source/${id}/sync`).expect(409);
    expect(answer.body.detail).toContain('npm run baton -- import');
  });
});

describe('the schedule', () => {
  it('begins what is due in the zone of the workspace, once', async () => {
    const schedule = server.app.get(SourceSchedule);
    now = new Date('2026-03-02T20:00:00Z');
    const daily = await connected({ schedule: '0 3 * * *', createdAt: now });
    const begun = async (at: string) => {
      now = new Date(at);
      return (await schedule.beginDue({ sample: true })).includes(daily);
    };
    // Three in the night in Berlin is two in UTC before the clocks change, one afterwards.
    expect(await begun('2026-03-03T01:59:00Z')).toBe(false);
    expect(await begun('2026-03-03T02:00:00Z')).toBe(true);
    await expect.poll(async () => (await standing(daily)).state).not.toBe('syncing');
    await server.db.query('update source set paused_reason = null where workspace_id = $1 and id = $2', [server.workspace.id, daily]);
    expect(await begun('2026-03-03T02:01:00Z')).toBe(false);
    expect((await standing(daily)).nextRunAt).toBe('2026-03-04T02:00:00.000Z');
    expect(await begun('2026-03-31T01:00:00Z')).toBe(true);
    now = NOW;
  });
});

describe('rejected records', () => {
  it('come in pages that together are all that are open', async () => {
    const id = await connected();
    const reject = (stream: string, externalId: string, resolvedAt: Date | null = null) => ({
      ...{ workspaceId: server.workspace.id, sourceId: id, stream, externalId, resolvedAt },
      ...{ reason: 'has no amount', payload: { row: 3 }, firstReadAt: ago(9), lastReadAt: ago(5) },
    });
    const open = ['1', '2', '3'].map((one) => reject('deals', one));
    await server.db.getRepository(RejectedRecord).insert([...open, reject('tasks', '1'), reject('tasks', '2', NOW)]);
    const first = await server.agent.get(`/api/source/${id}/rejected?limit=3`).expect(200);
    expect(first.body.count).toBe(4);
    const second = await server.agent.get(`/api/source/${id}/rejected?limit=3&after=${first.body.next}`).expect(200);
    expect(second.body).toMatchObject({ count: 4, next: null });
    const keys = [...first.body.rejected, ...second.body.rejected].map((row) => `${row.stream} ${row.externalId}`);
    expect(keys).toEqual(['deals 1', 'deals 2', 'deals 3', 'tasks 1']);
    expect(first.body.rejected[0]).toMatchObject({ reason: 'has no amount', payload: { row: 3 }, lastReadAt: ago(5).toISOString() });
    expect(await standing(id)).toMatchObject({ rejectedCount: 4 });
  });

  it.each(['after=x', 'limit=0', 'limit=ten'])('refuse %s in words', async (query) => {
    const id = await connected();
    const answer = await server.agent.get(`/api/source/${id}/rejected?${query}`).expect(400);
    expect(answer.body.detail).toContain(query.split('=')[0]);
  });
});
