import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../test/database.js';

let fresh: TestDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.db.destroy());

/** Indexes and foreign keys live in the migrations alone; everything else must be the same in both. */
const driftSql = async () => {
  const { upQueries } = await fresh.db.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query).filter((query) => !/^DROP INDEX|DROP CONSTRAINT "\w+_fkey"/.test(query));
};

const structure = () =>
  fresh.db.query<{ line: string }[]>(`
    select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as line
    from information_schema.columns where table_schema = 'public' and table_name <> 'migrations'
    union all
    select indexdef from pg_indexes where schemaname = 'public' and tablename <> 'migrations'
    order by 1`);

test('the tables are exactly what the migrations make', async () => {
  expect(await driftSql()).toEqual([]);
});

test('every migration can be undone and repeated', async () => {
  const before = await structure();
  const { length } = fresh.db.migrations;
  for (let i = 0; i < length; i++) await fresh.db.undoLastMigration();
  expect(await structure()).toEqual([]);
  await fresh.db.runMigrations();
  expect(await structure()).toEqual(before);
});

test('no index is the beginning of another of the same rows', async () => {
  const spare = await fresh.db.query<{ name: string; within: string }[]>(`
    select a.indexrelid::regclass::text as name, b.indexrelid::regclass::text as within
    from pg_index a join pg_index b on b.indrelid = a.indrelid and b.indexrelid <> a.indexrelid
    join pg_class c on c.oid = a.indrelid and c.relnamespace = 'public'::regnamespace
    where not a.indisunique and starts_with(b.indkey::text || ' ', a.indkey::text || ' ') and a.indexprs is null and b.indexprs is null
      and pg_get_expr(a.indpred, a.indrelid) is not distinct from pg_get_expr(b.indpred, b.indrelid)`);
  expect(spare).toEqual([]);
});

test('every tenant table has workspace_id first in its key', async () => {
  const keys = await fresh.db.query<{ table: string; first: string }[]>(`
    select c.conrelid::regclass::text as table, a.attname as first
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'p' and c.connamespace = 'public'::regnamespace`);
  const local = [
    'workspace',
    'session',
    'sign_in_link',
    'migrations',
    'login',
    'login_identity',
    'recovery_code',
    'password_reset',
    'key_check',
    'ended_workspace',
    'throttle',
  ];
  const tenant = keys.filter((key) => !local.includes(key.table));
  expect(tenant.length).toBeGreaterThan(20);
  expect(tenant.filter((key) => key.first !== 'workspace_id')).toEqual([]);
});

test('every table that holds something of a workspace is closed to the others, for its owner too', async () => {
  const tables = await fresh.db.query<{ table: string; forced: boolean; policies: string[] }[]>(`
    select c.relname as table, c.relrowsecurity and c.relforcerowsecurity as forced,
      array(select polname::text from pg_policy where polrelid = c.oid) as policies
    from pg_class c
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'session'
      and (c.relname = 'workspace' or exists (select 1 from pg_attribute where attrelid = c.oid and attname = 'workspace_id'))`);
  expect(tables.length).toBeGreaterThan(40);
  expect(tables.filter(({ forced, policies }) => !forced || !policies.includes('own_workspace'))).toEqual([]);
});
