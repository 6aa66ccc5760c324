import type { Interval } from './interval.js';
import { Z95 } from './normal.js';
import { wilson } from './wilson.js';

/** How many reached the event, a competing event, or the end of observation on each day; on one day events come before censorings. */
export interface DayCounts {
  events: ArrayLike<number>;
  competing: ArrayLike<number>;
  censored: ArrayLike<number>;
}

/** The curve on one day. Limits are 95 %. */
export interface IncidencePoint extends Interval {
  day: number;
  share: number;
  /** Marubini-Valsecchi; Greenwood when nothing competes. */
  se: number;
  /** How many had come to this day without event or censoring. */
  atRisk: number;
}

/** The first day at which the curve reaches p, and at which its upper and lower limits do; null where they never do. */
export interface Quantile {
  day: number | null;
  low: number | null;
  high: number | null;
}

export interface Incidence {
  n: number;
  events: number;
  /** The last day anybody was seen; -1 when there is nobody. The curve claims nothing after it. */
  lastDay: number;
  /** Nobody is left waiting at the end, so the curve stays as it is on every later day. */
  complete: boolean;
  /** The curve on `day`; where that lies after the last day, as of the last day. Null when there is nobody. Limits are 95 % unless another `z` is given. */
  at(day: number, z?: number): IncidencePoint | null;
  quantile(p: number, z?: number): Quantile;
}

/** The days on which the curve may rise, and how it stands on each; columns, because many curves are made for one answer. */
interface Steps {
  count: number;
  day: Int32Array;
  share: Float64Array;
  se: Float64Array;
}

interface Curve {
  steps: Steps;
  atRisk: Float64Array;
  events: number;
}

/** Slack for a share that reaches p but for its last digit. */
const SLACK = 1e-12;

/**
 * Cumulative incidence of the event when others compete with it (Aalen and Johansen 1978; equals 1 - Kaplan-Meier when nothing does).
 * Standard error: Marubini and Valsecchi 1995, eq. 10.12. Limits: log(-log); where these do not exist (0 or 1), Wilson of those behind it.
 */
export function incidence(counts: DayCounts): Incidence {
  const atRisk = remaining(counts);
  const steps = climb(counts, atRisk);
  const lastDay = atRisk.findLastIndex((count) => count > 0);
  const events = total(counts.events);
  return {
    n: atRisk[0] ?? 0,
    events,
    lastDay,
    complete: lastDay >= 0 && atRisk[lastDay] === (counts.events[lastDay] ?? 0) + (counts.competing[lastDay] ?? 0),
    at: (day, z = Z95) => pointAt({ steps, atRisk, events }, Math.min(day, lastDay), z),
    quantile: (p, z = Z95) => quantile({ steps, atRisk, events }, p, z),
  };
}

function total(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let day = 0; day < counts.length; day++) sum += counts[day] ?? 0;
  return sum;
}

/** How many come to each day. */
function remaining({ events, competing, censored }: DayCounts): Float64Array {
  const atRisk = new Float64Array(events.length);
  for (let day = events.length - 1, count = 0; day >= 0; day--) {
    count += (events[day] ?? 0) + (competing[day] ?? 0) + (censored[day] ?? 0);
    atRisk[day] = count;
  }
  return atRisk;
}

/**
 * The days on which anything but a censoring happened. The three sums of Marubini and Valsecchi are opened,
 * so that each step adds to them instead of starting again.
 */
function climb({ events, competing }: DayCounts, atRisk: Float64Array): Steps {
  const days = atRisk.length;
  const steps = { count: 0, day: new Int32Array(days), share: new Float64Array(days), se: new Float64Array(days) };
  let [survival, share, a0, a1, a2, b, c0, c1] = [1, 0, 0, 0, 0, 0, 0, 0];
  for (let day = 0; day < atRisk.length; day++) {
    const d1 = events[day] ?? 0;
    const d = d1 + (competing[day] ?? 0);
    if (d === 0) continue;
    const n = atRisk[day] ?? 0;
    share += (survival * d1) / n;
    const a = n > d ? d / (n * (n - d)) : 0;
    const c = (survival * d1) / (n * n);
    a0 += a;
    a1 += share * a;
    a2 += share * share * a;
    b += (survival * survival * d1 * (n - d1)) / (n * n * n);
    c0 += c;
    c1 += share * c;
    const variance = share * share * a0 - 2 * share * a1 + a2 + b - 2 * (share * c0 - c1);
    survival *= 1 - d / n;
    steps.day[steps.count] = day;
    steps.share[steps.count] = share;
    steps.se[steps.count] = Math.sqrt(Math.max(0, variance));
    steps.count++;
  }
  return steps;
}

/** log(-log) limits of a share on the scale of those who have not reached it; null where they do not exist. */
export function logLogLimits(share: number, se: number, z = Z95): Interval | null {
  const rest = 1 - share;
  if (share <= SLACK || rest <= SLACK) return null;
  const theta = (z * se) / (rest * Math.log(rest));
  const [one, two] = [1 - rest ** Math.exp(-theta), 1 - rest ** Math.exp(theta)];
  return { low: Math.min(one, two), high: Math.max(one, two) };
}

/** With nobody or everybody there, log(-log) says nothing: as Wilson would of those behind it. */
function edgeLimits(share: number, { events, atRisk }: { events: number; atRisk: number }, z: number): Interval {
  return share <= SLACK ? wilson(0, atRisk, z) : wilson(events, events, z);
}

function pointAt({ steps, atRisk, events }: Curve, day: number, z: number): IncidencePoint | null {
  const waiting = atRisk[day];
  if (waiting === undefined) return null;
  const step = stepsThrough(steps, day) - 1;
  const [share, se] = [steps.share[step] ?? 0, steps.se[step] ?? 0];
  return { day, share, se, atRisk: waiting, ...(logLogLimits(share, se, z) ?? edgeLimits(share, { events, atRisk: waiting }, z)) };
}

/** How many steps lie on or before `day`. */
function stepsThrough(steps: Steps, day: number): number {
  let [low, high] = [0, steps.count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps.day[middle] ?? day) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function quantile({ steps, events }: Curve, p: number, z: number): Quantile {
  const { count, share, se } = steps;
  // Where everybody got there the limits are those of all who did.
  const limits = (step: number) =>
    logLogLimits(share[step] ?? 0, se[step] ?? 0, z) ?? ((share[step] ?? 0) > 1 - SLACK ? wilson(events, events, z) : null);
  const first = (from: number, reaches: (step: number) => boolean) => {
    for (let step = from; step < count; step++) if (reaches(step)) return step;
    return count;
  };
  const dayOf = (step: number) => (step < count ? (steps.day[step] ?? null) : null);
  const reached = first(0, (step) => (share[step] ?? 0) >= p - SLACK);
  const low = first(0, (step) => (limits(step)?.high ?? 0) >= p - SLACK);
  // The lower limit lies below the curve, so it is not there before the curve is.
  const high = first(reached, (step) => (limits(step)?.low ?? 0) >= p - SLACK);
  return { day: dayOf(reached), low: dayOf(low), high: dayOf(high) };
}
