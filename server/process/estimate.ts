import { weeklyHours } from '../definition/working-time.js';
import { DAY_SECONDS } from '../handoff/column.js';
import type { Counts, Estimate, Terms } from '../kpi/kpi.js';
import type { Measure } from '../kpi/kpi.schema.js';
import { measured } from '../kpi/measure.js';
import { type DayCounts, type Incidence, incidence } from '../kpi/statistics/incidence.js';
import { wilson } from '../kpi/statistics/wilson.js';
import type { Part } from './part.js';
import { SHARE_DAYS } from './step.js';

export const membersOf = ({ all, mature }: Counts) => ({ n: sum(all), mature: sum(mature) });

export const sum = (counts: Int32Array): number => counts.reduce((total, count) => total + count, 0);

/** Counts of one outcome, by value. */
export const ofOutcome = ({ span }: Part, { all }: Counts, outcome: number): Int32Array =>
  all.subarray(outcome * span, (outcome + 1) * span);

/** How many ended each way. */
export const outcomesOf = (part: Part, counts: Counts): { outcome: string; label: string; count: number }[] =>
  part.outcomes.map(({ outcome, label }, i) => ({ outcome, label, count: sum(ofOutcome(part, counts, i)) }));

/** The curve of one way to end, against others and against those still on their way. What takes longer than can be told apart was still on its way then. */
export function curveOf(part: Part, counts: Counts, ends: { event: number; waiting: number }): Incidence {
  const days: Record<keyof DayCounts, Int32Array> = {
    events: new Int32Array(part.span),
    competing: new Int32Array(part.span),
    censored: new Int32Array(part.span),
  };
  const last = part.span - 1;
  part.outcomes.forEach((_, outcome) => {
    const into = outcome === ends.event ? days.events : outcome === ends.waiting ? days.censored : days.competing;
    ofOutcome(part, counts, outcome).forEach((count, value) => {
      const to = value === last ? days.censored : into;
      to[value] = (to[value] ?? 0) + count;
    });
  });
  return incidence(days);
}

/** Units of a part to a day on the wall clock: of hours, as many as are worked on an average day. */
export function unitsPerDay({ unitSeconds }: Part, { time, definition: { definition } }: Terms): number {
  if (unitSeconds === DAY_SECONDS) return 1;
  return time === 'working' ? weeklyHours(definition.calendar) / 7 : DAY_SECONDS / unitSeconds;
}

/** The share who got there within ninety days of where they started. */
export function shareWithin(curve: Incidence, perDay: number): Estimate {
  const end = Math.round(SHARE_DAYS * perDay);
  const at = curve.at(end);
  if (!at) return { value: null, low: null, high: null, why: null };
  const short = !curve.complete && curve.lastDay < end;
  const why = short ? `so far: nobody has been seen beyond day ${Math.floor(at.day / perDay)}` : null;
  return { value: at.share, low: at.low, high: at.high, why };
}

/** The time by which `p` of all got there; where the curve never does, how far it came. */
export function timeTo(curve: Incidence, p: number, { span, perDay }: { span: number; perDay: number }): Estimate {
  const { day: value, low, high } = curve.quantile(p);
  if (value !== null) return { value, low, high, why: null };
  const at = curve.at(span - 2);
  return { value, low, high, why: at && `not reached: ${Math.round(at.share * 100)} % by day ${Math.floor(at.day / perDay)}` };
}

/** The middle, or any other quantile, of times that have all ended: nobody is on the way, so it is that of those counted and of nobody else. */
export function quantileOfEnded(counts: Int32Array, p: number, unitSeconds: number): Estimate {
  const none = new Int32Array(counts.length);
  const { day: value, low, high } = incidence({ events: counts, competing: none, censored: none }).quantile(p);
  const longest = counts.length - 2;
  if (value !== null && value > longest)
    return { value: null, low, high: null, why: `more than ${(longest * unitSeconds) / DAY_SECONDS} days` };
  return { value, low, high: high !== null && high > longest ? null : high, why: null };
}

/** Wilson. */
export function shareOf(x: number, rests: { n: number; mature: number }): Measure {
  const estimate =
    rests.n > 0 ? { value: x / rests.n, ...wilson(x, rests.n), why: null } : { value: null, low: null, high: null, why: null };
  return measured(estimate, rests);
}
