import type { Exercise } from '../../etl/sandbox/stand-in/exercise.js';
import { CRASH_POINTS, type CrashPoint } from '../../etl/sync/crash-point.js';
import type { Finding } from './conformance/check.js';
import { type Crash, type Lived, live } from './crash-life.js';
import { placesOf, type Traits, traitsOf } from './crash-place.js';
import { type DrillDatabase, withDatabase } from './drill-database.js';
import { must, mustEqual } from './must.js';
import { line, type Tally } from './report.js';

/** Kills a worker at every point of every source, lets another take over, and holds the tables against a life without a crash. */
export async function drillCrashes(exercises: Exercise[]): Promise<Tally> {
  const tally: Tally = { failed: 0, passed: 0 };
  await withDatabase(async (given) => {
    for (const exercise of exercises) await crashEverywhere(given, exercise, tally);
  });
  return tally;
}

async function crashEverywhere(given: DrillDatabase, exercise: Exercise, tally: Tally): Promise<void> {
  const { kind } = exercise;
  try {
    const calm = await live(given, exercise, null);
    const traits = await traitsOf(exercise, calm.rotated);
    for (const point of CRASH_POINTS) line(tally, await crashed(given, exercise, { point, calm, traits }));
  } catch (error) {
    line(tally, { kind, check: 'a life without a crash', state: 'failed', words: (error as Error).message });
  }
}

interface Wanted {
  point: CrashPoint;
  calm: Lived;
  traits: Traits;
}

async function crashed(given: DrillDatabase, exercise: Exercise, { point, calm, traits }: Wanted): Promise<Finding> {
  const found = (state: Finding['state'], words: string): Finding => ({ kind: exercise.kind, check: point, state, words });
  const places = placesOf(point, traits);
  if (typeof places === 'string') return found('lacking', places);
  try {
    for (const place of places) {
      const life = await live(given, exercise, place);
      if (life.hashes !== null) return found('ok', judged(life, calm, place));
    }
    return found('lacking', 'its runs never come here');
  } catch (error) {
    return found('failed', (error as Error).message);
  }
}

function judged(life: Lived, calm: Lived, { at, run }: Crash): string {
  mustEqual(life.hashes ?? {}, calm.hashes ?? {}, 'those of a life without a crash');
  let repeated = 0;
  for (const [stream, count] of life.read) {
    const again = Math.max(0, count - (calm.read.get(stream) ?? 0));
    const page = calm.page.get(stream) ?? 0;
    must(again <= page || !life.resumable.has(stream), `${again} records of ${stream} were read again, a page is ${page}`);
    repeated += again;
  }
  return `killed ${at} of the ${run} run, equal tables, ${repeated} records read again`;
}
