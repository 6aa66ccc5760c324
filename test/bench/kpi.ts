import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { database, startEmbedded } from '../../etl/warehouse/index.js';
import { syntheticWorkspace } from './kpi-handoffs.js';
import { measureLoop } from './kpi-loop.js';
import { measureQuestions, type Ratios } from './kpi-questions.js';
import { measureSnapshot } from './kpi-snapshot.js';
import { NOW } from './now.js';

const SIZES = [10_000, 100_000, 1_000_000];

/** `kpi [--handoffs N]`: all KPIs from columns, by DuckDB and by Postgres, at three sizes or one. */
export async function runKpi(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { handoffs: { type: 'string' } } });
  const results: { handoffs: number; ratios: Ratios }[] = [];
  for (const handoffs of values.handoffs === undefined ? SIZES : [Number(values.handoffs)]) {
    results.push({ handoffs, ratios: await onDatabase((db) => measure(db, handoffs)) });
  }
  console.log(
    '\nnanoseconds a handoff, unfiltered (what does not depend on their number, the statistics, weighs less the more there are):',
  );
  for (const { handoffs, ratios } of results) {
    console.log(`  ${handoffs}: counting ${ratios.perRow.counting.toFixed(1)}, with statistics ${ratios.perRow.whole.toFixed(1)}`);
  }
  const largest = results.at(-1)?.ratios;
  if (largest) console.log(`ratio: ${largest.unfiltered.toFixed(3)}`);
}

async function measure(db: DataSource, handoffs: number): Promise<Ratios> {
  console.log(`\n== ${handoffs} handoffs`);
  const workspace = await syntheticWorkspace(db, { count: handoffs, until: NOW });
  await measureSnapshot(db, workspace);
  const ratios = await measureQuestions(db, workspace);
  await measureLoop(db, workspace);
  return ratios;
}

async function onDatabase<T>(work: (db: DataSource) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'baton-bench-'));
  await chmod(directory, 0o755);
  const server = await startEmbedded(directory);
  const db = database(server.url, { statementLimit: 600_000 });
  try {
    await db.initialize();
    await db.runMigrations();
    return await work(db);
  } finally {
    await db.destroy();
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
}
