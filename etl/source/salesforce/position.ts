import type { Position } from '../source.js';

/** Where a stream stands. Every change stamped before `since` has been read, or is in the bulk job still being read. */
export interface SalesforcePosition extends Position {
  phase: 'bulk' | 'changes';
  /** The last stamp read, by Salesforce's clock, or the moment before which the job saw everything; null before anything was read. */
  since: number | null;
  /** The bulk job and where in its results to go on; null outside of one, and at its beginning. */
  job: string | null;
  locator: string | null;
  /** Up to when deletions are known. */
  deletedUntil: number;
  /** Which fields were asked for. */
  asked: string;
}
