import type { DataSource } from 'typeorm';

/** Why a run ended: somebody asked it to. */
export class RunCancelled extends Error {
  constructor() {
    super('The run was cancelled. What it had read is kept, and the next one goes on from there.');
    this.name = 'RunCancelled';
  }
}

/** Asks the run that reads a source to stop, whichever replica it is on; it does so at its next page, or within ten seconds. False when none is open. */
export async function askCancel(db: DataSource, { workspaceId, sourceId, at }: { workspaceId: string; sourceId: string; at: Date }) {
  const [open]: [{ id: string }[], number] = await db.query(
    `update sync_run set cancel_asked_at = coalesce(cancel_asked_at, $3)
    where workspace_id = $1 and source_id = $2 and ended_at is null returning id`,
    [workspaceId, sourceId, at],
  );
  return open.length > 0;
}

/** Whether somebody did. */
export async function cancelAsked(db: DataSource, workspaceId: string, runId: string): Promise<boolean> {
  const [run]: { asked: boolean }[] = await db.query(
    `select cancel_asked_at is not null as asked from sync_run where workspace_id = $1 and id = $2`,
    [workspaceId, runId],
  );
  return run?.asked ?? false;
}
