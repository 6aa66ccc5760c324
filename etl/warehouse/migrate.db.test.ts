import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { inject, onTestFinished, test } from 'vitest';
import { databaseAt } from '../../test/database-at.js';
import { columnsOf, fillOldest, hashesOver } from '../../test/old-rows.js';
import { database, migrate } from './index.js';

/** Before any table was closed by workspace. */
const BEFORE = 17;

async function before() {
  const { url, db } = await databaseAt(inject('postgresUrl'), BEFORE);
  const newer = await database(url, { poolSize: 2 }).initialize();
  const reader = new pg.Client(url);
  await reader.connect();
  onTestFinished(async () => {
    await reader.end();
    await newer.destroy();
    await db.destroy();
  });
  return { db, newer, reader };
}

const insert = `insert into deal (workspace_id, source_id, external_id, stream, record_id, name) values (gen_random_uuid(), 's', $1, 's', $1, 'x')`;

test('a migration gives way to a long reader, and nobody waits for ever behind it', { timeout: 60_000 }, async ({ expect }) => {
  const { db, newer, reader } = await before();
  await reader.query('begin');
  await reader.query('select count(*) from deal');
  const migrated = migrate(newer);
  const waits: number[] = [];
  for (let i = 0; i < 6; i++) {
    const from = performance.now();
    await db.query(insert, [String(i)]);
    waits.push(performance.now() - from);
    await wait(150);
  }
  expect(await newer.query('select 1 from pg_policies where tablename = $1', ['deal'])).toEqual([]);
  await reader.query('commit');
  await migrated;
  expect(await newer.query('select relforcerowsecurity as forced from pg_class where oid = $1::regclass', ['deal'])).toEqual([
    { forced: true },
  ]);
  console.log(`longest wait behind the migration: ${Math.round(Math.max(...waits))} ms`);
});

test('a migration that was killed between two of its tables is done again to its end', { timeout: 60_000 }, async ({ expect }) => {
  const { newer, reader } = await before();
  await reader.query('begin');
  await reader.query('select count(*) from task');
  const killed = migrate(newer).catch((error: Error) => error.message);
  const done = async () =>
    (await reader.query(`select count(*)::int as count from pg_policies where tablename = 'subscription'`)).rows[0].count;
  while ((await done()) === 0) await wait(50);
  await reader.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query not like 'select pg_term%'`,
  );
  await reader.query('commit');
  // Between two statements it is met by the next one, which finds the connection gone.
  expect(await killed).toMatch(/terminat|already released/i);
  await migrate(newer);
  const [{ count } = { count: 0 }] = await newer.query<{ count: number }[]>(
    `select count(*)::int as count from pg_policies where tablename = 'task'`,
  );
  expect(count).toBe(2);
});

test('rows of the first version are what they were', { timeout: 60_000 }, async ({ expect }) => {
  const { url, db } = await databaseAt(inject('postgresUrl'), 5);
  onTestFinished(() => db.destroy());
  await fillOldest(db, 200);
  const columns = await columnsOf(db);
  const hashes = await hashesOver(db, columns);
  const newer = await database(url, { poolSize: 2 }).initialize();
  onTestFinished(() => newer.destroy());
  await migrate(newer);
  expect(await hashesOver(newer, columns)).toEqual(hashes);
  expect(Number(hashes.record?.split(' ')[0])).toBe(200);
});
