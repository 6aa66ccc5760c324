import type { Counts, Detail, Estimate, Kpi, Weights } from './kpi.js';
import type { Measure } from './kpi.schema.js';

/** Below this many handoffs there is no number: they are listed. */
export const FEW = 5;

/** Below this many the interval is to be read before the value. */
const MANY = 30;

interface Rests {
  n: number;
  mature: number;
}

/** The one way to a number that leaves: it knows what it rests on, and is null when that is too little. */
function measured(estimate: Estimate, { n, mature }: Rests): Measure {
  const { value, low, high, why } = estimate;
  if (n >= FEW) return { value, low, high, n, mature, wide: n < MANY, why };
  const few = n === 0 ? 'no handoffs to measure' : `${n} of the ${FEW} handoffs a number needs; see the list`;
  return { value: null, low: null, high: null, n, mature, wide: false, why: few };
}

export function measure(kpi: Kpi, counts: Counts): Measure {
  const member = (bin: number) => kpi.read(bin).member;
  return measured(kpi.estimate(counts), { n: total(counts.all, member), mature: total(counts.mature, member) });
}

export function measureDetail(kpi: Kpi, detail: Detail, counts: Counts & { weights: Weights | null }): Measure {
  const member = detail.member ?? (detail.observe ? () => true : (bin: number) => kpi.read(bin).member);
  return measured(detail.estimate(counts), { n: total(counts.all, member), mature: total(counts.mature, member) });
}

function total(bins: Int32Array, member: (bin: number) => boolean): number {
  let count = 0;
  for (let bin = 0; bin < bins.length; bin++) if (bins[bin] !== 0 && member(bin)) count += bins[bin] ?? 0;
  return count;
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
