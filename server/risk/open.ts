import { DAY_SECONDS, NEVER } from '../handoff/column.js';
import type { Snapshot } from '../handoff/snapshot.js';

/**
 * Open handoffs are looked at for half a year. Whoever reached nothing by then is a question of churn, and a list that
 * keeps them for ever buries those that can still be helped.
 */
export const LOOKED_AT_DAYS = 180;

/** First second in which a handoff can have been won that is looked at. */
export const wonSince = (until: number): number => until - LOOKED_AT_DAYS * DAY_SECONDS;

/** The customer is still here, and onboarding or first value is still to come. */
export function isOpen({ columns }: Snapshot, row: number, until: number): boolean {
  const { won_at, churned_at, onboarding_completed_at, first_value_at } = columns.moment;
  if ((won_at[row] ?? NEVER) > until || (churned_at[row] ?? NEVER) <= until) return false;
  return (onboarding_completed_at[row] ?? NEVER) > until || (first_value_at[row] ?? NEVER) > until;
}
