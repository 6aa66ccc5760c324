import { z } from 'zod';
import type { Query } from '../http.js';
import type { Gone, Page, Position, Stream } from '../source.js';
import { SourceError } from '../source-error.js';
import { changedByEvents, EVENTS_KEPT_SECONDS } from './changed-by-events.js';
import type { Changed, Reading, Stripe, StripeList } from './reading.js';

/** https://docs.stripe.com/api/pagination */
const wireList = z.object({ data: z.array(z.unknown()), has_more: z.boolean() });
const wireId = z.object({ id: z.string().min(1) });
const wireObject = z.looseObject({ id: z.string(), deleted: z.boolean().optional() });

export const idOf = (payload: unknown): string | null => wireId.safeParse(payload).data?.id ?? null;

/**
 * `since`, in seconds: every change before it has been read, or will be by the list still under way.
 * `after` is the place in a list whose order (newest first) never changes; null outside of it.
 */
interface StripePosition extends Position {
  since: number;
  after: string | null;
  listing: 'yes' | 'no';
}

type Reads = Required<Pick<Stream, 'pages' | 'named' | 'reread'>>;

/**
 * First everything by list, newest first, then what the events name, oldest change first. Only events say what changed, and they are
 * kept for 30 days: who comes later reads everything again.
 */
export function stripeReads(stripe: Stripe, list: StripeList): Reads {
  return {
    pages: (from, signal) => pages({ ...stripe, list, signal }, from as StripePosition | null),
    named: (ids, signal) =>
      fetched(
        { ...stripe, list, signal },
        ids.map((id) => ({ id, at: null })),
      ),
    reread: {
      hours: stripe.settings.rereadHours,
      async *pages(signal) {
        for await (const { records } of listed({ ...stripe, list, signal }, null)) yield { records, position: null };
      },
    },
  };
}

async function* pages(reading: Reading, from: StripePosition | null): AsyncIterable<Page> {
  const beganAt = Math.floor(reading.now().getTime() / 1000);
  const known = from !== null && from.since > beganAt - EVENTS_KEPT_SECONDS ? from : null;
  const since = known?.since ?? beganAt;
  if (known?.listing !== 'no') {
    for await (const { records, after } of listed(reading, known?.after ?? null)) {
      const position: StripePosition = { since, after, listing: after === null ? 'no' : 'yes' };
      yield { records, position };
    }
  }
  if (known) yield* changes(reading, known.since);
  const position: StripePosition = { since: Math.max(since, beganAt), after: null, listing: 'no' };
  yield { records: [], position };
}

async function* listed(reading: Reading, from: string | null): AsyncIterable<{ records: unknown[]; after: string | null }> {
  const { client, list, settings, signal } = reading;
  const expand = list.expand.map((path) => `data.${path}`);
  let after = from;
  for (;;) {
    const query: Query = { ...list.query, limit: settings.pageSize, starting_after: after, 'expand[]': expand };
    const page = await client.get(wireList, list.path, query, signal).catch((error: unknown) => {
      if (after !== null && isMissing(error)) return null;
      throw error;
    });
    if (page === null) {
      // The object that marked the place was deleted meanwhile: from the beginning again.
      after = null;
      continue;
    }
    const last = idOf(page.data.at(-1));
    if (page.has_more && (last === null || last === after))
      throw new SourceError('vendor', `Stripe names the same page of ${list.path} again and again.`);
    after = page.has_more ? last : null;
    yield { records: await joined(reading, page.data), after };
    if (after === null) return;
  }
}

const isMissing = (error: unknown) => error instanceof SourceError && (error.status === 400 || error.status === 404);

async function* changes(reading: Reading, since: number): AsyncIterable<Page> {
  const changed = await changedByEvents(reading, since - reading.settings.lookbackSeconds);
  const size = reading.settings.pageSize;
  for (let start = 0; start < changed.length; start += size) {
    const part = changed.slice(start, start + size);
    const at = part.at(-1)?.at?.getTime() ?? 0;
    const position: StripePosition = { since: Math.max(since, Math.floor(at / 1000)), after: null, listing: 'no' };
    for await (const page of fetched(reading, part)) yield { ...page, position };
  }
}

const AT_ONCE = 5;

/** Events hold the object as it was, in the account's own version: each is fetched as it is. */
async function* fetched(reading: Reading, changed: Changed[]): AsyncIterable<Page> {
  const records: unknown[] = [];
  const gone: Gone[] = [];
  for (let start = 0; start < changed.length; start += AT_ONCE) {
    const part = changed.slice(start, start + AT_ONCE);
    const found = await Promise.all(part.map(({ id }) => retrieve(reading, id)));
    for (const [n, { id, at }] of part.entries()) {
      if (found[n] === null) gone.push({ externalId: id, at });
      else records.push(found[n]);
    }
  }
  yield { records: await joined(reading, records), position: null, gone };
}

/** Null when it was deleted. */
async function retrieve({ client, list, signal }: Reading, id: string): Promise<unknown> {
  try {
    const object = await client.get(wireObject, `${list.path}/${encodeURIComponent(id)}`, { 'expand[]': list.expand }, signal);
    return object.deleted ? null : object;
  } catch (error) {
    if (error instanceof SourceError && error.status === 404) return null;
    throw error;
  }
}

const joined = ({ list, signal }: Reading, records: unknown[]) => list.joined?.(records, signal) ?? Promise.resolve(records);
