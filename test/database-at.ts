import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource, MigrationInterface } from 'typeorm';
import { database } from '../etl/warehouse/index.js';

/** Every migration, the oldest first. */
export function allMigrations(): (new () => MigrationInterface)[] {
  const { migrations } = database('postgres://nowhere/none').options;
  const all = Object.values(migrations ?? {}) as (new () => MigrationInterface)[];
  return all.sort((a, b) => numberOf(a) - numberOf(b));
}

const numberOf = (migration: new () => MigrationInterface) => Number((new migration().name ?? '').slice(-13));

/** A new database on the server of `adminUrl`, as the Baton left it whose newest migration had this number; 0 is one without tables. */
export async function databaseAt(adminUrl: string, newest: number): Promise<{ url: string; db: DataSource }> {
  const name = `at_${newest}_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const url = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;
  const db = database(url, { poolSize: 4, statementLimit: 600_000 });
  db.setOptions({ migrations: allMigrations().filter((migration) => numberOf(migration) <= newest) });
  await db.initialize();
  if (newest > 0) await db.runMigrations();
  return { url, db };
}
