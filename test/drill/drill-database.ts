import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { database, startEmbedded } from '../../etl/warehouse/index.js';

export interface DrillDatabase {
  db: DataSource;
  url: string;
}

/** A Postgres of its own for one drill, removed after it. */
export async function withDatabase<Result>(drill: (given: DrillDatabase) => Promise<Result>): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), 'baton-drill-'));
  await chmod(directory, 0o755);
  const server = await startEmbedded(directory);
  // For rehearsals that need a database to play.
  process.env.BATON_TEST_POSTGRES_URL = server.url;
  const url = await made(server.url);
  const db = database(url, { poolSize: 8, statementLimit: 600_000 });
  try {
    await db.initialize();
    await db.runMigrations();
    return await drill({ db, url });
  } finally {
    if (db.isInitialized) await db.destroy();
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

/** Its own database, so that what rehearsals make does not mix with it. Nothing in a drill outlives the machine: flushing to the disk is left out. */
async function made(adminUrl: string): Promise<string> {
  const admin = database(adminUrl, { poolSize: 1 });
  await admin.initialize();
  await admin.query('alter system set fsync = off');
  await admin.query('select pg_reload_conf()');
  await admin.query('create database drill');
  await admin.destroy();
  return adminUrl.replace(/\/postgres$/, '/drill');
}
