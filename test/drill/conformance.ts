import type { DataSource } from 'typeorm';
import type { Exercise } from '../../etl/sandbox/stand-in/exercise.js';
import { type Check, find } from './conformance/check.js';
import { LIMITS, WHOLE } from './conformance/conformance.js';
import { withDatabase } from './drill-database.js';
import { quickenWaits } from './quick-clock.js';
import { line, type Tally } from './report.js';

/** The whole kit, every fault of it; then the limits, on the real clock. */
export async function drillConformance(exercises: Exercise[], { limits }: { limits: boolean }): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0 };
  await withDatabase(async ({ db }) => {
    const usual = quickenWaits();
    for (const exercise of exercises) await findAll(db, exercise, { checks: WHOLE, tally });
    usual();
    // Each waits for its own vendor, so they may wait at once.
    if (limits) await Promise.all(exercises.map((exercise) => findAll(db, exercise, { checks: LIMITS, tally })));
  });
  return tally;
}

async function findAll(db: DataSource, exercise: Exercise, { checks, tally }: { checks: Check[]; tally: Tally }): Promise<void> {
  for (const check of checks) line(tally, await find(check, { db, exercise }));
}
