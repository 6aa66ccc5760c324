import type { Query } from '../http.js';
import { SourceError } from '../source-error.js';
import type { List, PipedriveClient } from './client.js';

interface Asked {
  path: string;
  query: Query;
  signal: AbortSignal;
}

/** All pages of a list. Throws a SourceError when a page leads to itself. */
export async function* cursorPages(client: PipedriveClient, { path, query, signal }: Asked): AsyncIterable<unknown[]> {
  let cursor: string | null = null;
  do {
    const page: List = await client.list(path, { ...query, cursor }, { signal });
    yield page.data;
    cursor = following(path, page, cursor);
  } while (cursor !== null);
}

/** The cursor of the page after this one. */
export function following(path: string, { nextCursor }: List, cursor: string | null): string | null {
  if (nextCursor === null || nextCursor !== cursor) return nextCursor;
  throw new SourceError('vendor', `Pipedrive gives the same next page of ${path} again and again, so reading it was ended.`);
}
