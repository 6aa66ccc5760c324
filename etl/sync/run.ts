import type { DataSource } from 'typeorm';
import { deriveHandoffs } from '../handoff/derive.js';
import type { Source } from '../source/source.js';
import { type SecretKey, Source as SourceRow, type StreamRun } from '../warehouse/index.js';
import { RunCancelled } from './cancel.js';
import { crashPoint } from './crash-point.js';
import { openCredentials } from './credentials.js';
import { type Fault, faultOf, faultOfOpening, noteFault } from './fault.js';
import { type Keeper, keeperOf } from './keep-credentials.js';
import { type Lease, takeLease } from './lease.js';
import { openSource } from './open-source.js';
import { refreshStatistics } from './refresh-statistics.js';
import { type RunEnd, runEnd } from './run-end.js';
import { type Progress, readStreams } from './run-streams.js';

export type { Progress } from './run-streams.js';

export interface RunOutcome {
  runId: string;
  outcome: 'succeeded' | 'partial' | 'failed' | 'cancelled';
  streams: StreamRun[];
  error: string | null;
  changedHandoffs: number;
}

export interface RunOptions {
  workspaceId: string;
  sourceId: string;
  trigger: 'first' | 'schedule' | 'hand' | 'webhook' | 'import';
  /** 32 bytes. */
  secretKey: SecretKey;
  now?: () => Date;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
  /** The longest it may take; 12 hours unless said. */
  mostHours?: number;
}

/** Reads one source on from where it stopped, then derives. Throws RunInProgress when another worker holds the lease. */
export async function runSync(db: DataSource, options: RunOptions): Promise<RunOutcome> {
  const now = options.now ?? (() => new Date());
  const { workspaceId, sourceId } = options;
  const row = await db.getRepository(SourceRow).findOneBy({ workspaceId, id: sourceId });
  if (!row) throw new Error(`There is no source ${sourceId}. Connect it first.`);
  const lease = await takeLease(db, { workspaceId, sourceId, trigger: options.trigger, at: now() });
  const end = runEnd([lease.over, ...(options.signal ? [options.signal] : [])], options.mostHours);
  const keeper = keeperOf(db, row, options.secretKey);
  try {
    return await runUnder({ ...options, db, now, row, lease, end, keeper });
  } finally {
    end.clear();
  }
}

interface Run extends RunOptions {
  db: DataSource;
  now: () => Date;
  row: SourceRow;
  lease: Lease;
  end: RunEnd;
  keeper: Keeper;
}

async function runUnder(run: Run): Promise<RunOutcome> {
  const { db, row, lease, keeper } = run;
  const streams: StreamRun[] = [];
  const read = await readAll(run, streams);
  const outcome = outcomeOf(streams, read.faults, run.end.signal);
  const [first = null] = read.faults;
  try {
    await noteFault(db, row, { ...read, read: streams.some(({ error }) => error === null), credentials: keeper.sealed() });
  } finally {
    await lease.end({ at: run.now(), outcome, errorKind: first?.kind ?? null, error: first?.message ?? null });
  }
  return { runId: lease.runId, outcome, streams, error: first?.message ?? null, changedHandoffs: read.changedHandoffs };
}

async function readAll(run: Run, streams: StreamRun[]): Promise<{ faults: Fault[]; changedHandoffs: number }> {
  const opened = openRow(run);
  if ('fault' in opened) return { faults: [opened.fault], changedHandoffs: 0 };
  const { source } = opened;
  const faults: Fault[] = [];
  try {
    faults.push(...(await readStreams(source, streams, { ...run, runId: run.lease.runId })));
    await refreshStatistics(run.db, total(streams));
    if (!run.end.signal.aborted) return { faults, changedHandoffs: await derive(run) };
  } catch (error) {
    faults.push(faultOf(error, null));
  } finally {
    // What was read is written; a pool or a process that does not end well is not worth a failed run.
    await source.close?.().catch(() => {});
  }
  return { faults, changedHandoffs: 0 };
}

function openRow({ row, secretKey, workspaceId, sourceId, now, keeper }: Run): { source: Source } | { fault: Fault } {
  try {
    const credentials = row.credentials === null ? null : openCredentials(row.credentials, { key: secretKey, workspaceId, sourceId });
    return { source: openSource(row, credentials, { now, keepCredentials: keeper.keep }) };
  } catch (error) {
    return { fault: faultOfOpening(error) };
  }
}

const total = (streams: StreamRun[]) => streams.reduce((sum, { writtenCount, goneCount }) => sum + writtenCount + goneCount, 0);

function outcomeOf(streams: StreamRun[], faults: Fault[], { aborted, reason }: AbortSignal): RunOutcome['outcome'] {
  if (faults.length === 0) return 'succeeded';
  if (aborted && reason instanceof RunCancelled) return 'cancelled';
  return streams.some(({ error, endedAt }) => error === null && endedAt !== null) ? 'partial' : 'failed';
}

async function derive({ db, workspaceId, now, trigger }: Run): Promise<number> {
  crashPoint('before derive');
  const derived = deriveHandoffs(db, workspaceId, { at: now(), bySync: trigger !== 'import' });
  setImmediate(() => crashPoint('in derive'));
  return (await derived).changed;
}
