import type { DataSource } from 'typeorm';
import { type RunOutcome, runSync } from '../../etl/sync/run.js';
import type { SecretKey } from '../../etl/warehouse/index.js';
import { readSources } from './source-row.js';
import { progressView, type Terminal } from './sync-progress.js';

export interface ReadNow {
  workspaceId: string;
  sourceId: string;
  trigger: 'first' | 'hand';
  secretKey: SecretKey;
  now: () => Date;
  signal: AbortSignal;
  terminal: Terminal & NodeJS.WritableStream;
}

/** Reads one source on and shows how it goes. */
export async function readNow(db: DataSource, { terminal, ...run }: ReadNow): Promise<RunOutcome> {
  const view = progressView(terminal);
  try {
    return await runSync(db, { ...run, onProgress: (progress) => view.show(progress) });
  } finally {
    view.end();
  }
}

/** Those of `sourceIds` that were never read to the end. */
export async function neverRead(db: DataSource, workspaceId: string, sourceIds: string[]): Promise<string[]> {
  const sources = await readSources(db, workspaceId);
  const read = new Set(sources.filter(({ readThroughAt, lastSuccessAt }) => readThroughAt && lastSuccessAt).map(({ id }) => id));
  return sourceIds.filter((id) => !read.has(id));
}
