import type { DataSource } from 'typeorm';
import type { Stream } from '../source/source.js';
import { type SecretKey, Source as SourceRow, type StreamRun } from '../warehouse/index.js';
import type { StreamKey } from './cursor.js';
import { faultOf } from './fault.js';
import { takeLease } from './lease.js';
import { openMapped } from './open-mapped.js';
import type { ReadPage } from './page-record.js';
import { refreshStatistics } from './refresh-statistics.js';
import { storedPages, waitingPages } from './stored-page.js';
import { newStreamRun, saveStreamRun } from './stream-run.js';
import { writePage } from './write-page.js';

export interface Remapping {
  workspaceId: string;
  sourceId: string;
  /** 32 bytes; needed when the source has credentials. */
  secretKey?: SecretKey;
  /** Of the source, with the new mapping; storing them is the caller's. */
  settings: Record<string, unknown>;
  now?: () => Date;
  signal?: AbortSignal;
  /** Called after every page with the counts so far. */
  onProgress?: (run: StreamRun) => void;
}

export interface Remapped {
  runId: string;
  /** What was read again, written and set aside, by stream. */
  streams: StreamRun[];
}

/**
 * Reads every stored record again under new settings, without asking the vendor, and writes the facts that differ;
 * what they cannot read is set aside with its reason and keeps the facts it had. Under the source's lease: throws
 * RunInProgress while it is being read. After a crash or an abort the same call ends with the same rows. Handoffs are
 * not derived here.
 */
export async function remap(db: DataSource, wanted: Remapping): Promise<Remapped> {
  const { workspaceId, sourceId, now = () => new Date() } = wanted;
  const row = await db.getRepository(SourceRow).findOneBy({ workspaceId, id: sourceId });
  if (!row) throw new Error(`There is no source ${sourceId}. Connect it first.`);
  const source = openMapped(row, { settings: wanted.settings, secretKey: wanted.secretKey, now });
  try {
    const lease = await takeLease(db, { workspaceId, sourceId, trigger: 'mapping', at: now() });
    const signal = AbortSignal.any([lease.over, ...(wanted.signal ? [wanted.signal] : [])]);
    const remapped: Remapped = { runId: lease.runId, streams: [] };
    const ended = await remapStreams(db, source.streams, { ...wanted, now, signal, remapped }).then(
      () => ({ outcome: 'succeeded', errorKind: null, error: null }) as const,
      (cause: unknown) => ({ outcome: 'failed', errorKind: null, error: faultOf(cause, signal).message, cause }) as const,
    );
    const { outcome, errorKind, error } = ended;
    await lease.end({ at: now(), outcome, errorKind, error });
    if ('cause' in ended) throw ended.cause;
    return remapped;
  } finally {
    await source.close?.();
  }
}

interface Under extends Remapping {
  now: () => Date;
  signal: AbortSignal;
  /** Filled as they are read. */
  remapped: Remapped;
}

async function remapStreams(db: DataSource, streams: Stream[], under: Under): Promise<void> {
  const { workspaceId, sourceId, now, remapped } = under;
  for (const stream of streams) {
    const key: StreamKey = { workspaceId, sourceId, stream: stream.name };
    const run = newStreamRun({ workspaceId, runId: remapped.runId, stream: stream.name, at: now() });
    remapped.streams.push(run);
    for await (const page of storedPages(db, key, stream)) await takeStored(db, { under, key, run, page });
    for await (const page of waitingPages(db, key, stream)) await takeStored(db, { under, key, run, page });
    run.endedAt = now();
    await saveStreamRun(db.manager, run);
  }
  await refreshStatistics(
    db,
    remapped.streams.reduce((sum, { writtenCount }) => sum + writtenCount, 0),
  );
}

async function takeStored(db: DataSource, { under, key, run, page }: { under: Under; key: StreamKey; run: StreamRun; page: ReadPage }) {
  under.signal.throwIfAborted();
  const written = await writePage(db, { ...key, runId: run.runId, page, position: null, at: under.now() });
  run.readCount += page.accepted.length + page.rejected.length;
  run.writtenCount += written.writtenCount;
  run.rejectedCount += written.rejectedCount;
  await saveStreamRun(db.manager, run);
  under.onProgress?.(run);
}
