import type { Page, Position } from '../source/source.js';
import { crashPoint } from './crash-point.js';
import { keptOf } from './kept-of.js';
import { markOthers } from './mark-others.js';
import { nameRecords } from './named-record.js';
import { type ReadPage, readPage } from './page-record.js';
import type { Pass } from './pass.js';
import { openRejected } from './rejected-again.js';
import { saveStreamRun } from './stream-run.js';
import { writePage } from './write-page.js';

/** Reads what the source sent and writes it with the cursor behind it; `position` null leaves the cursor where it is. */
export async function takePage(pass: Pass, page: Page, position: Position | null): Promise<void> {
  const { db, stream, key, run, reading } = pass;
  const { records, skipped } = keptOf(page.records, pass);
  const read = readPage(stream, records);
  crashPoint('after parse');
  const written = await writePage(db, { ...key, runId: reading.runId, at: reading.now(), page: read, position, gone: page.gone ?? [] });
  crashPoint('after commit');
  if (stream.whole) await nameRecords(db, { ...key, runId: reading.runId }, [...idsOf(read), ...skipped]);
  if (page.only) run.goneCount += await markOthers(pass, page.only);
  run.readCount += page.records.length;
  run.writtenCount += written.writtenCount;
  run.rejectedCount += written.rejectedCount;
  run.goneCount += written.goneCount;
  run.expectedCount = page.expected ?? run.expectedCount;
  await saveStreamRun(db.manager, run);
  await reading.onPage(run);
}

/** A record that cannot be read is there all the same. */
const idsOf = ({ accepted, rejected }: ReadPage) => [
  ...accepted.map(({ record }) => record.externalId),
  ...rejected.map((one) => one.externalId),
];

/** What is still refused keeps its first reason: only what passes now is written. */
export async function retryRejected({ db, stream, key, reading }: Pass): Promise<void> {
  const { accepted } = readPage(stream, await openRejected(db, key));
  if (accepted.length === 0) return;
  crashPoint('in retry');
  const page = { accepted, rejected: [] };
  await writePage(db, { ...key, runId: reading.runId, at: reading.now(), page, position: null, gone: [] });
}

/** Pages as they come, with the points before and after each of them. */
export async function* requested(pages: AsyncIterable<Page>): AsyncIterable<Page> {
  crashPoint('before request');
  for await (const page of pages) {
    crashPoint('after response');
    yield page;
    crashPoint('before request');
  }
}
