import type { DataSource } from 'typeorm';
import { SourceError } from '../source/source-error.js';
import { Source as SourceRow } from '../warehouse/index.js';
import { LeaseLost } from './lease.js';

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

/** `stopped`: the run was told to end, and whatever was thrown is only how it ended. */
export function faultOf(error: unknown, { stopped }: { stopped: boolean }): Fault {
  if (error instanceof LeaseLost) return { kind: null, message: error.message, lasting: false, general: true };
  if (stopped) return { kind: null, message: STOPPED, lasting: false, general: true };
  if (error instanceof SourceError) {
    return { kind: error.kind, message: error.message, lasting: error.lasting, general: error.kind === 'credentials' };
  }
  return { kind: null, message: messageOf(error), lasting: false, general: false };
}

const STOPPED = 'The run was stopped before its end. The next one goes on from there.';
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Halts the schedule of a source on a lasting fault, and lets it go on once something was read without one. */
export async function noteFault(db: DataSource, row: SourceRow, { faults, read }: { faults: Fault[]; read: boolean }): Promise<void> {
  const lasting = faults.find((fault) => fault.lasting);
  if (!lasting && !read) return;
  await db.getRepository(SourceRow).update({ workspaceId: row.workspaceId, id: row.id }, { pausedReason: lasting?.message ?? null });
}
