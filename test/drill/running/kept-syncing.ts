import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Exercise, Rehearsal } from '../../../etl/sandbox/stand-in/exercise.js';
import { sealCredentials } from '../../../etl/sync/credentials.js';
import { Source } from '../../../etl/warehouse/index.js';
import { readKeys } from '../../../server/start/keys.js';
import { ask, type SignedInAt } from './signed-in.js';

export const SYNCED = 'vendor';
/** Milliseconds between looks whether a run has ended. */
const LOOK = 250;
/** Records that change between two runs. */
const CHANGED = 50;

/** A played vendor, connected to a workspace of a running server, that is read again as soon as it has been read. */
export class KeptSyncing {
  private going: Promise<void> | null = null;
  private ending = false;

  private constructor(
    private readonly db: DataSource,
    readonly rehearsal: Rehearsal,
    readonly workspaceId: string,
    /** What the server must be started with to read it. */
    readonly secret: string,
  ) {}

  static async connect(
    db: DataSource,
    exercise: Exercise,
    { workspaceId, records }: { workspaceId: string; records: number },
  ): Promise<KeptSyncing> {
    const rehearsal = await exercise.start({ records, now: () => new Date() });
    const secret = randomBytes(32).toString('hex');
    await connectVendor(db, { rehearsal, workspaceId, kind: exercise.kind, secret });
    return new KeptSyncing(db, rehearsal, workspaceId, secret);
  }

  begin(session: SignedInAt): void {
    this.going = this.goOn(session);
  }

  /** How many runs ended how, and what they read, in words. */
  async end(): Promise<string> {
    this.ending = true;
    await this.going;
    const rows: { outcome: string; runs: number; records: number }[] = await this.db.query(
      `select coalesce(outcome, 'running') as outcome, count(distinct sync_run.id)::int as runs, coalesce(sum(read_count), 0)::int as records
         from sync_run left join stream_run on stream_run.workspace_id = sync_run.workspace_id and stream_run.run_id = sync_run.id
        where sync_run.workspace_id = $1 group by 1 order by 1`,
      [this.workspaceId],
    );
    return rows.map(({ outcome, runs, records }) => `${runs} runs ${outcome} with ${records} records`).join(', ') || 'no run';
  }

  close(): Promise<void> {
    return this.rehearsal.close();
  }

  private async goOn(session: SignedInAt): Promise<void> {
    while (!this.ending) {
      await ask(session, `/api/source/${SYNCED}/sync`);
      while (!this.ending && (await isRunning(this.db, this.workspaceId))) await wait(LOOK);
      await this.rehearsal.change(this.rehearsal.ids().slice(0, CHANGED));
      await wait(LOOK);
    }
  }
}

interface Vendor {
  rehearsal: Pick<Rehearsal, 'settings' | 'credentials'>;
  workspaceId: string;
  kind: string;
  secret: string;
}

/** Connects it as an admin would, under the key that the server makes of its secret. */
export async function connectVendor(db: DataSource, { rehearsal, workspaceId, kind, secret }: Vendor): Promise<void> {
  const { secretKey: key } = await readKeys(tmpdir(), { secretKey: secret });
  const sealed = sealCredentials(rehearsal.credentials, { key, workspaceId, sourceId: SYNCED });
  const row = { workspaceId, id: SYNCED, kind, name: SYNCED, settings: rehearsal.settings, credentials: sealed };
  await db
    .getRepository(Source)
    .insert({ ...row, schedule: null, periodMinutes: null, pausedReason: null, createdAt: new Date() } as object);
}

export async function isRunning(db: DataSource, workspaceId: string): Promise<boolean> {
  const [row]: { running: boolean }[] = await db.query(
    `select exists (select from sync_run where workspace_id = $1 and ended_at is null) as running`,
    [workspaceId],
  );
  return row?.running ?? false;
}
