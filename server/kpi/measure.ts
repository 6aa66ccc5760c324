import { type Counts, type Detail, type Difference, type Estimate, type Kpi, NOTHING, type Quotients, type Weights } from './kpi.js';
import type { KpiAnswer, Measure } from './kpi.schema.js';
import { remembered } from './remembered.js';
import { Z95 } from './statistics/normal.js';

/** Below this many handoffs there is no number: they are listed. */
export const FEW = 5;

/** Below this many the interval is to be read before the value. */
const MANY = 30;

interface Rests {
  n: number;
  mature: number;
}

/** The one way to a number that leaves: it knows what it rests on, and is null when that is too little. Only here is a `Measure` made. */
export function measured(estimate: Estimate, { n, mature }: Rests): Measure {
  const { value, low, high, why } = estimate;
  if (n >= FEW) return { value, low, high, n, mature, wide: value !== null && n < MANY, why } as Measure;
  const few = n === 0 ? 'no handoffs to measure' : `${n} of the ${FEW} handoffs a number needs; see the list`;
  return { value: null, low: null, high: null, n, mature, wide: false, why: few } as Measure;
}

export function measure(kpi: Kpi, counts: Counts): Measure {
  return measured(kpi.estimate(counts), sizeOf(counts, membersOf(kpi)));
}

export function measureDetail(kpi: Kpi, detail: Detail, counts: Counts & { weights: Weights | null }): Measure {
  return measured(detail.estimate(counts), sizeOf(counts, membersOfDetail(kpi)(detail)));
}

/** A KPI as the quotient of its mature handoffs: what is taken apart into groups and held against chance. In the unit of the KPI. */
export function measureQuotient(kpi: Kpi, quotients: Quotients, { mature }: Counts): Measure {
  const quotient = quotients.of({ all: mature, mature });
  const rests = sizeOf({ all: mature, mature }, membersOf(kpi));
  if (!(quotient.over > 0)) return measured(NOTHING, rests);
  const { value, limits } = quotients.bounded({ all: mature, mature });
  const { low, high } = limits(Z95);
  const { scale } = quotients;
  return measured({ value: value * scale, low: low && low * scale, high: high && high * scale, why: null }, rests);
}

/** A difference leaves only beside two measures that have a value. */
export function measureDifference(one: Measure, two: Measure, difference: Difference | null): Difference | null {
  return one.value === null || two.value === null ? null : difference;
}

/** A curve is as many numbers as it has days: null where a number would be, and for a KPI that is not a time. */
export function measureCurve(kpi: Kpi, counts: Counts): KpiAnswer['curve'] {
  if (!kpi.curve) return null;
  return sizeOf(counts, membersOf(kpi)).n < FEW ? [] : [...kpi.curve(counts)];
}

/** 1 for each bin whose handoffs count. */
const flags = (bins: number, member: (bin: number) => boolean) => Uint8Array.from({ length: bins }, (_, bin) => Number(member(bin)));

const membersOf = remembered((kpi: Kpi) => flags(kpi.observe.bins, (bin) => kpi.read(bin).member));

/** Those of the KPI, unless the detail observes for itself or says otherwise. */
const membersOfDetail = remembered((kpi: Kpi) =>
  remembered(({ member, observe }: Detail) => {
    if (!member && !observe) return membersOf(kpi);
    return flags((observe ?? kpi.observe).bins, member ?? (() => true));
  }),
);

function sizeOf({ all, mature }: Counts, members: Uint8Array): Rests {
  const rests = { n: 0, mature: 0 };
  for (let bin = 0; bin < members.length; bin++) {
    if (members[bin] === 0) continue;
    rests.n += all[bin] ?? 0;
    rests.mature += mature[bin] ?? 0;
  }
  return rests;
}

/** How many handoffs ended each way, the members and those beside them. */
export function outcomes(kpi: Kpi, { all }: Counts): { outcome: string; label: string; count: number }[] {
  const counts = new Map<string, number>();
  for (let bin = 0; bin < all.length; bin++) {
    const count = all[bin] ?? 0;
    if (count === 0) continue;
    const { outcome } = kpi.read(bin);
    counts.set(outcome, (counts.get(outcome) ?? 0) + count);
  }
  return kpi.outcomes.map(({ outcome, label }) => ({ outcome, label, count: counts.get(outcome) ?? 0 }));
}
