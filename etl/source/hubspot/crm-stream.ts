import { z } from 'zod';
import { parsed } from '../parsed.js';
import type { Page, Position, Rows, Stream } from '../source.js';
import { associationsOf } from './associations.js';
import { changedIds, totalOf } from './changed-ids.js';
import { HUBSPOT_API_VERSION, type HubspotClient } from './client.js';
import { type CrmObject, wireCrmObject } from './crm-object.js';
import type { HubspotSettings } from './settings.js';

/** What streams of one HubSpot account share. */
export interface Hubspot {
  client: HubspotClient;
  settings: HubspotSettings;
  now: () => Date;
}

/** One type of CRM object: what to ask for, and what it becomes. */
export interface CrmStream {
  type: 'companies' | 'deals' | 'tasks';
  /** The type's number in the addresses of records. */
  typeId: string;
  properties: string[];
  /** Those of them whose earlier values are needed. */
  history: string[];
  /** Types whose associations belong to the record. */
  associated: string[];
  toRows(object: CrmObject): Rows[];
}

const wireList = z.object({
  results: z.array(z.unknown()),
  paging: z.object({ next: z.object({ after: z.coerce.string() }).optional() }).nullish(),
});
const wireId = z.object({ id: z.coerce.string().min(1) });

/** Associations are read for this many records at once: they cost a request each time. */
const GATHERED = 500;

/**
 * First everything by list, then in every run what is archived and what changed since.
 * Each of the three moves its own way through a fixed order, so the cursor may move with every page.
 */
export function crmStream(hubspot: Hubspot, declared: CrmStream): Stream {
  const { portalId } = hubspot.settings;
  return {
    name: `hubspot.${declared.type}`,
    pages: (from, signal) => pages({ ...hubspot, declared, signal }, from),
    idOf: (payload) => wireId.safeParse(payload).data?.id ?? null,
    read(payload) {
      const object = parsed(wireCrmObject, payload);
      return {
        externalId: object.id,
        changedAt: object.updatedAt,
        deletedAt: object.archived ? (object.archivedAt ?? object.updatedAt) : null,
        url: portalId === null ? null : `https://app.hubspot.com/contacts/${portalId}/record/${declared.typeId}/${object.id}`,
        rows: declared.toRows(object),
      };
    },
  };
}

interface Reading extends Hubspot {
  declared: CrmStream;
  signal: AbortSignal;
}

/** `since`: every change before it has been read, or will be by the lists still under way. */
interface CrmPosition extends Position {
  phase: 'list' | 'archived' | 'changes';
  after: string | null;
  since: number;
}

async function* pages(reading: Reading, from: Position | null): AsyncIterable<Page> {
  const { settings, now } = reading;
  const upper = now().getTime() - settings.settleSeconds * 1000;
  let at = (from as CrmPosition | null) ?? { phase: 'list', after: null, since: upper };
  if (at.phase === 'list') {
    const expected = await totalOf(reading.client, reading.declared.type, reading.signal);
    for await (const page of listed(reading, at)) yield { ...page, expected };
    at = { ...at, phase: 'archived', after: null };
  }
  if (at.phase === 'archived') {
    yield* listed(reading, at);
    at = { ...at, phase: 'changes', after: null };
  }
  if (from !== null) yield* changes(reading, { from: at.since - settings.lookbackSeconds * 1000, to: upper });
  yield { records: [], position: { phase: 'archived', after: null, since: upper } };
}

/** https://developers.hubspot.com/docs/api-reference/crm-objects-v3/guide : 100 a page, 50 with history. */
async function* listed(reading: Reading, at: CrmPosition): AsyncIterable<Page> {
  const { client, declared, signal } = reading;
  const query = {
    limit: pageSize(declared),
    properties: declared.properties.join(','),
    propertiesWithHistory: declared.history.join(',') || null,
    archived: at.phase === 'archived',
  };
  let records: unknown[] = [];
  let { after } = at;
  do {
    // `paging.next.link` has been seen pointing to a path that does not exist; only `after` is to be trusted.
    const page = await client.get(wireList, `/crm/objects/${HUBSPOT_API_VERSION}/${declared.type}`, { ...query, after }, signal);
    records.push(...page.results);
    after = page.results.length === 0 ? null : (page.paging?.next?.after ?? null);
    if (records.length === 0 || (records.length < GATHERED && after !== null)) continue;
    yield { records: await withAssociations(reading, records), position: after === null ? next(at) : { ...at, after } };
    records = [];
  } while (after !== null);
}

const next = (at: CrmPosition): CrmPosition => ({ ...at, phase: at.phase === 'list' ? 'archived' : 'changes', after: null });
const pageSize = ({ history }: CrmStream) => (history.length > 0 ? 50 : 100);

async function* changes(reading: Reading, span: { from: number; to: number }): AsyncIterable<Page> {
  const { client, declared, signal } = reading;
  for await (const { ids, changedUntil } of changedIds(
    { client, type: declared.type, signal },
    { ...span, from: Math.max(1, span.from) },
  )) {
    const records = await withAssociations(reading, await batchRead(reading, ids));
    yield { records, position: { phase: 'changes', after: null, since: changedUntil } };
  }
}

/** Search gives neither history nor associations; what was deleted in between is left out of the answer. */
async function batchRead({ client, declared, signal }: Reading, ids: string[]): Promise<unknown[]> {
  const records: unknown[] = [];
  const { properties, history: propertiesWithHistory } = declared;
  for (let start = 0; start < ids.length; start += pageSize(declared)) {
    const inputs = ids.slice(start, start + pageSize(declared)).map((id) => ({ id }));
    const path = `/crm/objects/${HUBSPOT_API_VERSION}/${declared.type}/batch/read`;
    records.push(...(await client.post(wireList, path, { inputs, properties, propertiesWithHistory }, signal)).results);
  }
  return records;
}

async function withAssociations({ client, declared, signal }: Reading, records: unknown[]): Promise<unknown[]> {
  if (declared.associated.length === 0) return records;
  const idOf = (record: unknown) => wireId.safeParse(record).data?.id ?? '';
  const ids = records.map(idOf).filter(Boolean);
  const found = await Promise.all(
    declared.associated.map(async (to) => ({ to, links: await associationsOf(client, { from: declared.type, to, ids }, signal) })),
  );
  return records.map((record) => {
    const associations = Object.fromEntries(found.map(({ to, links }) => [to, links.get(idOf(record)) ?? []]));
    return typeof record === 'object' && record !== null ? { ...record, associations } : record;
  });
}
