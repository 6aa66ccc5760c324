import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { describe, expect, test } from 'vitest';
import { Cursor, Source } from '../../etl/warehouse/index.js';
import { testDatabase } from '../../test/database.js';
import { dataAsOf } from './freshness.js';

const workspaceId = randomUUID();
const MONDAY = new Date('2026-06-01T08:00:00Z');
const TUESDAY = new Date('2026-06-02T08:00:00Z');

async function read(db: DataSource, streams: Record<string, Date | null>, sourceId = 'crm'): Promise<void> {
  await db
    .getRepository(Source)
    .upsert({ workspaceId, id: sourceId, kind: 'csv', name: sourceId, createdAt: MONDAY }, ['workspaceId', 'id']);
  const cursors = Object.entries(streams).map(([stream, completeAt]) => ({
    workspaceId,
    sourceId,
    stream,
    position: {},
    movedAt: MONDAY,
    completeAt,
  }));
  if (cursors.length > 0) await db.getRepository(Cursor).insert(cursors);
}

describe('data as of', () => {
  test('is unknown while nothing was read', async () => {
    const { db } = await testDatabase();
    expect(await dataAsOf(db, workspaceId)).toBeNull();
  });

  test('is the least of all streams of all sources', async () => {
    const { db } = await testDatabase();
    await read(db, { deals: TUESDAY, tasks: TUESDAY });
    await read(db, { tickets: MONDAY }, 'desk');
    expect(await dataAsOf(db, workspaceId)).toEqual(MONDAY);
  });

  test('is unknown while one stream has never been read to its end', async () => {
    const { db } = await testDatabase();
    await read(db, { deals: TUESDAY, tasks: null });
    expect(await dataAsOf(db, workspaceId)).toBeNull();
  });

  test('leaves out a source without streams, a source that was taken away, and other workspaces', async () => {
    const { db } = await testDatabase();
    await read(db, { deals: TUESDAY });
    await read(db, {}, 'empty');
    const gone = { workspaceId, sourceId: 'gone', stream: 'deals', position: {}, movedAt: MONDAY, completeAt: MONDAY };
    await db.getRepository(Cursor).insert([gone, { ...gone, workspaceId: randomUUID() }]);
    expect(await dataAsOf(db, workspaceId)).toEqual(TUESDAY);
  });
});
