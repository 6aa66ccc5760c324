import { chiSquareAbove } from './gamma.js';
import type { DayCounts } from './incidence.js';

/** Whether curves differ by more than chance; null p with fewer than two groups or nothing happened. */
export interface LogRank {
  chiSquare: number;
  df: number;
  p: number | null;
}

interface Sums {
  /** Observed minus expected events of each group. */
  excess: number[];
  covariance: number[][];
}

/** Log-rank test of the events of several groups; competing events count as the end of observation. Mantel 1966, as in R survival::survdiff. */
export function logRank(groups: readonly DayCounts[]): LogRank {
  const present = groups.filter((group) => size(group, 0) > 0);
  const df = present.length - 1;
  const sums = present.length > 1 ? accumulate(present) : null;
  const chiSquare = sums ? quadraticForm(sums.covariance, sums.excess.slice(0, df)) : null;
  return chiSquare === null ? { chiSquare: 0, df: Math.max(df, 0), p: null } : { chiSquare, df, p: chiSquareAbove(chiSquare, df) };
}

/** How many come to `day`. */
function size({ events, competing, censored }: DayCounts, day: number): number {
  let count = 0;
  for (let later = day; later < events.length; later++) count += (events[later] ?? 0) + (competing[later] ?? 0) + (censored[later] ?? 0);
  return count;
}

function accumulate(groups: readonly DayCounts[]): Sums {
  const df = groups.length - 1;
  const excess = groups.map(() => 0);
  const covariance = Array.from({ length: df }, () => new Array<number>(df).fill(0));
  const atRisk = groups.map((group) => size(group, 0));
  const days = Math.max(...groups.map((group) => group.events.length));
  for (let day = 0; day < days; day++) {
    addDay(
      { excess, covariance },
      atRisk,
      groups.map((group) => group.events[day] ?? 0),
    );
    groups.forEach((group, g) => {
      atRisk[g] = (atRisk[g] ?? 0) - (group.events[day] ?? 0) - (group.competing[day] ?? 0) - (group.censored[day] ?? 0);
    });
  }
  return { excess, covariance };
}

function addDay({ excess, covariance }: Sums, atRisk: number[], events: number[]): void {
  const n = atRisk.reduce((sum, count) => sum + count, 0);
  const d = events.reduce((sum, count) => sum + count, 0);
  if (d === 0) return;
  const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0;
  const share = (g: number) => (atRisk[g] ?? 0) / n;
  events.forEach((count, g) => {
    excess[g] = (excess[g] ?? 0) + count - d * share(g);
  });
  covariance.forEach((row, g) => {
    for (let h = 0; h < row.length; h++) row[h] = (row[h] ?? 0) + spread * share(g) * ((g === h ? 1 : 0) - share(h));
  });
}

/** x' A^-1 x by Cholesky's decomposition; null when A is singular. */
function quadraticForm(a: number[][], x: number[]): number | null {
  const rows: number[][] = [];
  const solved: number[] = [];
  for (let i = 0; i < x.length; i++) {
    const row: number[] = [];
    const dot = (other: number[], upTo: number) => row.slice(0, upTo).reduce((sum, value, k) => sum + value * (other[k] ?? 0), 0);
    for (let j = 0; j < i; j++) row.push(((a[i]?.[j] ?? 0) - dot(rows[j] ?? [], j)) / (rows[j]?.[j] ?? 1));
    const pivot = (a[i]?.[i] ?? 0) - dot(row, i);
    if (!(pivot > 1e-12)) return null;
    row.push(Math.sqrt(pivot));
    rows.push(row);
    solved.push(((x[i] ?? 0) - dot(solved, i)) / Math.sqrt(pivot));
  }
  return solved.reduce((sum, value) => sum + value * value, 0);
}
