import type { EntityManager } from 'typeorm';
import { StreamRun } from '../warehouse/index.js';

/** A stream that is about to be read in a run. */
export function newStreamRun({
  workspaceId,
  runId,
  stream,
  at,
}: {
  workspaceId: string;
  runId: string;
  stream: string;
  at: Date;
}): StreamRun {
  return Object.assign(new StreamRun(), {
    workspaceId,
    runId,
    stream,
    startedAt: at,
    endedAt: null,
    expectedCount: null,
    readCount: 0,
    writtenCount: 0,
    rejectedCount: 0,
    goneCount: 0,
    error: null,
    standingExpectedCount: null,
    standingStoredCount: null,
    standingCountedAt: null,
  });
}

/** Writes the counts as they stand. */
export async function saveStreamRun(tx: EntityManager, run: StreamRun): Promise<void> {
  await tx.query(
    `insert into stream_run (workspace_id, run_id, stream, started_at, ended_at, expected_count, read_count, written_count, rejected_count,
      gone_count, error, standing_expected_count, standing_stored_count, standing_counted_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    on conflict (workspace_id, run_id, stream) do update set ended_at = excluded.ended_at, expected_count = excluded.expected_count,
      read_count = excluded.read_count, written_count = excluded.written_count, rejected_count = excluded.rejected_count,
      gone_count = excluded.gone_count, error = excluded.error, standing_expected_count = excluded.standing_expected_count,
      standing_stored_count = excluded.standing_stored_count, standing_counted_at = excluded.standing_counted_at`,
    [
      run.workspaceId,
      run.runId,
      run.stream,
      run.startedAt,
      run.endedAt,
      run.expectedCount,
      run.readCount,
      run.writtenCount,
      run.rejectedCount,
      run.goneCount,
      run.error,
      run.standingExpectedCount,
      run.standingStoredCount,
      run.standingCountedAt,
    ],
  );
}
