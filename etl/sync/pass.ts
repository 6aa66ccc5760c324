import type { DataSource } from 'typeorm';
import type { Stream } from '../source/source.js';
import type { Erased, StreamRun } from '../warehouse/index.js';
import type { StreamKey } from './cursor.js';

/** What all streams of one run are read under. */
export interface Reading {
  workspaceId: string;
  sourceId: string;
  runId: string;
  now: () => Date;
  signal: AbortSignal;
  /** Whose data does not come back; null when there is nobody. */
  erased?: Erased | null;
  /** Called after every page, to report it and to learn whether the run is to go on. */
  onPage(run: StreamRun): Promise<void>;
}

/** One stream in one run. */
export interface Pass {
  db: DataSource;
  stream: Stream;
  key: StreamKey;
  /** Counted into. */
  run: StreamRun;
  reading: Reading;
  beganAt: Date;
}

/** A pass that begins now. */
export function passOf(db: DataSource, stream: Stream, { run, reading }: Pick<Pass, 'run' | 'reading'>): Pass {
  const key: StreamKey = { workspaceId: reading.workspaceId, sourceId: reading.sourceId, stream: stream.name };
  return { db, stream, key, run, reading, beganAt: reading.now() };
}
