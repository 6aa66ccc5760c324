import { z } from 'zod';
import { Person } from '../../warehouse/index.js';
import { parsed } from '../parsed.js';
import type { Page, Position, Stream } from '../source.js';
import { SourceError } from '../source-error.js';
import { type Intercom, inboxPage } from './intercom-stream.js';
import { type Filter, type Found, type FoundPage, type OrderField, type Search, searcher, secondOf } from './search.js';
import { idOf, wireId, wireSeconds } from './wire-value.js';

const DAY_SECONDS = 86_400;
/** Dates are compared by the day in the workspace's zone, and `>` begins with the next one. */
const LOOKBACK_SECONDS = 2 * DAY_SECONDS;
/** New contacts are found some minutes late. */
const LAG_SECONDS = 900;
const WEEK_HOURS = 168;
const MOST_COUNTS = 3;

/** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/contacts/contact */
const wireContact = z.looseObject({
  id: wireId,
  workspace_id: z.string().nullish(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  created_at: wireSeconds,
  updated_at: wireSeconds.nullish(),
  /** Ten at most; the first is the company the contact was in first. */
  companies: z.looseObject({ data: z.array(z.looseObject({ id: wireId })).nullish() }).nullish(),
});

/** Users and leads. A contact merged into another is found no more; the sweep marks it. */
export function contacts(intercom: Intercom): Stream {
  const search = (signal: AbortSignal): Search => ({ intercom, kind: 'contacts', signal });
  return {
    name: 'intercom.contacts',
    pages: (from, signal) => pages(intercom, { search: search(signal), from }),
    idOf,
    lagSeconds: LAG_SECONDS,
    sweep: { hours: WEEK_HOURS, ids: (signal) => standingIds(search(signal)) },
    reread: { hours: WEEK_HOURS, pages: (signal) => everyone(search(signal)) },
    read(payload) {
      const contact = parsed(wireContact, payload);
      const row = {
        externalId: contact.id,
        name: contact.name || null,
        email: contact.email?.toLowerCase() || null,
        internal: false,
        active: true,
        accountExternalId: contact.companies?.data?.[0]?.id ?? null,
      };
      return {
        externalId: contact.id,
        changedAt: contact.updated_at ?? contact.created_at,
        deletedAt: null,
        url: inboxPage(intercom, contact.workspace_id, `users/${contact.id}`),
        rows: [{ table: Person, rows: [row] }],
      };
    },
  };
}

/** The first time by creation, an order in which nothing moves; then by change, asked two days back and sifted here. */
async function* pages({ now }: Intercom, { search, from }: { search: Search; from: Position | null }): AsyncIterable<Page> {
  const began = { updated: secondOf(now()) - LAG_SECONDS };
  if (typeof from?.updated !== 'number') yield* everyone(search);
  else {
    const since = from.updated - LAG_SECONDS;
    const filters: Filter[] = [{ field: 'updated_at', operator: '>', value: Math.max(0, from.updated - LOOKBACK_SECONDS) }];
    for await (const { found } of byCursor(search, { order: 'updated_at', filters })) {
      const changed = found.filter(({ updatedAt }) => secondOf(updatedAt) >= since);
      yield { records: changed.map(({ payload }) => payload), position: null };
    }
  }
  yield { records: [], position: { updated: Math.max(began.updated, Number(from?.updated ?? 0)) } };
}

const SINCE_EVER: Filter[] = [{ field: 'created_at', operator: '>', value: 0 }];

async function* everyone(search: Search): AsyncIterable<Page> {
  for await (const { found, total } of byCursor(search, { order: 'created_at', filters: SINCE_EVER })) {
    yield { records: found.map(({ payload }) => payload), position: null, expected: total };
  }
}

/**
 * A cursor over a search counts rows, and whoever is deleted while we read shifts one over the edge of a page. So it is counted whether all
 * came; where not, they are named again, and only who was named in no pass is missing.
 */
async function* standingIds(search: Search): AsyncIterable<string[]> {
  for (let counted = 1; counted <= MOST_COUNTS; counted++) {
    const ids = new Set<string>();
    let totals = new Set<number>();
    for await (const { found, total } of byCursor(search, { order: 'created_at', filters: SINCE_EVER })) {
      totals = totals.add(total);
      for (const { id } of found) ids.add(id);
      yield found.map(({ id }) => id);
    }
    if (totals.size <= 1 && (totals.size === 0 || totals.has(ids.size))) return;
  }
}

/** Follows the cursor to its end. */
async function* byCursor(
  search: Search,
  { order, filters }: { order: OrderField; filters: Filter[] },
): AsyncGenerator<{ found: Found[]; total: number }> {
  const ask = searcher(search);
  let after: string | null = null;
  do {
    const page: FoundPage = await ask({ order, filters, after });
    yield page;
    if (page.next !== null && page.next === after) throw circle();
    after = page.next;
  } while (after !== null);
}

const circle = () =>
  new SourceError(
    'vendor',
    'Intercom: the search of contacts says there is more and does not go on. It will be tried again on the next run.',
  );
