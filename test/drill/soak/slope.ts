/** A rise that a few odd readings do not change. */
export interface Slope {
  /** Per hour. */
  slope: number;
  /** Its 95 % limits. */
  low: number;
  high: number;
}

const Z_95 = 1.96;

/**
 * The median of the slopes between all pairs of readings, and the limits that Kendall's tau gives it: Sen (1968),
 * "Estimates of the regression coefficient based on Kendall's tau". Throws with fewer than three readings. Readings that hang
 * together, as those of memory do, make the limits a little too narrow.
 */
export function theilSen(points: readonly { at: number; value: number }[]): Slope {
  const n = points.length;
  if (n < 3) throw new Error('too few readings for a slope: soak for longer');
  const slopes = points.flatMap((one, i) => points.slice(i + 1).map((other) => (3600 * (other.value - one.value)) / (other.at - one.at)));
  slopes.sort((a, b) => a - b);
  const half = (Z_95 * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18)) / 2;
  const middle = slopes.length / 2;
  const ranked = (rank: number) => slopes[Math.min(slopes.length - 1, Math.max(0, rank))] ?? 0;
  return { slope: medianOf(slopes), low: ranked(Math.round(middle - half) - 1), high: ranked(Math.round(middle + half)) };
}

/** Of what is in order. */
function medianOf(ordered: readonly number[]): number {
  const middle = ordered.length / 2;
  return ((ordered[Math.ceil(middle) - 1] ?? 0) + (ordered[Math.floor(middle)] ?? 0)) / 2;
}
