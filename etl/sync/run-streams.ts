import type { DataSource } from 'typeorm';
import type { Source } from '../source/source.js';
import { erasedFrom, type SecretKey, type StreamRun } from '../warehouse/index.js';
import { cancelAsked, RunCancelled } from './cancel.js';
import { type Fault, faultOf } from './fault.js';
import { passOf, type Reading } from './pass.js';
import { namedStreams, readNamed } from './read-named.js';
import { readStream } from './read-stream.js';
import type { RunEnd } from './run-end.js';
import { newStreamRun, saveStreamRun } from './stream-run.js';
import { queuedIds } from './webhook-queue.js';

export interface Progress {
  stream: string;
  readCount: number;
  expectedCount: number | null;
  writtenCount: number;
  rejectedCount: number;
  done: boolean;
}

interface StreamsOfRun {
  db: DataSource;
  workspaceId: string;
  sourceId: string;
  runId: string;
  /** 'webhook' reads only what is queued. */
  trigger: string;
  secretKey: SecretKey;
  now: () => Date;
  end: RunEnd;
  onProgress?: (progress: Progress) => void;
}

/** Reads every stream, filling `streams`. A broken one does not stop the others, unless its fault is theirs too. */
export async function readStreams(source: Source, streams: StreamRun[], run: StreamsOfRun): Promise<Fault[]> {
  const faults: Fault[] = [];
  const queue = run.trigger === 'webhook' ? await queuedIds(run.db, run) : null;
  const erased = await erasedFrom(run.db, run.workspaceId, run.secretKey);
  for (const stream of queue ? namedStreams(source.streams, queue) : source.streams) {
    const streamRun = newStreamRun({ workspaceId: run.workspaceId, runId: run.runId, stream: stream.name, at: run.now() });
    streams.push(streamRun);
    await saveStreamRun(run.db.manager, streamRun);
    const reading = { ...readingOf(run), erased };
    const read = queue
      ? readNamed(passOf(run.db, stream, { run: streamRun, reading }), queue)
      : readStream(run.db, stream, streamRun, reading);
    const fault = await read.then(
      () => null,
      (error: unknown) => faultOf(error, run.end.signal),
    );
    if (fault) faults.push(fault);
    Object.assign(streamRun, { endedAt: run.now(), error: fault?.message ?? null, note: stream.leftOut?.() ?? null });
    await saveStreamRun(run.db.manager, streamRun);
    report(run, streamRun);
    if (fault?.general) break;
  }
  return faults;
}

const readingOf = (run: StreamsOfRun): Reading => ({
  workspaceId: run.workspaceId,
  sourceId: run.sourceId,
  runId: run.runId,
  now: run.now,
  signal: run.end.signal,
  async onPage(stream) {
    report(run, stream);
    if (await cancelAsked(run.db, run.workspaceId, run.runId)) run.end.end(new RunCancelled());
  },
});

function report({ onProgress }: StreamsOfRun, run: StreamRun): void {
  const { stream, readCount, expectedCount, writtenCount, rejectedCount, endedAt } = run;
  onProgress?.({ stream, readCount, expectedCount, writtenCount, rejectedCount, done: endedAt !== null });
}
