import type { z } from 'zod';
import type { Query } from '../http.js';
import { SourceError } from '../source-error.js';
import type { Limit, ZendeskClient } from './client.js';

export const LARGEST_PAGE = 1_000;
const SMALLEST_PAGE = 50;
/** Exports leave out the last minute, because rows of it may still come. */
export const EXPORT_LAG_SECONDS = 60;
/** So a start within it is refused. */
const YOUNGEST_SECONDS = EXPORT_LAG_SECONDS + 1;
export const FIRST_SECOND = 1;

export interface Export {
  client: ZendeskClient;
  now: () => Date;
  path: string;
  /** Under which name the answer holds the records. */
  key: string;
  query?: Query;
  /** Puts what came beside the records into them. */
  join?: (records: unknown[], page: Record<string, unknown>) => unknown[];
  signal: AbortSignal;
}

export type AskExport = <Wire extends z.ZodType>(wire: Wire, where: Query) => Promise<z.output<Wire>>;

/** Asks for half as many rows each time Zendesk gives up on a page. */
export function asker({ client, path, query, signal }: Export, limit: Limit): AskExport {
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

export function recordsOf(page: Record<string, unknown>, { key, path, join }: Export): unknown[] {
  const records = page[key];
  if (Array.isArray(records)) return join ? join(records, page) : records;
  throw new SourceError('schema', `Zendesk answered ${path} not as documented: ${key} is not a list.`);
}

export const circle = ({ path }: Export) =>
  new SourceError('vendor', `Zendesk: ${path} says there is more and does not go on. Read it again later; if it stays so, ask Zendesk.`);

export const youngestStart = ({ now }: Export): number => Math.floor(now().getTime() / 1000) - YOUNGEST_SECONDS;
