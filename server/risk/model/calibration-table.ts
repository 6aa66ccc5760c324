import { wilson } from '../../kpi/statistics/wilson.js';
import type { Test } from './backtest.js';

/** Chances of a like size, and what came of those of whom they were said. */
export interface CalibrationGroup {
  low: number;
  high: number;
  predicted: number;
  observed: number;
  observedLow: number;
  observedHigh: number;
  scored: number;
  handoffs: number;
}

/** From so many scores on there are ten groups, below five. */
const MANY = 1000;

/** Groups of as many scores, the least chance first. The limits count handoffs, not scores: one that was scored three times is one. */
export function calibrationTable(tests: readonly Test[]): CalibrationGroup[] {
  const sorted = [...tests].sort((a, b) => a.chance - b.chance);
  const groups = sorted.length >= MANY ? 10 : 5;
  const cuts = Array.from({ length: groups + 1 }, (_, i) => Math.round((i * sorted.length) / groups));
  return cuts.slice(1).flatMap((end, i) => {
    const group = sorted.slice(cuts[i], end);
    return group.length > 0 ? [groupOf(group)] : [];
  });
}

function groupOf(group: readonly Test[]): CalibrationGroup {
  const churned = group.filter((test) => test.churned).length;
  const handoffs = new Set(group.map(({ handoff }) => handoff)).size;
  const limits = wilson((churned * handoffs) / group.length, handoffs);
  return {
    low: group[0]?.chance ?? 0,
    high: group.at(-1)?.chance ?? 0,
    predicted: group.reduce((sum, { chance }) => sum + chance, 0) / group.length,
    observed: churned / group.length,
    observedLow: limits.low,
    observedHigh: limits.high,
    scored: group.length,
    handoffs,
  };
}
