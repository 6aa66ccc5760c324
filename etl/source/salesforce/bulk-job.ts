import { z } from 'zod';
import { type Clock, realClock } from '../clock.js';
import { SourceError } from '../source-error.js';
import { wireInstant } from '../wire-instant.js';
import type { SalesforceClient } from './client.js';
import { SalesforceError } from './salesforce-error.js';

/** https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/query_get_one_job.htm */
const wireJob = z.object({
  id: z.string().min(1),
  state: z.enum(['UploadComplete', 'InProgress', 'JobComplete', 'Failed', 'Aborted']),
  createdDate: wireInstant,
  numberRecordsProcessed: z.number().default(0),
  errorMessage: z.string().nullish(),
});

export type BulkJob = z.output<typeof wireJob>;

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/** Null when Salesforce will not do this by a job, so that it is to be asked otherwise. */
export async function createJob(client: SalesforceClient, query: string, signal: AbortSignal): Promise<BulkJob | null> {
  try {
    return await client.ask({ wire: wireJob, path: '/jobs/query', body: { operation: 'queryAll', query }, signal });
  } catch (error) {
    if (error instanceof SalesforceError && error.status === 400) return null;
    throw error;
  }
}

/** Null when there is no such job any more: jobs are kept for seven days. */
async function jobOf(client: SalesforceClient, id: string, signal: AbortSignal): Promise<BulkJob | null> {
  try {
    return await client.ask({ wire: wireJob, path: `/jobs/query/${encodeURIComponent(id)}`, signal });
  } catch (error) {
    if (error instanceof SalesforceError && error.status === 404) return null;
    throw error;
  }
}

export interface Waiting {
  client: SalesforceClient;
  patienceMinutes: number;
  clock?: Clock;
  signal: AbortSignal;
}

/** Waits until the job is done; null when it failed, was aborted or is gone. Throws when it takes longer than a run may wait: the next one goes on waiting. */
export async function finishedJob({ client, patienceMinutes, clock = realClock, signal }: Waiting, id: string): Promise<BulkJob | null> {
  const until = clock.now() + patienceMinutes * 60_000;
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 1.5, LONGEST_WAIT)) {
    const job = await jobOf(client, id, signal);
    if (job === null || job.state === 'Failed' || job.state === 'Aborted') return null;
    if (job.state === 'JobComplete') return job;
    if (clock.now() + wait > until)
      throw new SourceError(
        'vendor',
        `Salesforce: the bulk job ${id} is not done after ${patienceMinutes} minutes. The next run waits on.`,
      );
    await clock.sleep(wait, signal);
  }
}
