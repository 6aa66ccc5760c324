import { z } from 'zod';
import type { Query } from '../http.js';
import type { Page, Position } from '../source.js';
import { SourceError } from '../source-error.js';
import type { Limit, ZendeskClient } from './client.js';

const LARGEST_PAGE = 1_000;
const SMALLEST_PAGE = 50;
/** Exports leave out the last minute, because rows of it may still come. */
export const EXPORT_LAG_SECONDS = 60;
/** So a start within it is refused. */
const YOUNGEST_SECONDS = EXPORT_LAG_SECONDS + 1;
/** A time export is asked this far back again: what is written late carries an earlier second. */
const LOOKBACK_SECONDS = 300;
const FIRST_SECOND = 1;

export interface Export {
  client: ZendeskClient;
  now: () => Date;
  path: string;
  /** Under which name the answer holds the records. */
  key: string;
  query?: Query;
  signal: AbortSignal;
}

/** https://developer.zendesk.com/api-reference/ticketing/ticket-management/incremental_exports/#cursor-based-incremental-exports */
const wireCursor = z.looseObject({ after_cursor: z.string().nullish(), end_of_stream: z.boolean() });

/** Ordered by the time of generation: rows last updated long before come too, and belong to it. */
export async function* cursorExport(wanted: Export, from: Position | null): AsyncIterable<Page> {
  const ask = asker(wanted, 'cursor export');
  let cursor = typeof from?.cursor === 'string' ? from.cursor : null;
  for (;;) {
    const page = await ask(wireCursor, cursor === null ? { start_time: FIRST_SECOND } : { cursor });
    const records = recordsOf(page, wanted);
    const next = page.after_cursor ?? null;
    if (!page.end_of_stream && (next === null || next === cursor)) throw circle(wanted);
    // After the end Zendesk has been seen to answer null: the last cursor that was one stays.
    cursor = next ?? cursor;
    yield { records, position: cursor === null ? null : { cursor } };
    if (page.end_of_stream) return;
  }
}

/** https://developer.zendesk.com/api-reference/ticketing/ticket-management/incremental_exports/#time-based-incremental-exports */
const wireTime = z.looseObject({
  count: z.number(),
  end_time: z.number().nullish(),
  next_page: z.string().nullish(),
  end_of_stream: z.boolean().optional(),
});

/** Each page begins with the last rows of the one before. */
export async function* timeExport(wanted: Export, from: Position | null): AsyncIterable<Page> {
  const ask = asker(wanted, 'time export');
  const youngest = Math.floor(wanted.now().getTime() / 1000) - YOUNGEST_SECONDS;
  let start = typeof from?.start === 'number' ? Math.max(FIRST_SECOND, from.start - LOOKBACK_SECONDS) : FIRST_SECOND;
  for (;;) {
    start = Math.min(start, youngest);
    const page = await ask(wireTime, { start_time: start });
    const end = page.end_time ?? start;
    yield { records: recordsOf(page, wanted), position: { start: Math.max(end, Number(from?.start ?? 0)) } };
    if (page.end_of_stream ?? page.count < LARGEST_PAGE) return;
    const next = nextStart(page.next_page) ?? end;
    if (next <= start) throw circle(wanted);
    start = next;
  }
}

/** The second at which Zendesk wants to go on: one later than the last when a single second filled the page. The link itself is not followed. */
function nextStart(link: string | null | undefined): number | null {
  const second = Number(/[?&]start_time=(\d+)/.exec(link ?? '')?.[1] ?? Number.NaN);
  return Number.isInteger(second) ? second : null;
}

/** Asks for half as many rows each time Zendesk gives up on a page. */
function asker({ client, path, query, signal }: Export, limit: Limit) {
  let size = LARGEST_PAGE;
  return async <Wire extends z.ZodType>(wire: Wire, where: Query): Promise<z.output<Wire>> => {
    for (;;) {
      const handled = size > SMALLEST_PAGE ? [504] : [];
      try {
        return await client.get({ wire, path, query: { ...query, ...where, per_page: size }, limit, handled, signal });
      } catch (error) {
        if (!(error instanceof SourceError) || error.status === null || !handled.includes(error.status)) throw error;
        size = Math.max(SMALLEST_PAGE, size >> 1);
      }
    }
  };
}

function recordsOf(page: Record<string, unknown>, { key, path }: Export): unknown[] {
  const records = page[key];
  if (Array.isArray(records)) return records;
  throw new SourceError('schema', `Zendesk answered ${path} not as documented: ${key} is not a list.`);
}

const circle = ({ path }: Export) =>
  new SourceError('vendor', `Zendesk: ${path} says there is more and does not go on. Read it again later; if it stays so, ask Zendesk.`);
