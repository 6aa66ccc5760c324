import { median } from '../../bench/timing.js';
import { count, type Tally } from '../report.js';
import type { Reading } from './reading.js';
import { theilSen } from './slope.js';

/** Megabytes an hour that memory may grow by, as far as 95 % limits tell. */
const MOST_GROWTH = 30;
/** Milliseconds. */
const MOST_LATE = 100;
const MOST_HANDLES = 100;
/** Seconds in which caches fill and the compiler works; of a short soak it is the first half. */
const MOST_WARM_UP = 15 * 60;
/** Seconds after the warm-up in which a slope is told and not judged: memory still rises to where it stays. */
const LEAST_JUDGED = 15 * 60;

/** Prints what was held at the beginning, after the warm-up and at the end, and how it rose in between. Throws when there are too few readings. */
export function judgeReadings(readings: readonly Reading[], tally: Tally): void {
  const [first, last] = [readings[0], readings.at(-1)];
  if (!first || !last) throw new Error('too few readings: soak for longer');
  const warmAt = first.at + Math.min(MOST_WARM_UP, (last.at - first.at) / 2);
  const late = readings.filter(({ at }) => at >= warmAt);
  console.log(
    `       ${readings.length} readings in ${minutes(first, last)} minutes, of which the first ${minutes(first, late[0])} are the warm-up`,
  );
  console.log('         MB                 first   warm    end   an hour (Theil-Sen, 95 % limits)');
  judgeGrowth({ what: 'memory (RSS)', of: ({ megabytes }) => megabytes, readings, late }, tally);
  judgeGrowth({ what: 'heap', of: ({ heapMegabytes }) => heapMegabytes, readings, late }, tally);
  const handles = late.map((reading) => reading.handles);
  const [least, most] = [Math.min(...handles), Math.max(...handles)];
  count(tally, most - least < MOST_HANDLES, `handles: ${least} to ${most}`);
  const lag = late.map(({ loopP99 }) => loopP99);
  count(
    tally,
    median(lag) < MOST_LATE,
    `event loop late, 99th of a hundred in 10 s: ${median(lag).toFixed(0)} ms as a rule, ${Math.max(...lag).toFixed(0)} ms at worst`,
  );
  judgeTables(first, last, tally);
}

interface Growing {
  what: string;
  of: (reading: Reading) => number;
  readings: readonly Reading[];
  late: readonly Reading[];
}

function judgeGrowth({ what, of, readings, late }: Growing, tally: Tally): void {
  const { slope, low, high } = theilSen(late.map((reading) => ({ at: reading.at, value: of(reading) })));
  const held = [readings[0], late[0], readings.at(-1)].map((reading) => (reading ? of(reading).toFixed(0) : '-').padStart(7));
  const words = `${what.padEnd(17)} ${held.join('')}   ${slope.toFixed(1)} (${low.toFixed(1)} to ${high.toFixed(1)})`;
  const seconds = (late.at(-1)?.at ?? 0) - (late[0]?.at ?? 0);
  if (seconds >= LEAST_JUDGED) count(tally, low <= MOST_GROWTH, words);
  else console.log(`       ${words}, not judged: ${(seconds / 60).toFixed(1)} minutes are too few`);
}

function judgeTables(first: Reading, last: Reading, tally: Tally): void {
  console.log('         rows               first    end   a minute');
  for (const [table, rows] of Object.entries(last.rows)) {
    const before = first.rows[table] ?? 0;
    const rate = ((rows - before) / Number(minutes(first, last))).toFixed(1);
    console.log(`         ${table.padEnd(17)}${String(before).padStart(7)}${String(rows).padStart(7)}   ${rate}`);
  }
  count(tally, last.rows.session === first.rows.session, 'requests make no sessions');
}

const minutes = (from: Reading, to: Reading | undefined): string => (((to ?? from).at - from.at) / 60).toFixed(1);
