import type { Moment } from '../handoff/column.js';
import { bySegment, segmentCodes } from './by-segment.js';
import type { Observation } from './kpi.js';
import { type TimeUntil, timeUntil } from './time-until.js';

/** A time whose bins also tell the segments apart, each with its own target. */
export interface SegmentTime extends Observation {
  /** Of one stratum. */
  time: TimeUntil;
  strata: readonly { segment: string; day: number }[];
  stratum(bin: number): number;
  /** The bin within its stratum. */
  inner(bin: number): number;
  of(bins: Int32Array, stratum: number): Int32Array;
  /** All strata together. */
  pooled(bins: Int32Array): Int32Array;
  /** Handoffs of a stratum that were there by a day. */
  within(bins: Int32Array, by: { stratum: number; day: number }): number;
}

/** Days from the won deal, leaving competing, by segment. A segment without a target of its own is among the standard ones. */
export function segmentTime(
  event: { moment: Moment },
  { targets, horizon }: { targets: Readonly<Record<string, number>>; horizon: number },
): SegmentTime {
  const strata = Object.entries(targets).map(([segment, hours]) => ({ segment, day: Math.floor(hours / 24) }));
  const time = timeUntil(event, {
    competing: 'churned_at',
    horizon: Math.max(horizon, ...strata.map(({ day }) => day)),
    early: true,
    told: true,
  });
  const { bins } = time;
  const offsets = { standard: 0, ...Object.fromEntries(strata.map(({ segment }, stratum) => [segment, stratum * bins])) };
  const of = (all: Int32Array, stratum: number) => all.subarray(stratum * bins, (stratum + 1) * bins);
  return {
    time,
    strata,
    bins: bins * strata.length,
    see(columns, until, into) {
      time.see(columns, until, into);
      const [codes, offset] = [segmentCodes(columns), Int32Array.from(bySegment(columns, offsets))];
      for (let row = 0; row < columns.count; row++) into[row] = (into[row] ?? 0) + (offset[codes[row] ?? 0] ?? 0);
    },
    stratum: (bin) => Math.floor(bin / bins),
    inner: (bin) => bin % bins,
    of,
    pooled: (all) =>
      Int32Array.from({ length: bins }, (_, bin) => strata.reduce((sum, __, stratum) => sum + (all[stratum * bins + bin] ?? 0), 0)),
    within(all, { stratum, day }) {
      const { events } = time.days(of(all, stratum));
      let count = 0;
      for (let i = 0; i <= day; i++) count += events[i] ?? 0;
      return count;
    },
  };
}
