import { z } from 'zod';
import { SourceError } from '../source-error.js';
import type { AskedFields } from './asked-fields.js';
import { canonical } from './canonical.js';
import type { SalesforceClient } from './client.js';
import { chunks, idIn, MOST_IDS, parts, select } from './soql.js';

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_queryall.htm */
const wirePage = z.object({
  totalSize: z.number(),
  done: z.boolean(),
  nextRecordsUrl: z.string().startsWith('/services/data/').optional(),
  records: z.array(z.record(z.string(), z.unknown())),
});

export interface Asking {
  client: SalesforceClient;
  sobject: string;
  asked: AskedFields;
  signal: AbortSignal;
}

export interface Restriction {
  where?: string[];
  orderBy?: string[];
}

/** Pages of records in canonical shape, deleted ones too. Where the fields do not fit one address, the rest is asked by id and joined. */
export async function* queried(asking: Asking, { where = [], orderBy = [] }: Restriction): AsyncIterable<Record<string, unknown>[]> {
  const { sobject, asked } = asking;
  const [first = [], ...others] = parts(asked.names, ['Id', asked.stamp]);
  for await (const records of pages(asking, select({ fields: first, from: sobject, where, orderBy }))) {
    for (const fields of others) await join(asking, records, fields);
    yield records.map((record) => canonical(record, asked));
  }
}

/** The records of these ids that are not deleted. */
export async function standingOf(asking: Asking, ids: string[]): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  for (const some of chunks(ids, MOST_IDS)) {
    for await (const records of queried(asking, { where: [idIn(some), 'IsDeleted = false'] })) found.push(...records);
  }
  return found;
}

/** How many rows a question has, deleted and archived ones too. */
export async function count(
  client: SalesforceClient,
  { from, where = [] }: { from: string; where?: string[] },
  signal: AbortSignal,
): Promise<number> {
  const q = select({ fields: ['COUNT()'], from, where });
  return (await client.ask({ wire: z.object({ totalSize: z.number() }), path: '/queryAll', query: { q }, signal })).totalSize;
}

async function* pages({ client, sobject, asked, signal }: Asking, soql: string): AsyncIterable<Record<string, unknown>[]> {
  const headers: Record<string, string> = asked.long ? { 'sforce-query-options': 'batchSize=200' } : {};
  let page = await client.ask({ wire: wirePage, path: '/queryAll', query: { q: soql }, headers, signal });
  const seen = new Set<string>();
  for (;;) {
    mustBeOf(sobject, page.records);
    yield page.records;
    if (page.done) return;
    const path = page.nextRecordsUrl;
    // It goes on as queryAll, although it says '/query/'.
    if (path === undefined || seen.has(path))
      throw new SourceError('vendor', 'Salesforce says that there are more records, and leads in a circle or nowhere.');
    seen.add(path);
    page = await client.ask({ wire: wirePage, path, headers, signal });
  }
}

const wireAttributes = z.object({ attributes: z.object({ type: z.string() }) });

/** Each record says what it is. */
function mustBeOf(sobject: string, records: Record<string, unknown>[]): void {
  const other = records
    .map((record) => wireAttributes.safeParse(record).data?.attributes.type)
    .find((type) => type !== undefined && type !== sobject);
  if (other === undefined) return;
  throw new SourceError(
    'vendor',
    `Salesforce was asked for ${sobject} and answers with ${other}. It will be asked again with the next run.`,
  );
}

async function join(asking: Asking, records: Record<string, unknown>[], fields: string[]): Promise<void> {
  const byId = new Map(records.map((record) => [String(record.Id), record]));
  for (const ids of chunks([...byId.keys()], MOST_IDS)) {
    for await (const found of pages(asking, select({ fields, from: asking.sobject, where: [idIn(ids)] }))) {
      for (const rest of found) Object.assign(byId.get(String(rest.Id)) ?? {}, rest);
    }
  }
}
