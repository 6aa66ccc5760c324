import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { database, startEmbedded } from '../../etl/warehouse/index.js';

/** Runs `measure` on a Postgres of its own with `names.length` migrated databases, and removes it afterwards. */
export async function withDatabases(
  names: string[],
  measure: (databases: { db: DataSource; url: string }[]) => Promise<void>,
): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'baton-bench-'));
  await chmod(directory, 0o755);
  const server = await startEmbedded(directory);
  const databases: { db: DataSource; url: string }[] = [];
  try {
    const admin = await database(server.url).initialize();
    for (const name of names) {
      await admin.query(`create database ${name}`);
      const url = server.url.replace(/\/postgres$/, `/${name}`);
      const db = await database(url, { statementLimit: 600_000 }).initialize();
      await db.runMigrations();
      databases.push({ db, url });
    }
    await admin.destroy();
    await measure(databases);
  } finally {
    await Promise.all(databases.map(({ db }) => db.destroy()));
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
}
