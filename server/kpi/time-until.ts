import { type Columns, DAY_SECONDS, eachOf, MOMENT_LISTS, type Moment, type MomentList, NEVER } from '../handoff/column.js';
import type { Counts, Estimate, Observation, Reading } from './kpi.js';
import { remembered } from './remembered.js';
import { type DayCounts, type Incidence, incidence } from './statistics/incidence.js';

/** A moment of the handoff, or the list whose first counts. */
type Event = { moment: Moment } | { firstOf: MomentList };

export type Ending = 'waiting' | 'reached' | 'left first';

const ENDINGS: readonly Ending[] = ['waiting', 'reached', 'left first'];
const [WAITING, REACHED, LEFT] = [0, 1, 2];

/** The bins of a time in whole days up to `horizon`, by ending; what takes longer shares one last day. */
export interface TimeUntil extends Observation {
  horizon: number;
  ending(bin: number): Ending;
  /** Whole days until the event, until the customer left, or waited so far; horizon + 1 stands for any longer time. */
  day(bin: number): number;
  days(bins: Int32Array | Float64Array): DayCounts;
  curve(counts: Counts): Incidence;
  /** Who got there within the horizon, of all: the share when everybody was seen that long. */
  share(bins: Int32Array): { x: number; n: number };
}

/** Whole days from the won deal until `event` when `competing` may come first; who has neither is censored when the data ends. On the same second the event comes first. */
export function timeUntil(event: Event, { competing, horizon }: { competing?: Moment; horizon: number }): TimeUntil {
  const span = horizon + 2;
  return {
    horizon,
    bins: ENDINGS.length * span,
    see(columns, until, into) {
      const won = columns.moment.won_at;
      const reached = momentsOf(columns, event);
      const left = competing ? columns.moment[competing] : reached;
      for (let row = 0; row < columns.count; row++) {
        const reachedAt = reached[row] ?? NEVER;
        const leftAt = left[row] ?? NEVER;
        const end = lesser(until, lesser(reachedAt, leftAt));
        const ending = reachedAt === end ? REACHED : leftAt === end ? LEFT : WAITING;
        into[row] = ending * span + lesser(wholeDays(won[row] ?? 0, end), horizon + 1);
      }
    },
    ending: (bin) => ENDINGS[Math.floor(bin / span)] ?? 'waiting',
    day: (bin) => bin % span,
    days: (bins) => dayCounts(bins, span),
    share: (bins) => ({ x: total(bins.subarray(REACHED * span, (REACHED + 1) * span - 1)), n: total(bins) }),
    curve: remembered(({ all }: Counts) => incidence(dayCounts(all, span))),
  };
}

/** Math.min of two is a call that the compiler takes apart; of more it is not. */
const lesser = (one: number, two: number): number => (one < two ? one : two);

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
function dayCounts(bins: Int32Array | Float64Array, span: number): DayCounts {
  const of = (ending: number) => bins.slice(ending * span, (ending + 1) * span);
  const counts = { censored: of(WAITING), events: of(REACHED), competing: of(LEFT) };
  const last = span - 1;
  counts.censored[last] = ENDINGS.reduce((sum, _, ending) => sum + (bins[ending * span + last] ?? 0), 0);
  counts.events[last] = 0;
  counts.competing[last] = 0;
  return counts;
}

/** Every handoff counts towards a time, however it ended. */
export const readTime =
  (time: TimeUntil) =>
  (bin: number): Reading => ({ member: true, outcome: time.ending(bin), value: time.day(bin) > time.horizon ? null : time.day(bin) });

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** The curve ends before the day asked about, and not because everybody got there. */
const short = (curve: Incidence, day: number) => !curve.complete && curve.lastDay < day;

/** The day by which `p` got there. Where the curve never does, says how far it came instead of a number. */
export function quantileOf(time: TimeUntil, p: number): (counts: Counts) => Estimate {
  return (counts) => {
    const curve = time.curve(counts);
    const { day: value, low, high } = curve.quantile(p);
    const end = curve.at(time.horizon);
    const why = value === null && end ? `not reached: ${percent(end.share)} by day ${end.day}` : null;
    return { value, low, high, why };
  };
}

/** The share who got there by `day`. Where nobody has been seen that long, what is known so far, and it says so. */
export function shareBy(time: TimeUntil, day: number): (counts: Counts) => Estimate {
  return (counts) => {
    const curve = time.curve(counts);
    const at = curve.at(day);
    if (!at) return { value: null, low: null, high: null, why: null };
    const why = short(curve, day) ? `so far: nobody has been seen beyond day ${at.day}` : null;
    return { value: at.share, low: at.low, high: at.high, why };
  };
}

/** One point for each day, through the last day anybody was seen. */
export function curveOf(time: TimeUntil): (counts: Counts) => { day: number; share: number; low: number; high: number; atRisk: number }[] {
  return (counts) => {
    const curve = time.curve(counts);
    const days = Math.min(time.horizon, curve.lastDay) + 1;
    return Array.from({ length: Math.max(0, days) }, (_, day) => curve.at(day)).flatMap((at) =>
      at ? [{ day: at.day, share: at.share, low: at.low, high: at.high, atRisk: at.atRisk }] : [],
    );
  };
}
