import type { Answer, Request } from '../stand-in/fault.js';
import { badMethod, notFound, Refused, refusal } from './error.js';
import { NOT_BULK } from './schema.js';
import type { OrgObjects } from './sobject.js';
import { type Result, runSoql } from './soql-run.js';
import { csvPage, moment } from './wire.js';

interface Job {
  id: string;
  result: Result;
  query: string;
  operation: string;
  createdAt: number;
  /** How often somebody asked how far it is. */
  polls: number;
  failing: boolean;
}

const LARGEST_PAGE = 50_000;

/** Bulk API 2.0 queries: made, asked after until done, and fetched in pages of CSV. */
export class BulkJobs {
  private readonly jobs = new Map<string, Job>();
  private made = 0;
  /** The next job fails half way. */
  failNext = false;

  constructor(
    private readonly org: OrgObjects,
    private readonly now: () => Date,
    private readonly pollsUntilDone: number,
  ) {}

  get madeCount(): number {
    return this.made;
  }

  forgetJobs(): void {
    this.jobs.clear();
  }

  create(request: Request, version: string): Answer {
    if (request.method !== 'POST') return badMethod();
    const { operation, query } = (request.body ?? {}) as Record<string, unknown>;
    if (operation !== 'query' && operation !== 'queryAll') return refusal(400, 'INVALIDJOB', `Unsupported operation: ${operation}`);
    const result = this.run(String(query), operation);
    this.made += 1;
    const id = `750${String(this.made).padStart(12, '0')}AAA`;
    const job = { id, result, query: String(query), operation, createdAt: this.now().getTime(), polls: 0, failing: this.failNext };
    this.failNext = false;
    this.jobs.set(id, job);
    return { status: 200, body: told(job, 'UploadComplete', version) };
  }

  state(id: string, version: string): Answer {
    const job = this.jobs.get(id);
    if (job === undefined) return notFound();
    job.polls += 1;
    const done = job.polls >= this.pollsUntilDone;
    const state = !done ? 'InProgress' : job.failing ? 'Failed' : 'JobComplete';
    const processed = state === 'JobComplete' ? job.result.rows.length : 0;
    const failure = state === 'Failed' ? { errorMessage: 'InternalServerError: the job was given up' } : {};
    return {
      status: 200,
      body: { ...told(job, state, version), numberRecordsProcessed: processed, retries: 0, totalProcessingTime: 7, ...failure },
    };
  }

  results(id: string, { query }: Request): Answer {
    const job = this.jobs.get(id);
    if (job === undefined) return notFound();
    if (job.polls < this.pollsUntilDone || job.failing) return refusal(400, 'INVALIDJOBSTATE', 'The job is not complete');
    const from = fromOf(query.get('locator'));
    const most = Number(query.get('maxRecords') ?? LARGEST_PAGE);
    if (from === null) return refusal(400, 'INVALIDLOCATOR', 'The locator is not valid');
    if (!Number.isInteger(most) || most < 1) return refusal(400, 'INVALIDJOB', 'maxRecords is not valid');
    const to = from + Math.min(most, LARGEST_PAGE);
    const rows = job.result.rows.slice(from, to);
    const locator = to >= job.result.rows.length ? 'null' : Buffer.from(String(to)).toString('base64url');
    const headers = { 'content-type': 'text/csv', 'sforce-numberofrecords': String(rows.length), 'sforce-locator': locator };
    return { status: 200, headers, body: csvPage(job.result.columns ?? [], rows) };
  }

  private run(query: string, operation: string): Result {
    const result = runSoql(this.org, query, { all: operation === 'queryAll' });
    if (NOT_BULK.has(result.sobject.name))
      throw new Refused('API_ERROR', `Entity '${result.sobject.name}' is not supported by the Bulk API.`);
    if (result.columns === null) throw new Refused('API_ERROR', 'Aggregate queries are not supported in Bulk Query');
    if (result.columns.some(({ field }) => field.type === 'address'))
      throw new Refused('API_ERROR', 'Selecting compound data not supported in Bulk Query');
    return result;
  }
}

const fromOf = (locator: string | null): number | null => {
  if (locator === null) return 0;
  const from = Number(Buffer.from(locator, 'base64url').toString());
  return Number.isInteger(from) && from > 0 ? from : null;
};

const told = (job: Job, state: string, version: string) => ({
  id: job.id,
  operation: job.operation,
  object: job.result.sobject.name,
  createdById: '005000000000001AAA',
  createdDate: moment(Math.floor(job.createdAt / 1000) * 1000, '+0000'),
  systemModstamp: moment(Math.floor(job.createdAt / 1000) * 1000, '+0000'),
  state,
  concurrencyMode: 'Parallel',
  contentType: 'CSV',
  apiVersion: Number(version.slice(1)),
  lineEnding: 'LF',
  columnDelimiter: 'COMMA',
});
