import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { database, startEmbedded } from '../etl/warehouse/index.js';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** One real Postgres for the whole run, with a migrated template that each database test copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'baton-test-'));
  await chmod(directory, 0o755);
  const server = await startEmbedded(directory);
  await prepareTemplate(server.url);
  project.provide('postgresUrl', server.url);
  // For rehearsals, which know nothing of vitest.
  process.env.BATON_TEST_POSTGRES_URL = server.url;
  return async () => {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  };
}

async function prepareTemplate(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query('alter system set fsync = off');
  await client.query('select pg_reload_conf()');
  await client.query('create database template_baton');
  await client.end();
  const template = database(url.replace(/\/postgres$/, '/template_baton'));
  await template.initialize();
  await template.runMigrations();
  await template.destroy();
}
