import type { Page } from '../source.js';
import { createJob, finishedJob } from './bulk-job.js';
import { type BulkPage, type BulkPageWanted, bulkPage } from './bulk-page.js';
import type { SalesforceClient } from './client.js';
import type { SalesforcePosition } from './position.js';
import { queried } from './query.js';
import type { Reading } from './reading.js';
import { SalesforceError } from './salesforce-error.js';
import { select } from './soql.js';

/** How many records without long texts weigh as much as one with them. */
const SHORT_PER_LONG = 5;

export interface BulkLoadPage extends Page {
  records: Record<string, unknown>[];
  position: SalesforcePosition;
}

/** Salesforce's own clock says when the job began: what changes later is read after it. Null when Salesforce does not do it by a job. */
export async function startBulk(reading: Reading, at: SalesforcePosition, where: string[]): Promise<SalesforcePosition | null> {
  const { client, sobject, asked, signal } = reading;
  const job = await createJob(client, select({ fields: asked.names, from: sobject, where }), signal);
  return job && { ...at, phase: 'bulk', job: job.id, locator: null, since: job.createdDate.getTime() };
}

/** Reads a job's results from where they were left. A job that is gone or failed is replaced by plain questions. */
export async function* bulkLoad(reading: Reading, from: SalesforcePosition): AsyncIterable<BulkLoadPage> {
  const { client, settings, asked, signal, clock } = reading;
  // Known before it is waited for: a run that is killed now does not make another job.
  yield { records: [], position: from };
  const waiting = { client, patienceMinutes: settings.bulkPatienceMinutes, clock, signal };
  const job = from.job === null ? null : await finishedJob(waiting, from.job);
  if (job === null) return yield* plainly(reading, from);
  let at = from;
  do {
    const wanted = {
      job: job.id,
      locator: at.locator,
      maxRecords: asked.long ? Math.ceil(settings.bulkPageRecords / SHORT_PER_LONG) : settings.bulkPageRecords,
      asked,
      signal,
    };
    const page = await pageOrNone(client, wanted);
    if (page === null) return yield* plainly(reading, from);
    const { records, locator } = page;
    at = { ...at, locator, phase: locator === null ? 'changes' : 'bulk' };
    yield { records, position: at, expected: job.numberRecordsProcessed };
  } while (at.phase === 'bulk');
}

/** Null when the job's results are there no more, or not from this locator on. */
async function pageOrNone(client: SalesforceClient, wanted: BulkPageWanted): Promise<BulkPage | null> {
  try {
    return await bulkPage(client, wanted);
  } catch (error) {
    if (error instanceof SalesforceError && (error.status === 400 || error.status === 404)) return null;
    throw error;
  }
}

/** The whole object again. Cut short, it begins again, so no page of it moves the position. */
async function* plainly(reading: Reading, from: SalesforcePosition): AsyncIterable<BulkLoadPage> {
  for await (const records of queried(reading, { orderBy: ['Id'] })) yield { records, position: from };
  yield { records: [], position: { ...from, phase: 'changes', job: null, locator: null } };
}
