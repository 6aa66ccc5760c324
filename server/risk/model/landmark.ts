import { DAY_SECONDS, NEVER } from '../../handoff/column.js';
import type { Snapshot } from '../../handoff/snapshot.js';

/** Ages in days at which a handoff of the past is looked at, as the open ones are now. */
export const LANDMARKS = [1, 3, 7, 14, 21, 30, 45, 60] as const;

/** Seconds in which churn counts as by day `churnDays`: whole days are floored, so all of that day belongs to it. */
export const windowSeconds = (churnDays: number): number => (churnDays + 1) * DAY_SECONDS;

/** How a handoff stood at a moment and what became of it. Seconds since EPOCH. */
export interface Fate {
  /** The customer had not left. */
  there: boolean;
  noticed: boolean;
  /** Left by the end of the window, then or later. */
  churned: boolean;
}

export function fateOf({ columns }: Snapshot, row: number, { at, churnDays }: { at: number; churnDays: number }): Fate {
  const { won_at, churned_at, notice_at } = columns.moment;
  const churnedAt = churned_at[row] ?? NEVER;
  return {
    there: churnedAt > at,
    noticed: (notice_at[row] ?? NEVER) <= at,
    churned: churnedAt < (won_at[row] ?? NEVER) + windowSeconds(churnDays),
  };
}
