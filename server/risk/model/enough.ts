import type { Design } from './design.js';

/** Handoffs with their whole window behind them, and of these those that left within it, from which on a chance can be learnt. */
export const ENOUGH = { mature: 200, churned: 40 } as const;

export interface Size {
  count: number;
  churned: number;
}

export const enough = ({ count, churned }: Size): boolean => count >= ENOUGH.mature && churned >= ENOUGH.churned && churned < count;

/** Handoffs, not looks. */
export function sizeOf({ handoff, churned }: Design): Size {
  const all = new Set(handoff);
  const left = new Set(handoff.filter((_, row) => churned[row] === 1));
  return { count: all.size, churned: left.size };
}
