import { parse } from 'csv-parse/sync';
import { SourceError } from '../source-error.js';
import { type AskedFields } from './asked-fields.js';
import { canonical } from './canonical.js';
import type { SalesforceClient } from './client.js';

export interface BulkPage {
  records: Record<string, unknown>[];
  /** Where to go on; null at the end. */
  locator: string | null;
}

export interface BulkPageWanted {
  job: string;
  /** Null for the first page. */
  locator: string | null;
  maxRecords: number;
  asked: AskedFields;
  signal: AbortSignal;
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/query_get_job_results.htm */
export async function bulkPage(client: SalesforceClient, { job, locator, maxRecords, asked, signal }: BulkPageWanted): Promise<BulkPage> {
  const path = `/jobs/query/${encodeURIComponent(job)}/results`;
  const answer = await client.csv({ path, query: { maxRecords, locator }, signal });
  const next = answer.headers['sforce-locator'];
  const rows = rowsOf(answer.text);
  const told = Number(answer.headers['sforce-numberofrecords'] ?? rows.length);
  if (told !== rows.length)
    throw new SourceError(
      'vendor',
      `Salesforce: a page of bulk job ${job} says ${told} records and holds ${rows.length}. The next run reads it again.`,
    );
  // At the end it is the word "null", not the absence of one.
  return { records: rows.map((row) => canonical(row, asked)), locator: next === undefined || next === 'null' || next === '' ? null : next };
}

/** Every page begins with the names of its columns. */
function rowsOf(text: string): Record<string, string>[] {
  try {
    return parse(text, { columns: true, bom: true, skip_empty_lines: true });
  } catch (cause) {
    throw new SourceError('vendor', 'Salesforce: a page of a bulk job is no CSV. The next run reads it again.', { cause });
  }
}
