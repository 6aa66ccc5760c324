import { type Change, type Counts, type Estimate, NOTHING } from './kpi.js';
import { remembered } from './remembered.js';
import { type Clusters, clusteredShare } from './statistics/clustered-share.js';
import { xmrLimits } from './statistics/control-limits.js';
import { type Bounded, difference } from './statistics/mover.js';

/** Earlier periods a usual range needs. */
const BASELINE = 6;

/** What one handoff of a bin adds: `m` of `d`; null when it adds nothing. */
export type Part = (bin: number) => { m: number; d: number } | null;

/** Sums over the handoffs of these bins. */
export function clustersOf(bins: Int32Array, part: Part): Clusters {
  const sums: Clusters = { n: 0, m: 0, d: 0, mm: 0, md: 0, dd: 0 };
  for (let bin = 0; bin < bins.length; bin++) {
    const count = bins[bin] ?? 0;
    const one = count > 0 ? part(bin) : null;
    if (!one) continue;
    sums.n += count;
    sums.m += count * one.m;
    sums.d += count * one.d;
    sums.mm += count * one.m * one.m;
    sums.md += count * one.m * one.d;
    sums.dd += count * one.d * one.d;
  }
  return sums;
}

/** All `m` over all `d`, times `scale`. */
export function clusteredEstimate(part: Part, scale = 1): (counts: Counts) => Estimate {
  return ({ all }) => {
    const got = clusteredShare(clustersOf(all, part));
    return got ? { value: got.share * scale, low: got.low * scale, high: got.high * scale, why: null } : NOTHING;
  };
}

/** XmR limits, and the difference from the limits of both sides. */
export function clusteredChange(part: Part, scale = 1): Change {
  const clusters = remembered(({ mature }: Counts) => clustersOf(mature, part));
  const value = (counts: Counts) => clusteredShare(clusters(counts))?.share ?? null;
  return {
    limits(earlier) {
      const past = earlier.flatMap((counts) => value(counts) ?? []);
      const limits = past.length < BASELINE ? null : xmrLimits(past.map((share) => share * scale));
      return limits && { ...limits, high: limits.high !== null && limits.high < scale ? limits.high : null };
    },
    difference(now, before) {
      const [one, two] = [clusters(now), clusters(before)];
      if (one.d === 0 || two.d === 0) return null;
      const { difference: by, low, high, p } = difference(boundedOf(one), boundedOf(two));
      return { difference: by * scale, low: low && low * scale, high: high && high * scale, p };
    },
    quotients: () => ({
      kind: 'mean',
      name: null,
      scale,
      of(counts) {
        const { m, d } = clusters(counts);
        return { sum: m, over: d };
      },
      bounded: (counts) => boundedOf(clusters(counts)),
    }),
  };
}

/** One handoff alone has a value, of which nothing more is known. */
function boundedOf(clusters: Clusters): Bounded {
  const got = clusteredShare(clusters);
  return {
    value: got?.share ?? clusters.m / clusters.d,
    limits: (z) => clusteredShare(clusters, z) ?? { low: null, high: null },
  };
}
