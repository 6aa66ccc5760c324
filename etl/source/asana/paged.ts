import { z } from 'zod';
import type { Query } from '../http.js';
import { SourceError } from '../source-error.js';
import type { AsanaClient } from './client.js';

/** https://developers.asana.com/docs/pagination */
const wirePage = z.object({ data: z.array(z.unknown()), next_page: z.object({ offset: z.string().min(1) }).nullish() });

export interface Paged {
  client: AsanaClient;
  path: string;
  query: Query;
  pageSize: number;
  signal: AbortSignal;
}

const MOST_RESTARTS = 3;

/** All pages of a list. When an offset has expired, the list begins again: a record may come twice. */
export async function* paged({ client, path, query, pageSize, signal }: Paged): AsyncIterable<unknown[]> {
  let offset: string | null = null;
  let restarts = 0;
  for (;;) {
    const page: z.output<typeof wirePage> | null = await client
      .get(wirePage, path, { ...query, limit: pageSize, offset }, signal)
      .catch((error: unknown) => expired(error, offset !== null && restarts < MOST_RESTARTS));
    if (page === null) {
      restarts += 1;
      offset = null;
      continue;
    }
    yield page.data;
    const next: string | null = page.next_page?.offset ?? null;
    if (next === null) return;
    if (next === offset) throw new SourceError('vendor', `Asana names the same page of ${path} again and again. Read it again later.`);
    offset = next;
  }
}

/** An offset lives for a while that Asana does not state, and is then answered 400. */
function expired(error: unknown, mayBegin: boolean): null {
  if (mayBegin && error instanceof SourceError && error.status === 400) return null;
  throw error;
}
