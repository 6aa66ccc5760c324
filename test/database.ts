import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { inject, onTestFinished } from 'vitest';
import { database } from '../etl/warehouse/index.js';

export interface TestDatabase {
  url: string;
  db: DataSource;
}

/** A fresh copy of a template, by default the migrated and empty one, of which the caller closes `db`. */
export async function freshDatabase(original = 'template_baton'): Promise<TestDatabase> {
  const admin = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client(admin);
  await client.connect();
  await client.query(`create database ${name} template ${original}`);
  await client.end();
  const url = admin.replace(/\/postgres$/, `/${name}`);
  const db = database(url, { poolSize: 4 });
  await db.initialize();
  return { url, db };
}

/** The same for one test, closed when the test ends. */
export async function testDatabase(): Promise<TestDatabase> {
  const fresh = await freshDatabase();
  onTestFinished(() => fresh.db.destroy());
  return fresh;
}
