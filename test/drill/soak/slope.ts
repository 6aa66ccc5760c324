import { median } from '../../bench/timing.js';
import { count, type Tally } from '../report.js';
import type { Reading } from './reading.js';

/** Megabytes an hour that memory may grow by, as far as 95 % limits tell. */
const MOST_GROWTH = 30;
const MOST_LATE = 100;

export interface Slope {
  /** Per hour. */
  slope: number;
  /** Half of the width of its 95 % interval. */
  within: number;
}

/** By least squares, with the limits of the normal distribution: https://en.wikipedia.org/wiki/Simple_linear_regression#Confidence_intervals */
export function slopeOf(points: readonly { at: number; value: number }[]): Slope {
  const n = points.length;
  const [x, y] = [points.map(({ at }) => at / 3600), points.map(({ value }) => value)];
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / n;
  const [mx, my] = [mean(x), mean(y)];
  const sxx = x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
  const slope = x.reduce((sum, value, i) => sum + (value - mx) * ((y[i] ?? 0) - my), 0) / sxx;
  const rest = x.reduce((sum, value, i) => sum + ((y[i] ?? 0) - my - slope * (value - mx)) ** 2, 0);
  return { slope, within: 1.96 * Math.sqrt(rest / Math.max(1, n - 2) / sxx) };
}

/** The first half, in which caches fill and the compiler works, is left out. */
export function judgeReadings(readings: readonly Reading[], tally: Tally): void {
  const late = readings.slice(Math.floor(readings.length / 2));
  const [first, last] = [readings[0], readings.at(-1)];
  if (!first || !last || late.length < 3) throw new Error('too few readings: soak for longer');
  const grows = (what: string, of: (reading: Reading) => number) => {
    const { slope, within } = slopeOf(late.map((reading) => ({ at: reading.at, value: of(reading) })));
    const words = `${what}: ${of(first).toFixed(0)} to ${of(last).toFixed(0)} MB, in the second half ${slope.toFixed(1)} MB an hour (95 % limits ${(slope - within).toFixed(1)} to ${(slope + within).toFixed(1)})`;
    count(tally, slope - within <= MOST_GROWTH, words);
  };
  grows('memory', ({ megabytes }) => megabytes);
  grows('heap', ({ heapMegabytes }) => heapMegabytes);
  const handles = late.map((reading) => reading.handles);
  count(tally, Math.max(...handles) - Math.min(...handles) < 100, `handles: ${Math.min(...handles)} to ${Math.max(...handles)}`);
  const lag = median(late.map(({ loopP99 }) => loopP99));
  count(tally, lag < MOST_LATE, `event loop late, 99th of a hundred: ${lag.toFixed(0)} ms`);
  const minutes = (last.at - first.at) / 60;
  for (const [table, rows] of Object.entries(last.rows)) {
    const grown = rows - (first.rows[table] ?? 0);
    console.log(`       ${table.padEnd(16)} ${first.rows[table]} to ${rows} rows, ${(grown / minutes).toFixed(1)} a minute`);
  }
  count(tally, last.rows.session === first.rows.session, 'requests make no sessions');
}
