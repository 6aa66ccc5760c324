import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { expect, inject, onTestFinished, test } from 'vitest';
import { testDatabase } from '../../test/database.js';
import { databaseAt } from '../../test/database-at.js';
import { rowHashes } from '../../test/rows-of.js';
import { type BackupMade, makeBackup } from './make-backup.js';
import { type RestoreWanted, restoreBackup } from './restore-backup.js';
import { LEFT_OUT } from './stored-tables.js';

const now = new Date('2026-06-03T12:00:00Z');
const keyId = '0011223344556677';

async function folder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'baton-backup-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

async function emptyDatabase() {
  const fresh = await databaseAt(inject('postgresUrl'), 0);
  onTestFinished(() => fresh.db.destroy());
  return fresh;
}

async function backedUp(url: string): Promise<{ file: string; made: BackupMade }> {
  const file = join(await folder(), 'all.backup');
  return { file, made: await makeBackup({ url, file, keyId, now }) };
}

const restore = (url: string, file: string, more: Partial<RestoreWanted> = {}) =>
  restoreBackup({ url, file, now, knowsKey: (id) => id === keyId, ...more });

/** A row of most shapes in a table that takes nearly anything. */
async function addWorkspace(db: DataSource, name = 'Test'): Promise<string> {
  const id = randomUUID();
  await db.query(`insert into workspace (id, name, time_zone, currency, created_at) values ($1, $2, 'Europe/Berlin', 'EUR', now())`, [
    id,
    name,
  ]);
  return id;
}

const text = fc.string({ unit: 'binary' }).map((given) => given.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, ''));
const moment = fc.oneof(
  fc.constantFrom(
    'infinity',
    '-infinity',
    '4713-01-01 00:00:00 BC',
    '0001-01-01',
    '9999-12-31 23:59:59.999999',
    '294276-12-31 23:59:59.999999',
  ),
  fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }).map((date) => date.toISOString()),
);
const row = fc.record({
  name: text,
  list: fc.array(text, { maxLength: 5 }),
  moments: fc.array(moment, { maxLength: 4 }),
  at: moment,
  bytes: fc.uint8Array({ maxLength: 64 }),
  json: fc
    .jsonValue()
    .map((value) => JSON.stringify(value).replaceAll('\\u0000', ''))
    .filter((json) => !/\\ud[89a-f]/i.test(json)),
  amount: fc.constantFrom('0', '-0.000000000000000000001', '99999999999999999999999999999.5', 'NaN', 'Infinity', '1e-30'),
});

test('whatever a row holds comes back as it was', { timeout: 120_000 }, async () => {
  const { url, db } = await testDatabase();
  const rows = fc.sample(row, { numRuns: 150, seed: 7 });
  const workspaceId = await addWorkspace(db, 'Ünï\t"\\N"\n\\. 🙂');
  for (const [index, { name, list, moments, at, bytes, json, amount }] of rows.entries()) {
    await db.query(
      `insert into deal (workspace_id, source_id, external_id, stream, record_id, name, amount, closed_at) values ($1, 's', $2, $3, $3, $3, $4, $5)`,
      [workspaceId, String(index), name, amount, at],
    );
    await db.query(
      `insert into handoff (workspace_id, id, source_id, deal_external_id, account_id, name, account_name, won_at, t0_source, segment, dimensions, contact_at, repeat_tier, revision) values ($1, $2, 's', $2, $1, $3, $3, $4, 'x', 'y', $5, $6, $7, 1)`,
      [workspaceId, String(index), name, at, json, moments, list],
    );
    await db.query(
      `insert into source (workspace_id, id, kind, name, settings, credentials, created_at) values ($1, $2, 'csv', $3, '{}', $4, now())`,
      [workspaceId, String(index), name, Buffer.from(bytes)],
    );
  }
  await db.query(
    `insert into record (workspace_id, source_id, stream, external_id, payload, hash, read_at) values ($1, 's', 's', 'huge', jsonb_build_object('t', repeat('äß\\\n"', 1500000)), 'h', now())`,
    [workspaceId],
  );
  const { file, made } = await backedUp(url);
  const into = await emptyDatabase();
  const restored = await restore(into.url, file);
  expect(await rowHashes(into.db, ['migrations'])).toEqual(await rowHashes(db, ['migrations']));
  expect(restored.rows).toBe(made.tables.reduce((sum, table) => sum + table.rows, 0));
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(join(file, '..'))).toEqual(['all.backup']);
});

const keysAndIndexes = (db: DataSource) =>
  db.query<{ line: string }[]>(
    `select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated as line
     from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> 0
     union all select indexdef from pg_indexes where schemaname = 'public' order by 1`,
  );

test('keys, indexes and policies are what they were, also of tables that a start had made', async () => {
  const { url, db } = await testDatabase();
  await addWorkspace(db);
  const { file } = await backedUp(url);
  const [started, empty] = [await testDatabase(), await emptyDatabase()];
  const forced = (of: DataSource) => of.query(`select relname, relforcerowsecurity from pg_class where relkind = 'r' order by 1`);
  for (const into of [started, empty]) {
    await restore(into.url, file);
    expect(await keysAndIndexes(into.db)).toEqual(await keysAndIndexes(db));
    expect(await forced(into.db)).toEqual(await forced(db));
  }
});

test('who is signed in is in no backup', async () => {
  const { url, db } = await testDatabase();
  const workspaceId = await addWorkspace(db);
  await db.query(`insert into session (sid, sess, expire) values ('s', '{}', now() + interval '1 day')`);
  await db.query(`insert into sign_in_link (token_hash, workspace_id, expires_at) values ('t', $1, now())`, [workspaceId]);
  const { made } = await backedUp(url);
  expect(made.tables.map(({ name }) => name).filter((name) => LEFT_OUT.includes(name))).toEqual([]);
});

test('a backup is of one moment, though others write', async () => {
  const { url, db } = await testDatabase();
  const workspaceId = await addWorkspace(db);
  const note = (n: number) =>
    db.transaction(async (tx) => {
      for (const table of ['webhook_receipt', 'named_record'])
        await tx.query(
          table === 'webhook_receipt'
            ? `insert into webhook_receipt (workspace_id, source_id, id, received_at) values ($1, 's', $2, now())`
            : `insert into named_record (workspace_id, run_id, source_id, stream, external_id) values ($1, $1, 's', 's', $2)`,
          [workspaceId, String(n)],
        );
    });
  let n = 0;
  let writing = true;
  const writer = (async () => {
    while (writing) await note(n++);
  })();
  const { made } = await backedUp(url);
  writing = false;
  await writer;
  const rows = (name: string) => made.tables.find((table) => table.name === name)?.rows;
  expect(rows('webhook_receipt')).toBe(rows('named_record'));
});

test('a database that is not empty is refused, and what is in it stays', async () => {
  const { url } = await testDatabase();
  const { file } = await backedUp(url);
  const full = await testDatabase();
  await addWorkspace(full.db);
  await expect(restore(full.url, file)).rejects.toThrow('The database is not empty (workspace). A backup is restored into an empty one');
  expect(await full.db.query('select 1 from workspace')).toHaveLength(1);
});

test('a damaged, cut or foreign file changes nothing and says what is wrong', { timeout: 120_000 }, async () => {
  const { url, db } = await testDatabase();
  const workspaceId = await addWorkspace(db);
  await db.query(`insert into webhook_receipt select $1, 's', md5(i::text), now() from generate_series(1, 3000) i`, [workspaceId]);
  const { file } = await backedUp(url);
  const good = await readFile(file);
  const into = await emptyDatabase();
  const others: [Buffer, RegExp][] = [
    [good.subarray(0, good.length - 9), /cut off|damaged/],
    [good.subarray(0, good.length >> 1), /cut off|damaged/],
    [good.subarray(0, 20), /cut off|damaged/],
    [Buffer.from('PK something else entirely'), /is not a backup of Baton/],
    ...[0.3, 0.6, 0.9].map((part): [Buffer, RegExp] => {
      const changed = Buffer.from(good);
      const at = Math.floor(good.length * part);
      changed[at] = (changed[at] ?? 0) ^ 1;
      return [changed, /damaged|changed|cut off|no part|do not fit/];
    }),
  ];
  for (const [bytes, why] of others) {
    await writeFile(file, bytes);
    await expect(restore(into.url, file)).rejects.toThrow(why);
    const tables = await rowHashes(into.db, ['migrations']);
    expect(Object.values(tables).filter((hash) => !hash.startsWith('0 '))).toEqual([]);
  }
  await writeFile(file, good);
  await restore(into.url, file);
  expect(await into.db.query('select 1 from webhook_receipt')).toHaveLength(3000);
});

test('a backup of an older Baton is restored and migrated on, even into tables of today', { timeout: 120_000 }, async () => {
  const old = await databaseAt(inject('postgresUrl'), 5);
  onTestFinished(() => old.db.destroy());
  const id = await addWorkspace(old.db, 'Old');
  await old.db.query(
    `insert into report (workspace_id, id, name, recipients, time_zone, schedule, created_at, owed_from) values ($1, $1, 'r', '{}', 'UTC', '0 8 * * 1', now(), now())`,
    [id],
  );
  const { file } = await backedUp(old.url);
  for (const into of [await emptyDatabase(), await testDatabase()]) {
    await restore(into.url, file);
    expect(await into.db.query('select name from workspace')).toEqual([{ name: 'Old' }]);
    const [{ count } = { count: 0 }] = await into.db.query<{ count: number }[]>(
      `select count(*)::int as count from pg_policies where tablename = 'report'`,
    );
    expect(count).toBeGreaterThan(1);
    expect(await into.db.query(`select relname from pg_class where relrowsecurity and not relforcerowsecurity`)).toEqual([]);
  }
});

test('a backup of a newer Baton is refused', async () => {
  const { url, db } = await testDatabase();
  await db.query(`insert into migrations (timestamp, name) values (9999999999999, 'Later9999999999999')`);
  const { file } = await backedUp(url);
  const into = await emptyDatabase();
  await expect(restore(into.url, file)).rejects.toThrow('made by a newer Baton');
});

test('without the key that sealed its credentials it is restored only when that is said', async () => {
  const { url, db } = await testDatabase();
  const id = await addWorkspace(db);
  await db.query(
    `insert into source (workspace_id, id, kind, name, settings, credentials, created_at) values ($1, 's', 'csv', 's', '{}', '\\x01', now())`,
    [id],
  );
  const { file } = await backedUp(url);
  const into = await emptyDatabase();
  const other = { knowsKey: () => false };
  await expect(restore(into.url, file, other)).rejects.toThrow(`sealed with the key ${keyId}`);
  await restore(into.url, file, { ...other, withoutKey: true });
  expect(await into.db.query('select credentials from source')).toEqual([{ credentials: null }]);
});

test('an ordinary owner, for whom row-level security holds, backs up and restores all', { timeout: 120_000 }, async () => {
  const { db } = await testDatabase();
  const name = `owner_${randomUUID().replaceAll('-', '')}`;
  await db.query(`create role ${name} login createrole password 'x'`);
  for (const role of ['baton_app', 'baton_door', 'baton_keeper']) await db.query(`grant ${role} to ${name}`);
  const as = async () => {
    const { url, db: own } = await emptyDatabase();
    await own.query(`alter schema public owner to ${name}`);
    return Object.assign(new URL(url), { username: name, password: 'x' }).href;
  };
  const { database, migrate } = await import('../../etl/warehouse/index.js');
  const url = await as();
  const owner = await database(url, { poolSize: 2 }).initialize();
  onTestFinished(() => owner.destroy());
  await migrate(owner);
  await owner.transaction(async (tx) => {
    await tx.query('set local role baton_keeper');
    await tx.query(
      `insert into workspace (id, name, time_zone, currency, created_at) values (gen_random_uuid(), 'x', 'UTC', 'EUR', now())`,
    );
  });
  const { file, made } = await backedUp(url);
  expect(made.tables.find((table) => table.name === 'workspace')?.rows).toBe(1);
  const into = await as();
  expect(await restore(into, file)).toMatchObject({ rows: 1 });
  await expect(restore(into, file)).rejects.toThrow('not empty (workspace)');
});

test('what may have gone out since the backup is not mailed again, unless it is asked for', async () => {
  const { url, db } = await testDatabase();
  const id = await addWorkspace(db);
  await db.query(
    `insert into report (workspace_id, id, name, recipients, time_zone, schedule, active, created_at, owed_from) values ($1, $1, 'r', '{a@x.example}', 'UTC', '0 8 * * 1', true, $2, $2)`,
    [id, new Date('2026-05-20T00:00:00Z')],
  );
  await db.query(
    `insert into report_delivery (workspace_id, report_id, slot, recipient, status) values ($1, $1, '2026-05-25T08:00:00Z', 'a@x.example', 'sending')`,
    [id],
  );
  const { file } = await backedUp(url);
  const ledger = async (more: Partial<RestoreWanted>) => {
    const into = await emptyDatabase();
    const { settledMails } = await restore(into.url, file, more);
    const rows = await into.db.query<{ slot: Date; status: string }[]>('select slot, status from report_delivery order by slot');
    return { settledMails, rows: rows.map(({ slot, status }) => `${slot.toISOString().slice(0, 10)} ${status}`) };
  };
  expect(await ledger({})).toEqual({ settledMails: 2, rows: ['2026-05-25 failed', '2026-06-01 failed'] });
  expect(await ledger({ mailMissed: true })).toEqual({ settledMails: 0, rows: ['2026-05-25 sending'] });
});

test('a backup that cannot be finished leaves nothing', async () => {
  const { url } = await testDatabase();
  const directory = await folder();
  await expect(makeBackup({ url, file: join(directory, 'no', 'such'), keyId, now })).rejects.toThrow('ENOENT');
  await expect(makeBackup({ url, file: join(directory, 'x'), keyId, now, signal: AbortSignal.abort() })).rejects.toThrow();
  await chmod(directory, 0o700);
  expect(await readdir(directory)).toEqual([]);
});
