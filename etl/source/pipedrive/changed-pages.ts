import { z } from 'zod';
import type { Query } from '../http.js';
import { instant } from '../instant.js';
import type { Page, Position } from '../source.js';
import { SourceError } from '../source-error.js';
import type { List } from './client.js';
import { following } from './cursor-pages.js';
import type { Pipedrive } from './record.js';

interface Reading {
  pipedrive: Pipedrive;
  lists: { path: string; query?: Query }[];
  query: Query;
}

const wireChange = z.object({ update_time: z.string().nullish() });

/** Every list from its own position on. The lists answer oldest change first, so a position moves with every page. */
export async function* changedPages(reading: Reading, from: Position | null, signal: AbortSignal): AsyncIterable<Page> {
  const position: Position = { ...from };
  for (const list of reading.lists) {
    const key = keyOf(list);
    const since = typeof position[key] === 'string' ? position[key] : null;
    for await (const { records, until } of listPages(reading, list, { since, signal })) {
      position[key] = until;
      yield { records, position: { ...position } };
    }
  }
}

const keyOf = ({ path, query }: Reading['lists'][number]) => [path, query?.status].filter(Boolean).join(' ');

interface From {
  since: string | null;
  signal: AbortSignal;
}

/** `until`: the latest change so far. A cursor that is refused is given up for a new question from there. */
async function* listPages({ pipedrive, query }: Reading, list: Reading['lists'][number], { since, signal }: From) {
  const { client, settings } = pipedrive;
  let until = since;
  let asked = lookedBack(until, settings.lookbackSeconds);
  let cursor: string | null = null;
  for (;;) {
    const wanted: Query = { ...query, ...list.query, sort_by: 'update_time', sort_direction: 'asc', limit: settings.pageSize };
    const page: List | null = await client
      .list(list.path, { ...wanted, updated_since: asked, cursor }, { signal, ...(cursor === null ? {} : { handled: [400] }) })
      .catch((error: unknown) => refusedCursor(error, cursor));
    if (page === null) {
      const again = lookedBack(until, 0);
      if (again === asked)
        throw new SourceError('vendor', `Pipedrive refuses its own cursor of ${list.path} again and again. It will be tried again later.`);
      asked = again;
      cursor = null;
      continue;
    }
    until = latest(until, page.data);
    yield { records: page.data, until };
    cursor = following(list.path, page, cursor);
    if (cursor === null) return;
  }
}

/** Null for a cursor that has expired. */
function refusedCursor(error: unknown, cursor: string | null): null {
  if (cursor !== null && error instanceof SourceError && error.status === 400) return null;
  throw error;
}

function latest(before: string | null, records: unknown[]): string | null {
  return records.reduce<string | null>((last, record) => {
    const { update_time: at } = wireChange.safeParse(record).data ?? {};
    return at && (last === null || isLater(at, last)) ? at : last;
  }, before);
}

/** A time that cannot be read, or that lies in a future nobody will live to see, moves nothing. */
function isLater(at: string, last: string): boolean {
  try {
    const moment = instant(at).getTime();
    return moment > instant(last).getTime();
  } catch {
    return false;
  }
}

function lookedBack(since: string | null, seconds: number): string | null {
  if (since === null) return null;
  return new Date(instant(since).getTime() - seconds * 1_000).toISOString().replace(/[.]\d+Z$/, 'Z');
}
