import type { DataSource } from 'typeorm';
import type { Exercise } from '../../etl/sandbox/stand-in/exercise.js';
import { type Check, find } from './conformance/check.js';
import { LIMITS, WHOLE } from './conformance/conformance.js';
import { withDatabase } from './drill-database.js';
import { line, type Tally } from './report.js';

/** The whole kit, every fault of it. */
export async function drillConformance(exercises: Exercise[]): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0 };
  await withDatabase(async ({ db }) => {
    for (const exercise of exercises) await findAll(db, exercise, { checks: WHOLE, tally });
  });
  return tally;
}

/** Three workers on each source, on the real clock. Each source waits for its own vendor, so they may wait at once. */
export async function drillLimits(exercises: Exercise[]): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0 };
  await withDatabase(({ db }) => Promise.all(exercises.map((exercise) => findAll(db, exercise, { checks: LIMITS, tally }))));
  return tally;
}

async function findAll(db: DataSource, exercise: Exercise, { checks, tally }: { checks: Check[]; tally: Tally }): Promise<void> {
  for (const check of checks) line(tally, await find(check, { db, exercise }));
}
