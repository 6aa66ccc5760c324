import type { Counts, Kpi } from './kpi.js';
import type { KpiAnswer } from './kpi.schema.js';
import { measure, measureDifference } from './measure.js';
import { benjaminiHochberg } from './statistics/benjamini-hochberg.js';

type Apart = NonNullable<NonNullable<KpiAnswer['breakdown']>[number]['apart']>;

const ALPHA = 0.05;

/**
 * Each group against all others together, over their mature handoffs, p adjusted over the groups: of fifty people who are all alike two or three
 * would otherwise stand out. In the order given.
 */
export function apartOf(kpi: Kpi, groups: readonly Counts[]): Apart[] {
  const whole = merged(groups);
  const differences = groups.map((group) => {
    const [own, rest] = [matureOnly(group.mature), matureOnly(whole.map((count, bin) => count - (group.mature[bin] ?? 0)))];
    const [one, two] = [measure(kpi, own), measure(kpi, rest)];
    return measureDifference(one, two, one.value === null || two.value === null ? null : kpi.change.difference(own, rest));
  });
  const adjusted = benjaminiHochberg(differences.flatMap((one) => one?.p ?? []));
  let next = 0;
  return differences.map((one) => {
    if (!one) return { difference: null, low: null, high: null, p: null, clear: false, words: 'too few mature handoffs to tell apart' };
    const p = adjusted[next++] ?? one.p;
    return {
      ...one,
      p,
      clear: p < ALPHA,
      words: p < ALPHA ? `${one.difference > 0 ? 'higher' : 'lower'} than the others` : 'not clearly apart',
    };
  });
}

const matureOnly = (bins: Int32Array): Counts => ({ all: bins, mature: bins });

function merged(groups: readonly Counts[]): Int32Array {
  const sum = new Int32Array(groups[0]?.mature.length ?? 0);
  for (const { mature } of groups) for (let bin = 0; bin < sum.length; bin++) sum[bin] = (sum[bin] ?? 0) + (mature[bin] ?? 0);
  return sum;
}
