import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { database, startEmbedded } from '../../etl/warehouse/index.js';

export interface BenchDatabase {
  /** The owner's. */
  db: DataSource;
  /** As the server works: each statement needs a scope. */
  served: DataSource;
  url: string;
}

/** Runs `measure` on a Postgres of its own with `names.length` migrated databases, and removes it afterwards. */
export async function withDatabases(names: string[], measure: (databases: BenchDatabase[]) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'baton-bench-'));
  await chmod(directory, 0o755);
  const server = await startEmbedded(directory);
  const databases: BenchDatabase[] = [];
  try {
    const admin = await database(server.url).initialize();
    for (const name of names) {
      await admin.query(`create database ${name}`);
      const url = server.url.replace(/\/postgres$/, `/${name}`);
      const db = await database(url, { statementLimit: 600_000 }).initialize();
      await db.runMigrations();
      const served = await database(url, { statementLimit: 600_000, scoped: true }).initialize();
      databases.push({ db, served, url });
    }
    await admin.destroy();
    await measure(databases);
  } finally {
    await Promise.all(databases.flatMap(({ db, served }) => [db.destroy(), served.destroy()]));
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
}
