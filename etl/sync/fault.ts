import type { DataSource } from 'typeorm';
import { SourceError } from '../source/source-error.js';
import type { Source as SourceRow } from '../warehouse/index.js';
import { RunCancelled } from './cancel.js';
import { LeaseLost } from './lease.js';
import { RunTooLong } from './run-end.js';

/** What went wrong in a run, in words for a person. */
export interface Fault {
  /** Kind of the SourceError; null for a fault of ours. */
  kind: string | null;
  message: string;
  /** Only a person can mend it: the schedule stops. */
  lasting: boolean;
  /** The other streams of the source would meet it too. */
  general: boolean;
}

/** `signal` aborted: the run was told to end, and whatever was thrown is only how it ended. */
export function faultOf(error: unknown, signal: AbortSignal | null): Fault {
  if (error instanceof LeaseLost) return ofTheRun(error.message);
  if (signal?.aborted) return ofTheRun(OWN_WORDS.some((kind) => signal.reason instanceof kind) ? messageOf(signal.reason) : STOPPED);
  if (error instanceof SourceError) {
    return { kind: error.kind, message: error.message, lasting: error.lasting, general: error.kind === 'credentials' };
  }
  return { kind: null, message: messageOf(error), lasting: false, general: false };
}

/** Settings or credentials that cannot even be opened stay wrong until somebody mends them. */
export const faultOfOpening = (error: unknown): Fault => ({
  ...faultOf(error, null),
  lasting: error instanceof SourceError,
  general: true,
});

const ofTheRun = (message: string): Fault => ({ kind: null, message, lasting: false, general: true });

/** Reasons for a run's end that say more than that it ended. */
const OWN_WORDS = [LeaseLost, RunCancelled, RunTooLong];

const STOPPED = 'The run was stopped before its end. The next one goes on from there.';
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/**
 * Halts the schedule of a source on a lasting fault, and lets it go on once something was read without one.
 * `credentials`: as they were used; a fault of credentials that somebody has replaced since is none any more.
 */
export async function noteFault(db: DataSource, row: SourceRow, noted: { faults: Fault[]; read: boolean; credentials: Buffer | null }) {
  const lasting = noted.faults.find((fault) => fault.lasting);
  if (!lasting && !noted.read) return;
  await db.query(
    `update source set paused_reason = $3 where workspace_id = $1 and id = $2 and ($3::text is null or credentials is not distinct from $4)`,
    [row.workspaceId, row.id, lasting?.message ?? null, noted.credentials],
  );
}
