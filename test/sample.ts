import pg from 'pg';
import { inject } from 'vitest';
import { runSync } from '../etl/sync/run.js';
import { database, type Workspace } from '../etl/warehouse/index.js';
import { openSample } from '../server/source/sample.js';
import { type TestServer, testServer } from './server.js';

/** The day on which the sample company of all tests stands, a Monday. */
export const SAMPLE_NOW = new Date('2026-10-05T06:00:00Z');

/** When it was first read as a whole; what was put right since was found at SAMPLE_NOW. */
export const SAMPLE_READ_FIRST = new Date(SAMPLE_NOW.getTime() - 3_600_000);

const key = Buffer.alloc(32, 1);

/** A server on the sample company, really read over HTTP from both stand-ins, whole and then on: once for a test run, a copy for every caller. */
export async function sampleServer(options: { dataDirectory?: string } = {}): Promise<TestServer & { workspace: Workspace }> {
  const template = await sampleTemplate();
  return testServer({ now: SAMPLE_NOW, template, ...options });
}

/** Name of a database with the sample company in it. */
async function sampleTemplate(): Promise<string> {
  const name = 'template_sample';
  const client = new pg.Client(inject('postgresUrl'));
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(20261005)');
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await makeTemplate(client, name);
  } finally {
    await client.end();
  }
  return name;
}

/** Filled under another name, so that half a template is never taken for one. */
async function makeTemplate(client: pg.Client, name: string): Promise<void> {
  const half = `${name}_half`;
  await client.query(`drop database if exists ${half}`);
  await client.query(`create database ${half} template template_baton`);
  const db = await database(inject('postgresUrl').replace(/\/postgres$/, `/${half}`), { statementLimit: 120_000 }).initialize();
  const sample = await openSample(db, { secretKey: key, now: SAMPLE_NOW });
  const read = async (sourceId: string, run: { trigger: 'first' | 'schedule'; at: Date }) => {
    const options = { workspaceId: sample.workspace.id, sourceId, secretKey: key, trigger: run.trigger, now: () => run.at };
    const { outcome, error } = await runSync(db, options);
    if (outcome !== 'succeeded') throw new Error(`The sample's ${sourceId} was read with outcome ${outcome}: ${error}`);
  };
  try {
    for (const sourceId of sample.sourceIds) await read(sourceId, { trigger: 'first', at: SAMPLE_READ_FIRST });
    await sample.correct();
    for (const sourceId of sample.sourceIds) await read(sourceId, { trigger: 'schedule', at: SAMPLE_NOW });
  } finally {
    await sample.close();
    await db.destroy();
  }
  await client.query(`alter database ${half} rename to ${name}`);
}
