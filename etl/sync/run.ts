import type { DataSource } from 'typeorm';
import { deriveHandoffs } from '../handoff/derive.js';
import type { Source } from '../source/source.js';
import { Source as SourceRow, type StreamRun } from '../warehouse/index.js';
import { crashPoint } from './crash-point.js';
import { openCredentials, sealCredentials } from './credentials.js';
import { type Fault, faultOf, noteFault } from './fault.js';
import { type Lease, takeLease } from './lease.js';
import { openSource } from './open-source.js';
import { type Reading, readStream } from './read-stream.js';
import { refreshStatistics } from './refresh-statistics.js';
import { newStreamRun, saveStreamRun } from './stream-run.js';

export interface Progress {
  stream: string;
  readCount: number;
  expectedCount: number | null;
  writtenCount: number;
  rejectedCount: number;
  done: boolean;
}

export interface RunOutcome {
  runId: string;
  outcome: 'succeeded' | 'partial' | 'failed';
  streams: StreamRun[];
  error: string | null;
  changedHandoffs: number;
}

export interface RunOptions {
  workspaceId: string;
  sourceId: string;
  trigger: 'first' | 'schedule' | 'hand' | 'import';
  /** 32 bytes. */
  secretKey: Buffer;
  now?: () => Date;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/** Reads one source on from where it stopped, then derives. Throws RunInProgress when another worker holds the lease. */
export async function runSync(db: DataSource, options: RunOptions): Promise<RunOutcome> {
  const now = options.now ?? (() => new Date());
  const { workspaceId, sourceId } = options;
  const row = await db.getRepository(SourceRow).findOneBy({ workspaceId, id: sourceId });
  if (!row) throw new Error(`There is no source ${sourceId}. Connect it first.`);
  const lease = await takeLease(db, { workspaceId, sourceId, trigger: options.trigger, at: now() });
  return runUnder(db, lease, { ...options, now, row });
}

interface Run extends RunOptions {
  now: () => Date;
  row: SourceRow;
}

async function runUnder(db: DataSource, lease: Lease, run: Run): Promise<RunOutcome> {
  const streams: StreamRun[] = [];
  const faults: Fault[] = [];
  let changedHandoffs = 0;
  try {
    const source = openSource(run.row, credentialsOf(run), {
      now: run.now,
      keepCredentials: (credentials) => keepCredentials(db, run, credentials),
    });
    const signal = AbortSignal.any([lease.lost, ...(run.signal ? [run.signal] : [])]);
    faults.push(...(await readStreams(db, source, { lease, run, signal, streams })));
    await refreshStatistics(db, total(streams));
    if (!signal.aborted) changedHandoffs = await derive(db, run.workspaceId);
  } catch (error) {
    faults.push(faultOf(error, { stopped: false }));
  }
  const [first = null] = faults;
  const outcome = outcomeOf(streams, faults);
  try {
    await noteFault(db, run.row, { faults, read: streams.some(({ error }) => error === null) });
  } finally {
    await lease.end({ at: run.now(), outcome, errorKind: first?.kind ?? null, error: first?.message ?? null });
  }
  return { runId: lease.runId, outcome, streams, error: first?.message ?? null, changedHandoffs };
}

const total = (streams: StreamRun[]) => streams.reduce((sum, { writtenCount }) => sum + writtenCount, 0);

function outcomeOf(streams: StreamRun[], faults: Fault[]): RunOutcome['outcome'] {
  if (faults.length === 0) return 'succeeded';
  return streams.some(({ error, endedAt }) => error === null && endedAt !== null) ? 'partial' : 'failed';
}

const credentialsOf = ({ row, secretKey, workspaceId, sourceId }: Run): unknown =>
  row.credentials === null ? null : openCredentials(row.credentials, { key: secretKey, workspaceId, sourceId });

/** A vendor that replaces a token at each use must find the newest one here, whatever becomes of this run. */
async function keepCredentials(db: DataSource, { secretKey, workspaceId, sourceId }: Run, credentials: unknown): Promise<void> {
  const sealed = sealCredentials(credentials, { key: secretKey, workspaceId, sourceId });
  await db.query('update source set credentials = $3 where workspace_id = $1 and id = $2', [workspaceId, sourceId, sealed]);
}

interface Under {
  lease: Lease;
  run: Run;
  signal: AbortSignal;
  /** Filled as they are read. */
  streams: StreamRun[];
}

/** A broken stream does not stop the others, unless its fault is theirs too. */
async function readStreams(db: DataSource, source: Source, { lease, run, signal, streams }: Under): Promise<Fault[]> {
  const { workspaceId, sourceId, now } = run;
  const reading: Reading = { workspaceId, sourceId, runId: lease.runId, now, signal, onPage: (stream) => report(run, stream) };
  const faults: Fault[] = [];
  for (const stream of source.streams) {
    const streamRun = newStreamRun({ workspaceId, runId: lease.runId, stream: stream.name, at: now() });
    streams.push(streamRun);
    await saveStreamRun(db.manager, streamRun);
    const fault = await readStream(db, stream, streamRun, reading).then(
      () => null,
      (error: unknown) => faultOf(error, { stopped: signal.aborted }),
    );
    if (fault) faults.push(fault);
    Object.assign(streamRun, { endedAt: now(), error: fault?.message ?? null });
    await saveStreamRun(db.manager, streamRun);
    report(run, streamRun);
    if (fault?.general) break;
  }
  return faults;
}

function report({ onProgress }: Run, { stream, readCount, expectedCount, writtenCount, rejectedCount, endedAt }: StreamRun): void {
  onProgress?.({ stream, readCount, expectedCount, writtenCount, rejectedCount, done: endedAt !== null });
}

async function derive(db: DataSource, workspaceId: string): Promise<number> {
  crashPoint('before derive');
  const derived = deriveHandoffs(db, workspaceId);
  setImmediate(() => crashPoint('in derive'));
  return (await derived).changed;
}
