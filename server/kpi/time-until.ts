import type { WorkingTime } from '../definition/working-time.js';
import { type Columns, DAY_SECONDS, EPOCH, eachOf, MOMENT_LISTS, type Moment, type MomentList, NEVER } from '../handoff/column.js';
import type { Bins, Counts, Observation } from './kpi.js';
import { remembered } from './remembered.js';
import { momentAt } from './row-moment.js';
import { type DayCounts, type Incidence, incidence } from './statistics/incidence.js';
import type { Share } from './statistics/newcombe.js';
import { clockTold } from './told.js';
import { workedUntilWon } from './working-hours.js';

/** A moment of the handoff, or the list whose first counts. */
type Event = { moment: Moment } | { firstOf: MomentList };

/** 'early': it had come by the moment the deal was won. 'not told': no source tells of it, so nobody can be said to wait for it. */
export type Ending = 'waiting' | 'reached' | 'left first' | 'early' | 'not told';

const ENDINGS: readonly Ending[] = ['waiting', 'reached', 'left first'];
const [WAITING, REACHED, LEFT] = [0, 1, 2];

const STEP_SECONDS = { day: DAY_SECONDS, hour: 3600 };

/** The bins of a time in whole steps up to `horizon`, by ending; what takes longer shares one last step. Steps are called days, which most are. */
export interface TimeUntil extends Observation {
  step: 'day' | 'hour';
  horizon: number;
  ending(bin: number): Ending;
  /** Whole steps until the event, until the customer left, or waited so far; horizon + 1 stands for any longer time; 0 for what came early. */
  day(bin: number): number;
  days(bins: Int32Array | Float64Array): DayCounts;
  curve(counts: Counts): Incidence;
  /** Who got there within the horizon, of all: the share when everybody was seen that long. */
  share(bins: Int32Array): Share;
  /** Who was there when the deal was won, of all. */
  early(bins: Int32Array): Share;
}

interface Watch {
  competing?: Moment;
  horizon: number;
  step?: 'day' | 'hour';
  /** Whether what came by the won deal is told apart; it counts as step 0 either way. */
  early?: boolean;
  /** Whether handoffs do not count while no source tells of the event; then it is a moment. */
  told?: boolean;
  /** Whose hours count; those of the wall clock when null. */
  working?: WorkingTime | null;
}

/** Whole steps from the won deal until `event` when `competing` may come first; who has neither is censored when the data ends. On the same second the event comes first. */
export function timeUntil(
  event: Event,
  { competing, horizon, step = 'day', early = false, told = false, working = null }: Watch,
): TimeUntil {
  const span = horizon + 2;
  const endings = competing ? ENDINGS.length : LEFT;
  const earlyBin = early ? endings * span : -1;
  const counted = endings * span + Number(early);
  const countEarly = (bins: Int32Array | Float64Array) => (early ? (bins[earlyBin] ?? 0) : 0);
  return {
    step,
    horizon,
    bins: counted + Number(told),
    see(columns, until, into) {
      if (told && 'moment' in event && !clockTold(columns, { starts: 'won_at', stops: event.moment }, until)) {
        into.fill(counted);
        return;
      }
      const reached = momentsOf(columns, event);
      const look = { columns, until, reached, left: competing ? columns.moment[competing] : reached, span, earlyBin };
      if (working) seeWorking(look, working, into);
      else seeWall(look, STEP_SECONDS[step], into);
    },
    ending: (bin) => (bin === earlyBin ? 'early' : bin === counted ? 'not told' : (ENDINGS[Math.floor(bin / span)] ?? 'waiting')),
    day: (bin) => (bin === earlyBin ? 0 : bin % span),
    days: (bins) => dayCounts(bins, { span, endings, early: countEarly(bins) }),
    share: (bins) => ({
      x: total(bins.subarray(REACHED * span, (REACHED + 1) * span - 1)) + countEarly(bins),
      n: total(bins.subarray(0, counted)),
    }),
    early: (bins) => ({ x: countEarly(bins), n: total(bins.subarray(0, counted)) }),
    curve: remembered(({ all }: Counts) => incidence(dayCounts(all, { span, endings, early: countEarly(all) }))),
  };
}

/** Math.min of two is a call that the compiler takes apart; of more it is not. */
const lesser = (one: number, two: number): number => (one < two ? one : two);

interface Look {
  columns: Columns;
  until: number;
  reached: Int32Array;
  left: Int32Array;
  span: number;
  earlyBin: number;
}

function seeWall(look: Look, stepSeconds: number, into: Bins): void {
  const { columns, until, reached, left } = look;
  const won = columns.moment.won_at;
  for (let row = 0; row < columns.count; row++) {
    const start = momentAt(won, row);
    const end = lesser(until, lesser(momentAt(reached, row), momentAt(left, row)));
    const steps = end <= start ? 0 : ((end - start) / stepSeconds) | 0;
    into[row] = binOf(look, row, { start, end, steps });
  }
}

function seeWorking(look: Look, working: WorkingTime, into: Bins): void {
  const { columns, until, reached, left } = look;
  const won = columns.moment.won_at;
  const before = workedUntilWon(columns, working);
  const workedUntil = working.until(EPOCH + until);
  for (let row = 0; row < columns.count; row++) {
    const end = lesser(until, lesser(momentAt(reached, row), momentAt(left, row)));
    const worked = (end === until ? workedUntil : working.until(EPOCH + end)) - (before[row] ?? 0);
    into[row] = binOf(look, row, { start: momentAt(won, row), end, steps: worked > 0 ? (worked / 3600) | 0 : 0 });
  }
}

function binOf(
  { reached, left, span, earlyBin }: Look,
  row: number,
  { start, end, steps }: { start: number; end: number; steps: number },
): number {
  if (momentAt(reached, row) !== end) return (momentAt(left, row) === end ? LEFT : WAITING) * span + lesser(steps, span - 1);
  return earlyBin >= 0 && end <= start ? earlyBin : REACHED * span + lesser(steps, span - 1);
}

function total(values: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return sum;
}

/** Days between two moments in seconds, begun ones not counted; 0 when the second comes first. */
export const wholeDays = (from: number, to: number): number => (to <= from ? 0 : ((to - from) / DAY_SECONDS) | 0);

const momentsOf = (columns: Columns, event: Event) => ('moment' in event ? columns.moment[event.moment] : FIRSTS[event.firstOf](columns));

/** The first of a list at or after the won deal. */
function firstOf({ moment, list, count }: Columns, name: MomentList): Int32Array {
  const { offsets, values } = list[name];
  const firsts = new Int32Array(count).fill(NEVER);
  for (let row = 0; row < count; row++) {
    const won = moment.won_at[row] ?? 0;
    let i = offsets[row] ?? 0;
    const end = offsets[row + 1] ?? 0;
    while (i < end && (values[i] ?? NEVER) < won) i++;
    if (i < end) firsts[row] = values[i] ?? NEVER;
  }
  return firsts;
}

/** The same for every question about the same columns. */
const FIRSTS = eachOf(MOMENT_LISTS, (name) => remembered((columns: Columns) => firstOf(columns, name)));

/** Whatever comes after the horizon was still waiting at it. */
function dayCounts(bins: Int32Array | Float64Array, { span, endings, early }: { span: number; endings: number; early: number }): DayCounts {
  const of = (ending: number) => (ending < endings ? bins.slice(ending * span, (ending + 1) * span) : new Float64Array(span));
  const counts = { censored: of(WAITING), events: of(REACHED), competing: of(LEFT) };
  const last = span - 1;
  counts.censored[last] = (counts.censored[last] ?? 0) + (counts.events[last] ?? 0) + (counts.competing[last] ?? 0);
  counts.events[last] = 0;
  counts.competing[last] = 0;
  counts.events[0] = (counts.events[0] ?? 0) + early;
  return counts;
}
