import type { WorkingTime } from '../definition/working-time.js';
import { type Columns, EPOCH, type Moment } from '../handoff/column.js';
import { bySegment, segmentCodes } from './by-segment.js';
import type { Bins } from './kpi.js';
import { endOf, momentAt } from './row-moment.js';
import { workedUntilWon } from './working-hours.js';

/** What a verdict is added to a code as. */
export const MET = 1;
export const MISSED = 2;

/** One clock of every handoff as of a moment. */
export interface Watched {
  columns: Columns;
  until: number;
  /** What the verdict is worth in the code. */
  power: number;
  /** Hours by segment. */
  targets: Readonly<Record<string, number>> & { standard: number };
}

/** Seconds by code of the segment. */
export const secondsOf = ({ columns, targets }: Watched): Float64Array =>
  Float64Array.from(bySegment(columns, targets), (hours) => hours * 3600);

interface Span {
  starts: Moment;
  stops: Moment;
  working: WorkingTime | null;
}

/** Adds the verdict on a clock to each code. It stops when it is told to, or when the customer leaves; a customer who left in time was not let down. */
export function judgeClock(into: Bins, watched: Watched, { starts, stops, working }: Span): void {
  const { moment } = watched.columns;
  const look: Look = { ...watched, start: moment[starts], stop: moment[stops], left: moment.churned_at, target: secondsOf(watched) };
  if (working === null) judgeWall(into, look);
  else judgeWorking(into, look, { working, before: starts === 'won_at' ? workedUntilWon(watched.columns, working) : null });
}

interface Look extends Watched {
  start: Int32Array;
  stop: Int32Array;
  left: Int32Array;
  target: Float64Array;
}

function judgeWall(into: Bins, look: Look): void {
  const { columns, until, power, start, stop, target } = look;
  const codes = segmentCodes(columns);
  for (let row = 0; row < columns.count; row++) {
    const startedAt = momentAt(start, row);
    if (startedAt > until) continue;
    const seconds = endOf(row, look) - startedAt;
    const verdict = seconds > (target[codes[row] ?? 0] ?? 0) ? MISSED : momentAt(stop, row) <= until ? MET : 0;
    into[row] = (into[row] ?? 0) + verdict * power;
  }
}

function judgeWorking(into: Bins, look: Look, { working, before }: { working: WorkingTime; before: Float64Array | null }): void {
  const { columns, until, power, start, stop, target } = look;
  const codes = segmentCodes(columns);
  const workedUntil = working.until(EPOCH + until);
  for (let row = 0; row < columns.count; row++) {
    const startedAt = momentAt(start, row);
    if (startedAt > until) continue;
    const end = endOf(row, look);
    const seconds = (end === until ? workedUntil : working.until(EPOCH + end)) - (before?.[row] ?? working.until(EPOCH + startedAt));
    const verdict = seconds > (target[codes[row] ?? 0] ?? 0) ? MISSED : momentAt(stop, row) <= until ? MET : 0;
    into[row] = (into[row] ?? 0) + verdict * power;
  }
}
