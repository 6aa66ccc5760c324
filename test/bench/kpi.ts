import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { withDatabases } from './bench-database.js';
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
    await withDatabases(['kpi'], async ([on]) => {
      if (on) results.push({ handoffs, ratios: await measure(on.db, handoffs) });
    });
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
