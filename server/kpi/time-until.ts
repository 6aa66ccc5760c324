import { type Columns, type Moment, type MomentList, NEVER } from '../handoff/column.js';
import type { Counts, Estimate, Observation, Reading } from './kpi.js';
import { type DayCounts, type Incidence, incidence } from './statistics/incidence.js';

export const DAY_SECONDS = 86_400;

/** A moment of the handoff, or the list whose first counts. */
type Event = { moment: Moment } | { firstOf: MomentList };

export type Ending = 'waiting' | 'reached' | 'left first';

const ENDINGS: readonly Ending[] = ['waiting', 'reached', 'left first'];

/** The bins of a time in whole days up to `horizon`, by ending; what takes longer shares one last day. */
export interface TimeUntil extends Observation {
  horizon: number;
  ending(bin: number): Ending;
  /** Whole days until the event, until the customer left, or waited so far; horizon + 1 stands for any longer time. */
  day(bin: number): number;
  days(bins: ArrayLike<number>): DayCounts;
}

/** Whole days from the won deal until `event` when `competing` may come first; who has neither is censored when the data ends. */
export function timeUntil(event: Event, { competing, horizon }: { competing?: Moment; horizon: number }): TimeUntil {
  const span = horizon + 2;
  return {
    horizon,
    bins: ENDINGS.length * span,
    of({ columns }, until) {
      const won = columns.moment.won_at;
      const reached = 'moment' in event ? columns.moment[event.moment] : firstOf(columns, event.firstOf);
      const left = competing ? columns.moment[competing] : reached;
      return (row) => {
        const ended = endOf(reached[row] ?? NEVER, left[row] ?? NEVER, until);
        const day = Math.max(0, Math.floor((ended.at - (won[row] ?? 0)) / DAY_SECONDS));
        return ended.ending * span + Math.min(day, horizon + 1);
      };
    },
    ending: (bin) => ENDINGS[Math.floor(bin / span)] ?? 'waiting',
    day: (bin) => bin % span,
    days: (bins) => dayCounts(bins, span),
  };
}

/** On the same second the event comes before what competes with it. */
function endOf(reachedAt: number, leftAt: number, until: number): { ending: number; at: number } {
  if (reachedAt <= until && reachedAt <= leftAt) return { ending: 1, at: reachedAt };
  return leftAt <= until ? { ending: 2, at: leftAt } : { ending: 0, at: until };
}

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

/** Whatever comes after the horizon was still waiting at it. */
function dayCounts(bins: ArrayLike<number>, span: number): DayCounts {
  const [waiting, reached, left] = ENDINGS.map((_, ending) =>
    Float64Array.from({ length: span }, (_, day) => bins[ending * span + day] ?? 0),
  );
  if (!waiting || !reached || !left) throw new Error('a time has three endings');
  const last = span - 1;
  waiting[last] = (waiting[last] ?? 0) + (reached[last] ?? 0) + (left[last] ?? 0);
  reached[last] = 0;
  left[last] = 0;
  return { censored: waiting, events: reached, competing: left };
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
  return ({ all }) => {
    const curve = incidence(time.days(all));
    const { day: value, low, high } = curve.quantile(p);
    const end = curve.at(time.horizon);
    const why = value === null && end ? `not reached: ${percent(end.share)} by day ${end.day}` : null;
    return { value, low, high, why };
  };
}

/** The share who got there by `day`. Where nobody has been seen that long, what is known so far, and it says so. */
export function shareBy(time: TimeUntil, day: number): (counts: Counts) => Estimate {
  return ({ all }) => {
    const curve = incidence(time.days(all));
    const at = curve.at(day);
    if (!at) return { value: null, low: null, high: null, why: null };
    const why = short(curve, day) ? `so far: nobody has been seen beyond day ${at.day}` : null;
    return { value: at.share, low: at.low, high: at.high, why };
  };
}

/** One point for each day, through the last day anybody was seen. */
export function curveOf(time: TimeUntil): (counts: Counts) => { day: number; share: number; low: number; high: number; atRisk: number }[] {
  return ({ all }) => {
    const curve = incidence(time.days(all));
    const days = Math.min(time.horizon, curve.lastDay) + 1;
    return Array.from({ length: Math.max(0, days) }, (_, day) => curve.at(day)).flatMap((at) =>
      at ? [{ day: at.day, share: at.share, low: at.low, high: at.high, atRisk: at.atRisk }] : [],
    );
  };
}
