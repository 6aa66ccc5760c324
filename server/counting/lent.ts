import type { Columns } from '../handoff/column.js';
import type { Asking, Timed } from './current-reading.js';
import type { Failure } from './failure.js';

/** A reading as it crosses to another thread; its columns only where the other does not have them. */
export interface Lent {
  reading: Omit<Timed, 'snapshot'>;
  /** Numbers of the snapshot and of the line it is in. */
  snapshot: number;
  line: number;
  columns: Columns | null;
  /** What its ids are packed with. */
  sources: readonly string[];
}

/** What the borrower says. `known`: the numbers of the snapshots that it has of that workspace. */
export type Wanted = { id: number; asking: Asking; known: readonly number[] } | { prepared: number };

/** What the lender says. */
export type Given = { id: number; lent: Lent } | { id: number; failure: Failure } | { prepare: number; workspaceId: string; lent: Lent };
