import { z } from 'zod';
import { SourceError } from '../source-error.js';
import { associationsOf } from './associations.js';
import { HUBSPOT_API_VERSION } from './client.js';
import type { CrmStream, Reading } from './reading.js';

export const wireList = z.object({
  results: z.array(z.unknown()),
  paging: z.object({ next: z.object({ after: z.coerce.string() }).optional() }).nullish(),
});
export const wireId = z.object({ id: z.coerce.string().min(1) });
const wireProperties = z.looseObject({ id: z.coerce.string(), properties: z.record(z.string(), z.unknown()) });

/** Characters of property names in one address; beyond about 16,000 it is refused. */
const MOST_CHARACTERS = 15_000;
/** Associations are read for this many records at once: they cost a request each time. */
const GATHERED = 500;

/** 100 a page, 50 with history. */
const pageSize = ({ history }: CrmStream) => (history.length > 0 ? 50 : 100);
const pathOf = ({ type }: CrmStream) => `/crm/objects/${HUBSPOT_API_VERSION}/${type}`;
const idOf = (record: unknown) => wireId.safeParse(record).data?.id ?? '';

export interface ListPage {
  records: unknown[];
  /** Null after the last page. */
  after: string | null;
}

/** Everything that stands, or is archived, by id. https://developers.hubspot.com/docs/api-reference/crm-objects-v3/guide */
export async function* listObjects(reading: Reading, archived: boolean, from: string | null): AsyncIterable<ListPage> {
  const { client, declared, signal } = reading;
  const [first = [], ...more] = chunked(declared.properties, MOST_CHARACTERS);
  const propertiesWithHistory = declared.history.join(',') || null;
  const query = { limit: pageSize(declared), properties: first.join(','), propertiesWithHistory, archived };
  let records: unknown[] = [];
  let after = from;
  do {
    // `paging.next.link` has been seen pointing to a path that does not exist; only `after` is to be trusted.
    const page = await client.get(wireList, pathOf(declared), { ...query, after }, signal);
    records.push(...(await withProperties(reading, page.results, more, archived)));
    const next = page.results.length === 0 ? null : (page.paging?.next?.after ?? null);
    if (next !== null && next === after) throw circling(declared.type);
    after = next;
    if (records.length === 0 || (records.length < GATHERED && after !== null)) continue;
    yield { records: await joined(reading, records), after };
    records = [];
  } while (after !== null);
}

/** What HubSpot does when a list or a search leads nowhere. */
export const circling = (type: string) => new SourceError('vendor', `HubSpot names the same page of ${type} again and again.`);

/** These objects with their history and associations; what does not stand, or is not archived, is left out of the answer. */
export async function readObjects(reading: Reading, ids: string[], archived = false): Promise<unknown[]> {
  const records: unknown[] = [];
  for (let start = 0; start < ids.length; start += pageSize(reading.declared)) {
    const { properties, history } = reading.declared;
    records.push(...(await batchRead(reading, ids.slice(start, start + pageSize(reading.declared)), { properties, history, archived })));
  }
  return joined(reading, records);
}

interface Wanted {
  properties: string[];
  history: string[];
  archived: boolean;
}

async function batchRead({ client, declared, signal }: Reading, ids: string[], wanted: Wanted): Promise<unknown[]> {
  const inputs = ids.map((id) => ({ id }));
  const body = { inputs, properties: wanted.properties, propertiesWithHistory: wanted.history };
  const path = `${pathOf(declared)}/batch/read${wanted.archived ? '?archived=true' : ''}`;
  return (await client.post(wireList, path, body, signal)).results;
}

/** The rest of a list of properties too long for one address, joined by id; what went between the questions is left to the next pass. */
async function withProperties(reading: Reading, records: unknown[], more: string[][], archived: boolean): Promise<unknown[]> {
  let found = records;
  for (const properties of more) {
    const others = await batchRead(reading, found.map(idOf), { properties, history: [], archived });
    const byId = new Map(others.map((other) => [idOf(other), wireProperties.safeParse(other).data?.properties]));
    found = found.flatMap((record) => {
      const { data } = wireProperties.safeParse(record);
      const added = byId.get(idOf(record));
      return data && added ? [{ ...data, properties: { ...data.properties, ...added } }] : [];
    });
  }
  return found;
}

/** Lists of at most so many characters as they stand in an address. */
export function chunked(names: string[], most: number): string[][] {
  const chunks: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const name of new Set(names)) {
    const added = encodeURIComponent(`${name},`).length;
    if (length + added > most) {
      chunks.push([]);
      length = 0;
    }
    chunks.at(-1)?.push(name);
    length += added;
  }
  return chunks;
}

/** With what a record alone does not tell: its associations, and what the stream joins itself. */
async function joined(reading: Reading, records: unknown[]): Promise<unknown[]> {
  const { client, declared, settings, signal } = reading;
  const ids = records.map(idOf).filter(Boolean);
  const api = settings.associationsApi;
  const found = await Promise.all(
    declared.associated.map(async (to) => ({ to, links: await associationsOf(client, { api, from: declared.type, to, ids }, signal) })),
  );
  const whole = records.map((record) => {
    const associations = Object.fromEntries(found.map(({ to, links }) => [to, links.get(idOf(record)) ?? []]));
    return found.length > 0 && typeof record === 'object' && record !== null ? { ...record, associations } : record;
  });
  return declared.joined ? declared.joined(reading, whole) : whole;
}
