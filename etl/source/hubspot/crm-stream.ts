import { parsed } from '../parsed.js';
import type { Page, Position, Stream } from '../source.js';
import { changedIds, totalOf } from './changed-ids.js';
import { wireCrmObject } from './crm-object.js';
import { listObjects, readObjects, wireId } from './object-reader.js';
import type { CrmStream, Hubspot, Reading } from './reading.js';

const CHANGED = 'hs_lastmodifieddate';

/**
 * First everything by list, then in every run what is archived and what changed since.
 * Each of the three moves its own way through a fixed order, so the cursor may move with every page.
 */
export function crmStream(hubspot: Hubspot, declared: CrmStream): Stream {
  const { portalId, settleSeconds, rereadHours } = hubspot.settings;
  const reading = (signal: AbortSignal): Reading => ({ ...hubspot, declared, signal });
  return {
    name: `hubspot.${declared.type.replace('_', '-')}`,
    lagSeconds: settleSeconds,
    pages: (from, signal) => pages(reading(signal), from as CrmPosition | null),
    named: (ids, signal) => named(reading(signal), ids),
    reread: {
      hours: rereadHours,
      async *pages(signal) {
        for await (const { records } of listObjects(reading(signal), false, null)) yield { records, position: null };
      },
    },
    standing: (signal) => totalOf(hubspot.client, declared.type, signal),
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

/** `since`: every change before it has been read, or will be by the lists still under way. */
interface CrmPosition extends Position {
  phase: 'list' | 'archived' | 'changes';
  after: string | null;
  since: number;
}

async function* pages(reading: Reading, from: CrmPosition | null): AsyncIterable<Page> {
  const { settings, now } = reading;
  const upper = now().getTime() - settings.settleSeconds * 1000;
  let at: CrmPosition = from ?? { phase: 'list', after: null, since: upper };
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
  yield { records: [], position: { phase: 'archived', after: null, since: Math.max(upper, at.since) } };
}

async function* listed(reading: Reading, at: CrmPosition): AsyncIterable<Page> {
  for await (const { records, after } of listObjects(reading, at.phase === 'archived', at.after)) {
    yield { records, position: after === null ? next(at) : { ...at, after } };
  }
}

const next = (at: CrmPosition): CrmPosition => ({ ...at, phase: at.phase === 'list' ? 'archived' : 'changes', after: null });

/** Search gives neither history nor associations: it names ids, and these are read. */
async function* changes(reading: Reading, span: { from: number; to: number }): AsyncIterable<Page> {
  const { client, declared, signal } = reading;
  const question = { client, type: declared.type, changed: declared.changed ?? CHANGED, signal };
  for await (const { ids, changedUntil } of changedIds(question, { ...span, from: Math.max(1, span.from) })) {
    yield { records: await readObjects(reading, ids), position: { phase: 'changes', after: null, since: changedUntil } };
  }
}

/** What is neither standing nor archived was erased, or lost in a merge: the winner names it. */
async function* named(reading: Reading, ids: string[]): AsyncIterable<Page> {
  const standing = await readObjects(reading, ids);
  const missing = without(ids, standing);
  const archived = missing.length > 0 ? await readObjects(reading, missing, true) : [];
  const gone = without(missing, archived).map((externalId) => ({ externalId, at: null }));
  yield { records: [...standing, ...archived], position: null, gone };
}

function without(ids: string[], records: unknown[]): string[] {
  const found = new Set(records.map((record) => wireId.safeParse(record).data?.id));
  return ids.filter((id) => !found.has(id));
}
