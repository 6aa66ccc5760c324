import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { describe, expect, test } from 'vitest';
import { Handoff, Workspace } from '../../etl/warehouse/index.js';
import { testDatabase } from '../../test/database.js';
import { NEVER, toDate, toSeconds } from './column.js';
import type { Snapshot } from './snapshot.js';
import { Snapshots } from './snapshots.js';

const workspaceId = randomUUID();
const AT = new Date('2026-03-01T10:00:00.900Z');

async function workspace(db: DataSource, revision = 1): Promise<void> {
  const row = { id: workspaceId, name: 'Sample', timeZone: 'UTC', currency: 'EUR', createdAt: AT, revision: String(revision) };
  await db.getRepository(Workspace).upsert(row, ['id']);
}

function handoff(id: string, changes: Partial<Handoff> = {}): Partial<Handoff> {
  const names = { name: id, accountName: id, sourceId: 'crm', dealExternalId: id, t0Source: 'stage history', segment: 'standard' };
  return { workspaceId, id, accountId: randomUUID(), wonAt: AT, revision: '1', ...names, ...changes };
}

const save = (db: DataSource, ...rows: Partial<Handoff>[]) => db.getRepository(Handoff).upsert(rows, ['workspaceId', 'id']);

const ids = (snapshot: Snapshot) => Array.from({ length: snapshot.count }, (_, row) => snapshot.id(row));

function value(snapshot: Snapshot, name: string, row: number): string | null | undefined {
  const dictionary = snapshot.dimension(name);
  return dictionary?.values[dictionary.codes[row] ?? 0];
}

describe('snapshot', () => {
  test('of an empty workspace is empty', async () => {
    const { db } = await testDatabase();
    await workspace(db);
    const snapshot = await new Snapshots(db).of(workspaceId);
    expect(snapshot.count).toBe(0);
    expect(snapshot.firstWonFrom(0)).toBe(0);
  });

  test('of an unknown workspace throws', async () => {
    const { db } = await testDatabase();
    await expect(new Snapshots(db).of(workspaceId)).rejects.toThrow(`there is no workspace ${workspaceId}`);
  });

  test('holds every column as the table does, absent as absent', async () => {
    const { db } = await testDatabase();
    await workspace(db);
    const repeats = [new Date('2026-03-02T00:00:00Z'), new Date('2026-03-09T12:30:00Z')];
    const full = {
      ownerName: 'Zoë 数',
      currency: 'EUR',
      arr: '1200.5',
      surveySatisfied: false,
      surveyScore: '2.5',
      firstValueAt: repeats[1],
    };
    await save(
      db,
      handoff('empty'),
      handoff('full', { ...full, repeatAt: repeats, churnedAt: new Date('9999-12-31T00:00:00Z'), dimensions: { region: 'EMEA' } }),
    );
    const snapshot = await new Snapshots(db).of(workspaceId);
    const { moment, list, satisfied, scoreTenths, arr } = snapshot.columns;
    expect(ids(snapshot)).toEqual(['empty', 'full']);
    expect([...moment.won_at].map(toDate)).toEqual([new Date('2026-03-01T10:00:00Z'), new Date('2026-03-01T10:00:00Z')]);
    expect([...moment.first_value_at]).toEqual([NEVER, toSeconds(repeats[1] ?? AT)]);
    expect([...moment.churned_at]).toEqual([NEVER, NEVER]);
    expect([...list.repeat_at.offsets]).toEqual([0, 0, 2]);
    expect([...list.repeat_at.values].map(toDate)).toEqual(repeats);
    expect([...satisfied]).toEqual([-1, 0]);
    expect([...scoreTenths]).toEqual([0, 25]);
    expect([...arr]).toEqual([-1, 1200.5]);
    expect([value(snapshot, 'owner', 0), value(snapshot, 'owner', 1)]).toEqual([null, 'Zoë 数']);
    expect([value(snapshot, 'region', 0), value(snapshot, 'region', 1)]).toEqual([null, 'EMEA']);
  });

  test('is the same one until the revision moves', async () => {
    const { db } = await testDatabase();
    await workspace(db);
    await save(db, handoff('a'));
    const snapshots = new Snapshots(db);
    const first = await snapshots.of(workspaceId);
    await save(db, handoff('b'));
    expect(await snapshots.of(workspaceId)).toBe(first);
  });

  test('catches up with what was changed, added and removed, and is then as if read anew', async () => {
    const { db } = await testDatabase();
    await workspace(db);
    const day = (n: number) => new Date(Date.UTC(2026, 0, n));
    await save(
      db,
      ...['a', 'b', 'c', 'd'].map((id, i) => handoff(id, { wonAt: day(i + 2), dimensions: { region: `r${i}` }, repeatAt: [day(i + 3)] })),
    );
    const snapshots = new Snapshots(db);
    await snapshots.of(workspaceId);
    await save(
      db,
      handoff('a', { wonAt: day(9), revision: '2', dimensions: { region: 'new', plan: 'gold' }, escalationAt: [day(10), day(11)] }),
      handoff('c', { wonAt: day(4), revision: '2', removedAt: day(5) }),
      handoff('e', { wonAt: day(1), revision: '2' }),
    );
    await workspace(db, 2);
    const caughtUp = await snapshots.of(workspaceId);
    expect(ids(caughtUp)).toEqual(['e', 'b', 'd', 'a']);
    expect([0, 1, 2, 3].map((row) => value(caughtUp, 'region', row))).toEqual([null, 'r1', 'r3', 'new']);
    expect([0, 1, 2, 3].map((row) => value(caughtUp, 'plan', row))).toEqual([null, null, null, 'gold']);
    const anew = await new Snapshots(db).of(workspaceId);
    expect(caughtUp.columns.moment).toEqual(anew.columns.moment);
    expect(caughtUp.columns.list).toEqual(anew.columns.list);
    expect(caughtUp.columns.id).toEqual(anew.columns.id);
  });

  test('reads all again when rows went without leaving a mark', async () => {
    const { db } = await testDatabase();
    await workspace(db);
    await save(db, handoff('a'), handoff('b'));
    const snapshots = new Snapshots(db);
    await snapshots.of(workspaceId);
    await db.getRepository(Handoff).delete({ workspaceId, id: 'a' });
    await workspace(db, 2);
    expect(ids(await snapshots.of(workspaceId))).toEqual(['b']);
  });

  test('is read once however many ask at the same time', async () => {
    const { db } = await testDatabase();
    await workspace(db);
    await save(db, handoff('a'));
    const snapshots = new Snapshots(db);
    const answers = await Promise.all(Array.from({ length: 8 }, () => snapshots.of(workspaceId)));
    expect(new Set(answers).size).toBe(1);
  });

  test('keeps the order of winning, by id within a second, over more rows than one packet holds', async () => {
    const { db } = await testDatabase();
    await workspace(db);
    await db.query(
      `insert into handoff (workspace_id, id, source_id, deal_external_id, account_id, name, account_name, won_at, t0_source, segment, revision, dimensions)
       select $1, 'h' || i, 'crm', i, gen_random_uuid(), 'n', 'a', timestamptz '2026-01-01Z' + (i * 7919 % 1000) * interval '1 minute', 'close date',
              'standard', 1, jsonb_build_object('plan', 'plan ' || i % 300)
       from generate_series(1, 5000) as i`,
      [workspaceId],
    );
    const snapshot = await new Snapshots(db).of(workspaceId);
    const rows = await db.query<{ id: string }[]>(`select id from handoff where workspace_id = $1 order by won_at, id collate "C"`, [
      workspaceId,
    ]);
    expect(ids(snapshot)).toEqual(rows.map(({ id }) => id));
    expect(snapshot.dimension('plan')?.codes).toBeInstanceOf(Uint16Array);
    expect(snapshot.bytes / snapshot.count).toBeLessThan(150);
  });
});
