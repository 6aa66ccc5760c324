import type { DataSource } from 'typeorm';
import type { StreamRun } from '../warehouse/index.js';

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
  secretKey: Buffer;
  now?: () => Date;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/** Reads one source on from where it stopped, then derives. Throws RunInProgress when another worker holds the lease. */
export async function runSync(_db: DataSource, options: RunOptions): Promise<RunOutcome> {
  throw new Error(`Source ${options.sourceId} cannot be read yet.`);
}
