import { z } from 'zod';
import { instant } from '../instant.js';
import { SourceError } from '../source-error.js';
import { HUBSPOT_API_VERSION, type HubspotClient } from './client.js';

/** https://developers.hubspot.com/docs/api-reference/search/guide */
const wireSearch = z.object({
  total: z.number(),
  results: z.array(z.object({ id: z.string(), properties: z.object({ hs_lastmodifieddate: z.string() }) })),
  paging: z.object({ next: z.object({ after: z.coerce.string() }).optional() }).nullish(),
});

const CHANGED = 'hs_lastmodifieddate';
const PAGE = 200;
/** Search answers 400 beyond this row of one question. */
const MOST_ROWS = 10_000;

export interface Span {
  /** Milliseconds since 1970, both inclusive. */
  from: number;
  to: number;
}

export interface ChangedIds {
  ids: string[];
  /** The latest change among them; everything before it has been named. */
  changedUntil: number;
}

interface Filter {
  propertyName: string;
  operator: 'GTE' | 'LTE' | 'EQ' | 'GT';
  value: string;
}

interface Question {
  client: HubspotClient;
  type: string;
  signal: AbortSignal;
  /** Of one question; HubSpot's own number unless said. */
  mostRows?: number;
}

/** Ids of what changed within a span, oldest change first; an id may be named twice. */
export async function* changedIds(question: Question, span: Span): AsyncIterable<ChangedIds> {
  let low = span.from;
  while (low <= span.to) {
    const filters = [atLeast(low), { propertyName: CHANGED, operator: 'LTE' as const, value: String(span.to) }];
    const first = low;
    let full = false;
    for await (const page of capped(question, filters)) {
      if (page.ids.length > 0) yield page;
      low = Math.max(low, page.changedUntil);
      full = page.full;
    }
    if (!full) return;
    if (low > first) continue;
    yield* tied(question, low);
    low += 1;
  }
}

const atLeast = (low: number): Filter => ({ propertyName: CHANGED, operator: 'GTE', value: String(low) });

/** The first rows of one question; `full` on the last of them when the vendor holds back the rest. */
async function* capped(question: Question, filters: Filter[]): AsyncIterable<ChangedIds & { full: boolean }> {
  let after: string | null = null;
  for (let rows = 0; ; ) {
    const page = await search(question, filters, { sort: CHANGED, after });
    rows += page.ids.length;
    const full: boolean = page.after !== null && rows + PAGE > (question.mostRows ?? MOST_ROWS);
    yield { ...page, full };
    if (page.after === null || full) return;
    if (page.after === after) throw new SourceError('vendor', `HubSpot names the same page of ${question.type} again and again.`);
    after = page.after;
  }
}

/** Bulk imports stamp one millisecond on more rows than a question may have: page on the id within it. */
async function* tied(question: Question, at: number): AsyncIterable<ChangedIds> {
  let id = '0';
  for (;;) {
    const filters: Filter[] = [
      { propertyName: CHANGED, operator: 'EQ', value: String(at) },
      { propertyName: 'hs_object_id', operator: 'GT', value: id },
    ];
    const page = await search(question, filters, { sort: 'hs_object_id', after: null });
    const last = page.ids.at(-1);
    if (last === undefined) return;
    yield page;
    id = last;
  }
}

/** How many objects of a type stand now, deleted ones not counted. */
export async function totalOf(client: HubspotClient, type: string, signal: AbortSignal): Promise<number> {
  const path = `/crm/objects/${HUBSPOT_API_VERSION}/${type}/search`;
  const { total } = await client.post(z.object({ total: z.number() }), path, { filterGroups: [], limit: 1 }, signal);
  return total;
}

async function search(
  { client, type, signal }: Question,
  filters: Filter[],
  { sort, after }: { sort: string; after: string | null },
): Promise<ChangedIds & { after: string | null }> {
  const body = {
    filterGroups: [{ filters }],
    sorts: [{ propertyName: sort, direction: 'ASCENDING' }],
    properties: [CHANGED],
    limit: PAGE,
    ...(after === null ? {} : { after }),
  };
  const { results, paging } = await client.post(wireSearch, `/crm/objects/${HUBSPOT_API_VERSION}/${type}/search`, body, signal);
  return {
    ids: results.map(({ id }) => id),
    changedUntil: Math.max(0, ...results.map(({ properties }) => instant(properties.hs_lastmodifieddate).getTime())),
    after: results.length === 0 ? null : (paging?.next?.after ?? null),
  };
}
