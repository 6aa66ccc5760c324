import type { DataSource } from 'typeorm';
import type { Page, Stream } from '../source/source.js';
import type { StreamRun } from '../warehouse/index.js';
import { crashPoint } from './crash-point.js';
import { completeCursor, positionOf, type StreamKey } from './cursor.js';
import { holdLease } from './lease.js';
import { readPage } from './page-record.js';
import { openRejected } from './rejected-again.js';
import { saveStreamRun } from './stream-run.js';
import { writePage } from './write-page.js';

export interface Reading {
  workspaceId: string;
  sourceId: string;
  runId: string;
  now: () => Date;
  signal: AbortSignal;
  /** Called after every page. */
  onPage(run: StreamRun): void;
}

/** Reads one stream on from where it stopped, to its end, counting into `run`. Throws what the source or the database throws. */
export async function readStream(db: DataSource, stream: Stream, run: StreamRun, reading: Reading): Promise<void> {
  const key: StreamKey = { workspaceId: reading.workspaceId, sourceId: reading.sourceId, stream: stream.name };
  const beganAt = reading.now();
  await retryRejected(db, stream, reading);
  for await (const page of requested(stream.pages(await positionOf(db, key), reading.signal))) {
    reading.signal.throwIfAborted();
    await takePage(db, { stream, key, page, run, reading });
  }
  reading.signal.throwIfAborted();
  const completeAt = (await stream.knownUntil?.()) ?? new Date(beganAt.getTime() - (stream.lagSeconds ?? 0) * 1000);
  await db.transaction(async (tx) => {
    await holdLease(tx, key.workspaceId, reading.runId);
    await completeCursor(tx, key, { completeAt, at: reading.now() });
  });
}

/** What is still refused keeps its first reason: only what passes now is written. */
async function retryRejected(db: DataSource, stream: Stream, reading: Reading): Promise<void> {
  const key: StreamKey = { workspaceId: reading.workspaceId, sourceId: reading.sourceId, stream: stream.name };
  const { accepted } = readPage(stream, await openRejected(db, key));
  if (accepted.length > 0) await writePage(db, { ...key, ...writing(reading), page: { accepted, rejected: [] }, position: null });
}

const writing = ({ runId, now }: Reading) => ({ runId, at: now() });

interface Taken {
  stream: Stream;
  key: StreamKey;
  page: Page;
  run: StreamRun;
  reading: Reading;
}

async function takePage(db: DataSource, { stream, key, page, run, reading }: Taken): Promise<void> {
  const read = readPage(stream, page.records);
  const written = await writePage(db, { ...key, ...writing(reading), page: read, position: page.position });
  crashPoint('after commit');
  run.readCount += page.records.length;
  run.writtenCount += written.writtenCount;
  run.rejectedCount += written.rejectedCount;
  run.expectedCount = page.expected ?? run.expectedCount;
  await saveStreamRun(db.manager, run);
  reading.onPage(run);
}

async function* requested(pages: AsyncIterable<Page>): AsyncIterable<Page> {
  crashPoint('before request');
  for await (const page of pages) {
    crashPoint('after response');
    yield page;
    crashPoint('before request');
  }
}
