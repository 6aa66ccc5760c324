import type { Counts, Estimate, Kpi, OutcomeName, Reading } from './kpi.js';
import { shareEstimate } from './share-estimate.js';
import type { Incidence } from './statistics/incidence.js';
import type { TimeUntil } from './time-until.js';

/** Every handoff counts towards a time, however it ended, where its end is told of at all. */
export const readTime =
  (time: TimeUntil) =>
  (bin: number): Reading => {
    const [outcome, value] = [time.ending(bin), time.day(bin)];
    if (outcome === 'not told') return { member: false, outcome, value: null };
    return { member: true, outcome, value: value > time.horizon ? null : value };
  };

/** The outcome of handoffs that a time says nothing of. */
export const NOT_TOLD: OutcomeName = { outcome: 'not told', label: 'No source tells of it (not part of the number)' };

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** The curve ends before the day asked about, and not because everybody got there. */
const short = (curve: Incidence, day: number) => !curve.complete && curve.lastDay < day;

/** The step by which `p` got there. Where the curve never does, says how far it came instead of a number. */
export function quantileOf(time: TimeUntil, p: number): (counts: Counts) => Estimate {
  return (counts) => {
    const curve = time.curve(counts);
    const { day: value, low, high } = curve.quantile(p);
    const end = curve.at(time.horizon);
    const why = value === null && end ? `not reached: ${percent(end.share)} by ${time.step} ${end.day}` : null;
    return { value, low, high, why };
  };
}

/** The share who got there by `day`. Where nobody has been seen that long, what is known so far, and it says so. */
export function shareBy(time: TimeUntil, day: number): (counts: Counts) => Estimate {
  return (counts) => {
    const curve = time.curve(counts);
    const at = curve.at(day);
    if (!at) return { value: null, low: null, high: null, why: null };
    const why = short(curve, day) ? `so far: nobody has been seen beyond ${time.step} ${at.day}` : null;
    return { value: at.share, low: at.low, high: at.high, why };
  };
}

/** The share who were there when the deal was won: known at once, so of all. */
export const earlyShare =
  (time: TimeUntil) =>
  ({ all }: Counts): Estimate =>
    shareEstimate(time.early(all));

/** One point for each step, through the last anybody was seen. */
export function curveOf(time: TimeUntil): NonNullable<Kpi['curve']> {
  return (counts) => {
    const curve = time.curve(counts);
    const days = Math.min(time.horizon, curve.lastDay) + 1;
    return Array.from({ length: Math.max(0, days) }, (_, day) => curve.at(day)).flatMap((at) =>
      at ? [{ day: at.day, share: at.share, low: at.low, high: at.high, atRisk: at.atRisk }] : [],
    );
  };
}
