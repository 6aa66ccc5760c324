import { z } from 'zod';
import { SourceError } from '../source-error.js';
import type { Intercom } from './intercom-stream.js';
import { wireId, wireSeconds } from './wire-value.js';

/** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations/searchconversations */
const wirePages = z.looseObject({
  total_count: z.number().int(),
  /** `next` is absent on the last page. */
  pages: z.looseObject({ next: z.looseObject({ starting_after: z.string().nullish() }).nullish() }).nullish(),
});

const wireFound = z.looseObject({ id: wireId, created_at: wireSeconds, updated_at: wireSeconds.nullish() });

/** A record as it was found, with the moments that order it. */
export interface Found {
  id: string;
  createdAt: Date;
  /** When it was created, for a record that never changed since. */
  updatedAt: Date;
  payload: unknown;
}

export interface FoundPage {
  found: Found[];
  /** How many there are in all, this page and what came before it included. */
  total: number;
  /** Null on the last page. */
  next: string | null;
}

export type OrderField = 'created_at' | 'updated_at';

/** Dates can only be compared by `>` and `<`; both leave the named second out. */
export interface Filter {
  field: OrderField;
  operator: '>' | '<';
  value: number;
}

export interface Search {
  intercom: Intercom;
  kind: 'conversations' | 'contacts';
  signal: AbortSignal;
}

export interface SearchPage {
  order: OrderField;
  filters: Filter[];
  /** Null for the first page. */
  after: string | null;
}

const MOST_REFUSALS = 3;
const RECORDS = { conversations: 'conversations', contacts: 'data' } as const;
/** A cursor that Intercom does not take any more. */
const CURSOR_REFUSED = [400, 404];

/** One page, oldest first. Null when the cursor is refused. */
export async function searchPage({ intercom, kind, signal }: Search, { order, filters, after }: SearchPage): Promise<FoundPage | null> {
  const body = {
    query: { operator: 'AND', value: filters },
    pagination: { per_page: intercom.settings.pageSize, ...(after === null ? {} : { starting_after: after }) },
    sort: { field: order, order: 'ascending' },
  };
  const path = `/${kind}/search`;
  try {
    const handled = after === null ? [] : CURSOR_REFUSED;
    const answer = await intercom.client.ask({ wire: wirePages, path, body, handled, signal });
    const records = answer[RECORDS[kind]];
    if (!Array.isArray(records))
      throw new SourceError('schema', `Intercom answered ${path} not as documented: ${RECORDS[kind]} is not a list.`);
    const found = records.map((record) => foundIn(record, path));
    return { found, total: answer.total_count, next: answer.pages?.next?.starting_after ?? null };
  } catch (error) {
    if (after !== null && error instanceof SourceError && CURSOR_REFUSED.includes(error.status ?? 0)) return null;
    throw error;
  }
}

/** Begins the search again when its cursor is refused: rows then come twice. Throws when that happens too often. */
export function searcher(search: Search): (page: SearchPage) => Promise<FoundPage> {
  let refusals = 0;
  return async (wanted) => {
    const page = await searchPage(search, wanted);
    if (page !== null) return page;
    if (++refusals <= MOST_REFUSALS) {
      const first = await searchPage(search, { ...wanted, after: null });
      if (first !== null) return first;
    }
    throw new SourceError('vendor', `Intercom refuses its own cursors over ${search.kind}. It will be tried again on the next run.`);
  };
}

/** Without its times a record cannot be passed by: the search would stand still or leave others out. */
function foundIn(payload: unknown, path: string): Found {
  const { data, error } = wireFound.safeParse(payload);
  if (data) return { id: data.id, createdAt: data.created_at, updatedAt: data.updated_at ?? data.created_at, payload };
  const [issue] = error.issues;
  throw new SourceError('schema', `Intercom answered ${path} not as documented: ${issue?.path.join('.')}: ${issue?.message}.`);
}

export const secondOf = (at: Date): number => Math.floor(at.getTime() / 1000);
