import type { Exercise } from '../../etl/sandbox/stand-in/exercise.js';
import { CRASH_POINTS, type CrashPoint } from '../../etl/sync/crash-point.js';
import type { Finding } from './conformance/check.js';
import { type Crash, type Lived, live } from './crash-life.js';
import { type DrillDatabase, withDatabase } from './drill-database.js';
import { must, mustEqual } from './must.js';
import { line, type Tally } from './report.js';

/** Where a point is looked for, in turn; the second run is the one with slow passes and rejected records. */
const IN_SECOND: CrashPoint[] = ['in retry', 'in sweep', 'before marks', 'in marks', 'in reread'];
const placesOf = (point: CrashPoint): Crash[] => {
  if (IN_SECOND.includes(point)) return [{ at: `${point}:1`, run: 'second' }];
  const later: Crash[] = [3, 1].map((passing) => ({ at: `${point}:${passing}`, run: 'first' }));
  return point.endsWith('credentials') ? [...later.slice(1), { at: `${point}:1`, run: 'second' }] : later;
};

/** Kills a worker at every point of every source, lets another take over, and holds the tables against a life without a crash. */
export async function drillCrashes(exercises: Exercise[]): Promise<Tally> {
  const tally: Tally = { failed: 0, passed: 0 };
  await withDatabase(async (given) => {
    for (const exercise of exercises) {
      const calm = await live(given, exercise, null);
      for (const point of CRASH_POINTS) line(tally, await crashed(given, exercise, { point, calm }));
    }
  });
  return tally;
}

async function crashed(given: DrillDatabase, exercise: Exercise, { point, calm }: { point: CrashPoint; calm: Lived }): Promise<Finding> {
  const found = (state: Finding['state'], words: string): Finding => ({ kind: exercise.kind, check: point, state, words });
  try {
    for (const place of placesOf(point)) {
      const life = await live(given, exercise, place);
      if (life.hashes !== null) return found('ok', judged(life, calm, place));
    }
    return found('lacking', ABSENT[point] ?? 'its runs never come here');
  } catch (error) {
    return found('failed', (error as Error).message);
  }
}

/** Why a source may have no such point. */
const ABSENT: Partial<Record<CrashPoint, string>> = {
  'before credentials': 'its credentials are not replaced in a run',
  'after credentials': 'its credentials are not replaced in a run',
  'in sweep': 'it has no sweep: deletions are told, or every list is whole',
  'before marks': 'it has neither a sweep nor a whole list',
  'in marks': 'its source says what is gone, so that nothing is concluded from silence',
  'in reread': 'no field of it changes without a time of change',
  'before count': 'it has no cheap count of what stands',
};

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
