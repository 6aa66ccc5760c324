import { z } from 'zod';
import { instant } from '../instant.js';
import { SourceError } from '../source-error.js';
import { HUBSPOT_API_VERSION, type HubspotClient } from './client.js';
import { circling } from './object-reader.js';

/** https://developers.hubspot.com/docs/api-reference/search/guide */
const wireSearch = z.object({
  total: z.number(),
  results: z.array(z.object({ id: z.string(), properties: z.record(z.string(), z.string().nullable()) })),
  paging: z.object({ next: z.object({}).optional() }).nullish(),
});

const PAGE = 200;

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

interface Found extends ChangedIds {
  /** A page may be short although more follows. */
  more: boolean;
}

interface Filter {
  propertyName: string;
  operator: 'GTE' | 'LTE' | 'EQ' | 'GT';
  value: string;
}

export interface Question {
  client: HubspotClient;
  type: string;
  /** The property that holds the time of change; contacts have another than all else. */
  changed: string;
  signal: AbortSignal;
}

/**
 * Ids of what changed within a span, oldest change first; an id may be named twice.
 * Each page is asked for by the last change read and never by an offset: what changes meanwhile leaves the span, and an offset
 * would then step over a row. No question so comes near the 10,000 rows at which HubSpot ends a search.
 */
export async function* changedIds(question: Question, span: Span): AsyncIterable<ChangedIds> {
  const { changed } = question;
  let low = span.from;
  while (low <= span.to) {
    const page = await search(question, changed, [
      { propertyName: changed, operator: 'GTE', value: String(low) },
      { propertyName: changed, operator: 'LTE', value: String(span.to) },
    ]);
    if (page.more && page.changedUntil < low) throw circling(question.type);
    if (page.ids.length > 0) yield page;
    if (!page.more) return;
    if (page.changedUntil > low) {
      low = page.changedUntil;
      continue;
    }
    yield* tied(question, low);
    low += 1;
  }
}

/** Bulk imports stamp one millisecond on more rows than a page has: page on the id within it. */
async function* tied(question: Question, at: number): AsyncIterable<ChangedIds> {
  let id = '0';
  for (;;) {
    const page = await search(question, 'hs_object_id', [
      { propertyName: question.changed, operator: 'EQ', value: String(at) },
      { propertyName: 'hs_object_id', operator: 'GT', value: id },
    ]);
    const last = page.ids.at(-1);
    if (last === undefined) return;
    yield page;
    if (!page.more) return;
    if (last === id) throw circling(question.type);
    id = last;
  }
}

/** How many objects of a type stand now, deleted ones not counted. */
export async function totalOf(client: HubspotClient, type: string, signal: AbortSignal): Promise<number> {
  const path = `/crm/objects/${HUBSPOT_API_VERSION}/${type}/search`;
  const { total } = await client.post(z.object({ total: z.number() }), path, { filterGroups: [], limit: 1 }, signal);
  return total;
}

async function search({ client, type, changed, signal }: Question, sort: string, filters: Filter[]): Promise<Found> {
  const body = {
    filterGroups: [{ filters }],
    sorts: [{ propertyName: sort, direction: 'ASCENDING' }],
    properties: [changed],
    limit: PAGE,
  };
  const { results, paging } = await client.post(wireSearch, `/crm/objects/${HUBSPOT_API_VERSION}/${type}/search`, body, signal);
  const more = paging?.next !== undefined;
  if (more && results.length === 0) throw new SourceError('vendor', `HubSpot says that more ${type} follow and names none.`);
  return {
    ids: results.map(({ id }) => id),
    changedUntil: Math.max(0, ...results.map(({ properties }) => instant(properties[changed] ?? '').getTime())),
    more,
  };
}
