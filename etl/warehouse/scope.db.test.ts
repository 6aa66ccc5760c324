import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../test/database.js';
import { FlightTap } from '../../test/flight-tap.js';
import { atTheDoor, database, poolOf, within } from './index.js';

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

test.each(['', '*', `${A}'; set role postgres; --`, `${A}\n`])('%j is the id of no workspace, and nothing is sent', (id) =>
  expect(async () => within(id, sources)).rejects.toThrow('is not the id of a workspace'),
);

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

test('a connection that goes back is at the door again, in no workspace, with nothing open', async () => {
  await within(A, sources);
  await within(A, () => db.query('select 1/0')).catch(() => {});
  await within(A, () => db.transaction((tx) => tx.query('select 1/0'))).catch(() => {});
  const { rows } = await poolOf(db).query(`select current_user::text as who, current_setting('app.workspace_id', true) as workspace,
    now() = statement_timestamp() as alone`);
  expect(rows).toEqual([{ who: 'baton_door', workspace: '', alone: true }]);
});

test('a statement that stands alone waits for Postgres once, a transaction twice more than it has statements', async () => {
  const tap = new FlightTap();
  const trips = async (work: () => Promise<unknown>) => (await tap.during(() => within(A, work))).trips;
  await within(A, sources);
  try {
    expect(await trips(sources)).toBe(1);
    expect(await trips(() => db.query('update source set name = name where id = $1', ['crm']))).toBe(1);
    expect(await trips(() => db.transaction((tx) => tx.query('select 1')))).toBe(3);
    expect(await trips(() => db.transaction('REPEATABLE READ', (tx) => tx.query('select 1')))).toBe(4);
  } finally {
    tap.close();
  }
});

test('a statement that stands alone answers as one in a transaction does', async () => {
  for (const sql of [
    'select name, 1 as n from source where id = $1',
    'update source set name = name where id = $1 returning name',
    'delete from source where id = $1 and name is null',
    `insert into source (workspace_id, id, kind, name, settings, created_at)
      values ((select workspace_id from source), $1 || '2', 'csv', 'x', '{}', now()) on conflict do nothing returning id`,
  ]) {
    const alone: unknown = await within(A, () => db.query(sql, ['crm']));
    await within(A, () => db.query(`delete from source where id = 'crm2'`));
    const inside: unknown = await within(A, () => db.transaction((tx) => tx.query(sql, ['crm'])));
    await within(A, () => db.query(`delete from source where id = 'crm2'`));
    expect(alone).toEqual(inside);
  }
});

test('what fails only at the end of a statement fails, and is not kept', async () => {
  await fresh.db.query(`create table late (workspace_id uuid, id text unique deferrable initially deferred)`);
  await fresh.db.query('grant all on late to baton_app');
  const twice = () => db.query(`insert into late values ($1, 'x'), ($1, 'x')`, [A]);
  await expect(within(A, twice)).rejects.toThrow('duplicate key');
  expect(await fresh.db.query('select id from late')).toEqual([]);
  await expect(within(A, () => db.query('insert into late values ($1, $2)', [A, { toJSON: () => impossible() }]))).rejects.toThrow(
    'no such',
  );
  expect(await within(B, sources)).toEqual([B]);
});

const impossible = (): never => {
  throw new Error('no such value');
};

test('many at once on few connections never see each other', async () => {
  const seen = await Promise.all(Array.from({ length: 200 }, (_, i) => within(i % 2 ? A : B, sources)));
  expect(seen.every(([name], i) => name === (i % 2 ? A : B))).toBe(true);
});
