import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { RunCancelled } from './cancel.js';
import { RunInProgress } from './run-in-progress.js';

const BEAT_MILLISECONDS = 10_000;
const INSIST_MILLISECONDS = [100, 500, 1_000, 2_000, 4_000, 8_000];

/** The right of one run to read one source. */
export interface Lease {
  runId: string;
  /** Aborted with LeaseLost when another worker took over, with RunCancelled when somebody asked the run to stop. */
  over: AbortSignal;
  end(ending: RunEnding): Promise<void>;
}

export interface RunEnding {
  at: Date;
  outcome: 'succeeded' | 'partial' | 'failed' | 'cancelled';
  errorKind: string | null;
  error: string | null;
}

/** Thrown in the transaction of a page when the run was taken over in the meantime: the page is not written. */
export class LeaseLost extends Error {
  constructor() {
    super('Another worker took this run over because its heart had not beaten for a minute.');
    this.name = 'LeaseLost';
  }
}

interface Wanted {
  workspaceId: string;
  sourceId: string;
  trigger: string;
  at: Date;
}

/**
 * Opens a run, taking over one whose heart has not beaten for 60 s. Beats by the clock of Postgres, which all
 * workers share. Throws RunInProgress when a run with a beating heart is open.
 */
export async function takeLease(db: DataSource, wanted: Wanted): Promise<Lease> {
  const runId = randomUUID();
  await db.transaction((tx) => openRun(tx, runId, wanted));
  const over = new AbortController();
  const beat = setInterval(() => {
    beatOnce(db, wanted.workspaceId, runId).then(
      (why) => why && over.abort(why),
      // A database that is away now may be back at the next beat; a page cannot be written without the lease anyway.
      () => {},
    );
  }, BEAT_MILLISECONDS);
  beat.unref();
  return {
    runId,
    over: over.signal,
    async end(ending) {
      clearInterval(beat);
      await insistently(() =>
        db.query(
          `update sync_run set ended_at = $3, outcome = $4, error_kind = $5, error = $6
          where workspace_id = $1 and id = $2 and ended_at is null`,
          [wanted.workspaceId, runId, ending.at, ending.outcome, ending.errorKind, ending.error],
        ),
      );
    },
  };
}

/** Tries again after each of the waits: a run that a fault of Postgres ended would else be held for a minute after Postgres is back. */
async function insistently(note: () => Promise<unknown>): Promise<void> {
  for (const milliseconds of INSIST_MILLISECONDS) {
    try {
      return void (await note());
    } catch {
      await wait(milliseconds);
    }
  }
  await note();
}

async function openRun(tx: EntityManager, runId: string, { workspaceId, sourceId, trigger, at }: Wanted): Promise<void> {
  await tx.query(
    `update sync_run set ended_at = $3, outcome = 'taken over'
    where workspace_id = $1 and source_id = $2 and ended_at is null and heartbeat_at < now() - interval '60 seconds'`,
    [workspaceId, sourceId, at],
  );
  const opened: unknown[] = await tx.query(
    `insert into sync_run (workspace_id, id, source_id, trigger, started_at, heartbeat_at) values ($1, $2, $3, $4, $5, now())
    on conflict (workspace_id, source_id) where ended_at is null do nothing returning id`,
    [workspaceId, runId, sourceId, trigger, at],
  );
  if (opened.length > 0) return;
  const [open]: { id: string }[] = await tx.query(
    `select id from sync_run where workspace_id = $1 and source_id = $2 and ended_at is null`,
    [workspaceId, sourceId],
  );
  throw new RunInProgress(sourceId, open?.id ?? null);
}

/** Why the run is to end; null while it may go on. */
async function beatOnce(db: DataSource, workspaceId: string, runId: string): Promise<Error | null> {
  const [[open]]: [{ cancel_asked_at: Date | null }[], number] = await db.query(
    `update sync_run set heartbeat_at = now() where workspace_id = $1 and id = $2 and ended_at is null returning cancel_asked_at`,
    [workspaceId, runId],
  );
  if (!open) return new LeaseLost();
  return open.cancel_asked_at === null ? null : new RunCancelled();
}

/** Keeps others from taking the run over until this transaction ends. Throws LeaseLost when they already did. */
export async function holdLease(tx: EntityManager, workspaceId: string, runId: string): Promise<void> {
  const held: unknown[] = await tx.query(`select 1 from sync_run where workspace_id = $1 and id = $2 and ended_at is null for share`, [
    workspaceId,
    runId,
  ]);
  if (held.length === 0) throw new LeaseLost();
}
