import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../test/database.js';
import { atTheDoor, database, within } from './index.js';

const [A, B] = [randomUUID(), randomUUID()];
let fresh: TestDatabase;
let db: TestDatabase['db'];

beforeAll(async () => {
  fresh = await freshDatabase();
  db = await database(fresh.url, { poolSize: 2, scoped: true }).initialize();
  for (const id of [A, B]) {
    await fresh.db.query(`insert into workspace (id, name, time_zone, currency, created_at) values ($1, 'x', 'UTC', 'EUR', now())`, [id]);
    await fresh.db.query(
      `insert into source (workspace_id, id, kind, name, settings, created_at) values ($1, 'crm', 'csv', $1::uuid::text, '{}', now())`,
      [id],
    );
  }
});
afterAll(async () => {
  await db.destroy();
  await fresh.db.destroy();
});

const sources = () => db.query<{ name: string }[]>('select name from source').then((rows) => rows.map(({ name }) => name));

test('a statement that names no workspace sees the rows of the one it is in', async () => {
  expect(await within(A, sources)).toEqual([A]);
  expect(await within(B, () => db.transaction((tx) => tx.query<{ name: string }[]>('select name from source')))).toEqual([{ name: B }]);
});

test('a statement outside of any workspace is refused before it is sent', () =>
  expect(async () => sources()).rejects.toThrow('A statement outside of any workspace'));

test('the door sees workspaces and no facts', async () => {
  expect(await atTheDoor(() => db.query<unknown[]>('select id from workspace'))).toHaveLength(2);
  await expect(atTheDoor(sources)).rejects.toThrow('permission denied for table source');
});

test('a row cannot be written into, or moved to, another workspace', async () => {
  const write = () =>
    db.query(`insert into source (workspace_id, id, kind, name, settings, created_at) values ($1, 'x', 'csv', 'x', '{}', now())`, [B]);
  await expect(within(A, write)).rejects.toThrow('row-level security');
  await expect(within(A, () => db.query(`update source set workspace_id = $1`, [B]))).rejects.toThrow('row-level security');
});

test('a failed statement leaves nothing of its workspace on the connection', async () => {
  for (let i = 0; i < 10; i++) await within(A, () => db.query('select 1/0')).catch(() => {});
  expect(await within(B, sources)).toEqual([B]);
});

test('many at once on few connections never see each other', async () => {
  const seen = await Promise.all(Array.from({ length: 200 }, (_, i) => within(i % 2 ? A : B, sources)));
  expect(seen.every(([name], i) => name === (i % 2 ? A : B))).toBe(true);
});
