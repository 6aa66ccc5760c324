import type { Estimate } from '../kpi/kpi.js';
import type { Measure } from '../kpi/kpi.schema.js';
import { measureDifference, measured } from '../kpi/measure.js';
import { type DayCounts, type Incidence, incidence } from '../kpi/statistics/incidence.js';
import { incidenceDifference } from '../kpi/statistics/incidence-difference.js';
import { logRank } from '../kpi/statistics/log-rank.js';
import { quantileDifference } from '../kpi/statistics/quantile-difference.js';
import { isOpen, type Place, rowsOf, type Sided, timeTo } from './sides.js';

/** What goes with a factor: the same number for those with it and those without, and the difference. */
export interface Association {
  yes: Measure;
  no: Measure;
  difference: number | null;
  low: number | null;
  high: number | null;
  p: number | null;
}

/** Times longer than this are watched no further. */
const LONGEST = 365;

interface Side {
  days: Record<keyof DayCounts, Int32Array>;
  n: number;
  /** Those seen through the day asked about, or until it was over for them. */
  mature: number;
}

type Both = { yes: Side; no: Side };

const empty = (): Int32Array => new Int32Array(LONGEST + 2);
const side = (): Side => ({ days: { events: empty(), competing: empty(), censored: empty() }, n: 0, mature: 0 });

/** Everything a factor is judged by, from one look at each handoff of the period. */
export interface Seen {
  places: Record<Place, number>;
  churn: Both;
  value: Both;
}

export function seenOf(sided: Sided, day: number): Seen {
  const seen: Seen = {
    places: { yes: 0, no: 0, unknown: 0, 'left before': 0, 'too young': 0 },
    churn: { yes: side(), no: side() },
    value: { yes: side(), no: side() },
  };
  const seenThrough = day - sided.settledDay;
  for (const row of rowsOf(sided.question)) {
    const place = sided.placeOf?.(row) ?? 'unknown';
    seen.places[place]++;
    if (place !== 'yes' && place !== 'no') continue;
    add(seen.churn[place], timeTo(sided, 'churn', row), seenThrough);
    if (isOpen(sided, 'value', row)) add(seen.value[place], timeTo(sided, 'value', row), seenThrough);
  }
  return seen;
}

/** Difference in the share gone by `day` from the won deal, of those still there on the settled day. */
export function churnBy({ settledDay }: Sided, both: Both, day: number): Association {
  const rest = day - settledDay;
  const curves = curvesOf(both);
  const [yes, no] = [measuredBy(both.yes, curves.yes, rest), measuredBy(both.no, curves.no, rest)];
  const difference = measureDifference(yes, no, incidenceDifference(curves.yes, curves.no, rest));
  return { yes, no, ...(difference ?? NO_DIFFERENCE) };
}

/** Difference of the median days from the won deal to first value, of those without it on the settled day; p is that of the log-rank test. */
export function medianValue({ settledDay }: Sided, both: Both): Association {
  const curves = curvesOf(both);
  const [yes, no] = [measuredMedian(both.yes, curves.yes, settledDay), measuredMedian(both.no, curves.no, settledDay)];
  const between = quantileDifference(curves.yes, curves.no, 0.5);
  const { p } = logRank([both.yes.days, both.no.days]);
  const difference = measureDifference(yes, no, between && { ...between, p: p ?? 1 });
  return { yes, no, ...(difference ?? NO_DIFFERENCE) };
}

const NO_DIFFERENCE = { difference: null, low: null, high: null, p: null };

const curvesOf = ({ yes, no }: Both): { yes: Incidence; no: Incidence } => ({ yes: incidence(yes.days), no: incidence(no.days) });

function add(side: Side, { days, as }: ReturnType<typeof timeTo>, seenThrough: number): void {
  const [day, kind] = days > LONGEST ? [LONGEST + 1, 'censored' as const] : [days, as];
  side.days[kind][day] = (side.days[kind][day] ?? 0) + 1;
  side.n++;
  if (as !== 'censored' || days >= seenThrough) side.mature++;
}

function measuredBy(side: Side, curve: Incidence, day: number): Measure {
  const at = curve.at(day);
  const short = at !== null && !curve.complete && curve.lastDay < day;
  const why = short ? `so far: nobody has been seen ${day} days on` : null;
  return measured(at ? { value: at.share, low: at.low, high: at.high, why } : NOBODY, side);
}

function measuredMedian(side: Side, curve: Incidence, settledDay: number): Measure {
  const { day, low, high } = curve.quantile(0.5);
  const fromWon = (days: number | null) => (days === null ? null : days + settledDay);
  const why = day === null ? 'not reached: fewer than half have first value' : null;
  return measured({ value: fromWon(day), low: fromWon(low), high: fromWon(high), why }, side);
}

const NOBODY: Estimate = { value: null, low: null, high: null, why: null };
