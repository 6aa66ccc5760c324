import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { DataSource } from 'typeorm';
import { database, migrate } from '../../etl/warehouse/index.js';
import { allMigrations, databaseAt } from '../database-at.js';
import { columnsOf, fillOldest, hashesOver } from '../old-rows.js';
import { withDatabase } from './drill-database.js';
import { must, mustEqual } from './must.js';
import { OF_THE_LOAD, oldServer } from './old-server.js';
import type { Tally } from './report.js';

/** Newest migration of what has landed so far: the first version, and each that followed. */
const LANDED = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17];
/** Rows where a killed migration is done again: what counts is that it is, not how long it takes. */
const FEW = 2_000;
/** Milliseconds. */
const LONGEST_WAIT = 2_000;

/** Migrates a filled database of every version that landed to now, while the old server works; then kills migrations on their way. */
export async function drillUpgrade({ rows }: { rows: number }): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0 };
  const tried = async (what: string, work: () => Promise<string>) => {
    try {
      console.log(`${what}: ${await work()}`);
      tally.passed += 1;
    } catch (error) {
      console.log(`${what}: FAILED: ${(error as Error).message}`);
      tally.failed += 1;
    }
  };
  await withDatabase(async ({ url: adminUrl }) => {
    // Filled once; every later version is made of it by its own migrations, as it was then.
    for (const landed of LANDED)
      await tried(`from ${landed}`, () => upgradeFrom(adminUrl, { landed, rows: landed === 5 || landed === 17 ? rows : FEW * 5 }));
    await tried('killed', () => killEverywhere(adminUrl));
  });
  return tally;
}

async function upgradeFrom(adminUrl: string, { landed, rows }: { landed: number; rows: number }): Promise<string> {
  const { db, url, workspaceId } = await filledAt(adminUrl, landed, rows);
  const newer = await database(url, { poolSize: 2, statementLimit: 600_000 }).initialize();
  try {
    const columns = await columnsOf(db);
    const before = await hashesOver(db, columns, OF_THE_LOAD);
    const server = oldServer(url, workspaceId);
    await wait(1500);
    const began = performance.now();
    await migrate(newer);
    const milliseconds = performance.now() - began;
    await wait(1500);
    const { reads, writes, failures, slowest, longestWait } = await server.stop();
    mustEqual(await hashesOver(newer, columns, OF_THE_LOAD), before, 'before');
    must(failures.length === 0, `${failures.length} requests failed: ${failures[0]}`);
    must(
      longestWait < LONGEST_WAIT && slowest < LONGEST_WAIT,
      `somebody waited ${longestWait.toFixed(0)} ms for a lock, ${slowest.toFixed(0)} ms for an answer`,
    );
    return `${rows} rows in the large tables, migrated in ${(milliseconds / 1000).toFixed(1)} s; ${reads} reads and ${writes} writes meanwhile, 0 failed; longest lock wait ${longestWait.toFixed(0)} ms, slowest request ${slowest.toFixed(0)} ms; equal rows in ${columns.size} tables`;
  } finally {
    await newer.destroy();
    await db.destroy();
  }
}

async function filledAt(adminUrl: string, landed: number, rows: number): Promise<{ db: DataSource; url: string; workspaceId: string }> {
  const { db: oldest, url } = await databaseAt(adminUrl, 5);
  const workspaceId = await fillOldest(oldest, rows);
  await oldest.destroy();
  const db = database(url, { poolSize: 4, statementLimit: 600_000 });
  db.setOptions({ migrations: allMigrations().slice(0, landed) });
  await db.initialize();
  await db.runMigrations();
  return { db, url, workspaceId };
}

/** Kills a migrating process in each migration there is, as soon as the one before is done, and goes on until all are. */
async function killEverywhere(adminUrl: string): Promise<string> {
  const { db, url } = await filledAt(adminUrl, 5, FEW);
  const fresh = await databaseAt(adminUrl, 0);
  try {
    const columns = await columnsOf(db);
    const before = await hashesOver(db, columns);
    const total = allMigrations().length;
    let killed = 0;
    for (let done = 5; done < total; done++) killed += await killAfter(db, url, done);
    const newer = await database(url, { poolSize: 2 }).initialize();
    await migrate(newer);
    mustEqual(await hashesOver(newer, columns), before, 'before');
    const whole = await database(fresh.url, { poolSize: 2 }).initialize();
    await migrate(whole);
    mustEqual(await structureOf(newer), await structureOf(whole), 'those of a new database');
    await newer.destroy();
    await whole.destroy();
    return `${killed} processes killed on the way from 5 to ${total}; every rerun came to its end, with equal rows and the structure of a new database`;
  } finally {
    await db.destroy();
    await fresh.db.destroy();
  }
}

async function killAfter(db: DataSource, url: string, done: number): Promise<number> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('child-migrate.js', import.meta.url)), url], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  let left = false;
  void ended.then(() => {
    left = true;
  });
  await Promise.race([once(child, 'message'), ended]);
  while (!left && (await appliedCount(db)) < done) await wait(1);
  await wait(Math.random() * 8);
  child.kill('SIGKILL');
  const [, signal] = await ended;
  return signal === 'SIGKILL' ? 1 : 0;
}

async function appliedCount(db: DataSource): Promise<number> {
  const [row] = await db.query<{ count: number }[]>('select count(*)::int as count from migrations');
  return row?.count ?? 0;
}

async function structureOf(db: DataSource): Promise<Record<string, string>> {
  const rows = await db.query<{ name: string; said: string }[]>(`
    select 'column ' || table_name || '.' || column_name as name, data_type || is_nullable || coalesce(column_default, '') || is_generated as said
      from information_schema.columns where table_schema = 'public' and table_name <> 'migrations'
    union all select 'index ' || indexname, indexdef from pg_indexes where schemaname = 'public' and tablename <> 'migrations'
    union all select 'policy ' || tablename || ' ' || policyname, roles::text || coalesce(qual, '') from pg_policies
    union all select 'forced ' || relname, relforcerowsecurity::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
    union all select 'grant ' || table_name || ' ' || grantee || ' ' || privilege_type, '' from information_schema.role_table_grants where table_schema = 'public' and grantee like 'baton_%'`);
  return Object.fromEntries(rows.map(({ name, said }) => [name, said]));
}
