import type { Exercise } from '../../etl/sandbox/stand-in/exercise.js';
import type { Source } from '../../etl/source/source.js';
import { type CrashPoint } from '../../etl/sync/crash-point.js';
import type { Crash } from './crash-life.js';
import { openedSource, rehearse } from './life.js';

/** What decides which points a source passes. */
export interface Traits {
  streams: Source['streams'];
  /** Its credentials are replaced in a run. */
  rotates: boolean;
}

export async function traitsOf(exercise: Exercise, rotates: boolean): Promise<Traits> {
  const played = await rehearse(exercise, { records: 1 });
  try {
    return { streams: (await openedSource({ exercise, ...played })).streams, rotates };
  } finally {
    await played.rehearsal.close();
  }
}

/** Where to look for a point, in turn, or why there is none. The second run is the one with slow passes and rejected records. */
export function placesOf(point: CrashPoint, { streams, rotates }: Traits): Crash[] | string {
  const inFirst = (...passings: number[]): Crash[] => passings.map((passing) => ({ at: `${point}:${passing}`, run: 'first' }));
  const inSecond: Crash[] = [{ at: `${point}:1`, run: 'second' }];
  switch (point) {
    case 'in retry':
      return inSecond;
    case 'before credentials':
    case 'after credentials':
      return rotates ? [...inFirst(1), ...inSecond] : 'its credentials are not replaced in a run';
    case 'in sweep':
      return streams.some(({ sweep }) => sweep) ? inSecond : 'it has no sweep: its source says what is gone, or names everything each time';
    case 'before marks':
    case 'in marks':
      return streams.some(({ sweep, whole }) => sweep || whole)
        ? inSecond
        : 'nothing is concluded from its silence: its source says what is gone';
    case 'in reread':
      return streams.some(({ reread }) => reread) ? inSecond : 'no field of it changes without a time of change';
    case 'before count': {
      const counted = streams.filter(({ standing }) => standing).length;
      return counted > 0 ? inFirst(Math.min(counted, 2)) : 'its source cannot say cheaply how much stands';
    }
    case 'after first load':
      return inFirst(Math.min(streams.length, 3));
    case 'before derive':
    case 'in derive':
      return inFirst(1);
    default:
      return inFirst(3, 1);
  }
}
