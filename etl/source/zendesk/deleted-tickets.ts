import { z } from 'zod';
import type { Gone } from '../source.js';
import { SourceError } from '../source-error.js';
import { wireInstant } from '../wire-instant.js';
import type { ZendeskClient } from './client.js';
import { WITHOUT_PRODUCT } from './left-out.js';
import { wireId } from './wire-id.js';

/** https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#list-deleted-tickets */
const wireDeleted = z.object({
  deleted_tickets: z.array(z.object({ id: wireId, deleted_at: wireInstant })),
  next_page: z.string().nullish(),
});

const LOOKBACK_SECONDS = 300;
/** Offset paging ends after 10,000 rows, a hundred at a time. */
const MOST_PAGES = 100;

/** Tickets put into the bin since then, newest first; it keeps them 30 days. Null when the account does not show it: the export tells of deletions too. */
export async function deletedTickets(
  client: ZendeskClient,
  { since, signal }: { since: number | null; signal: AbortSignal },
): Promise<Gone[] | null> {
  const from = since === null ? 0 : since - LOOKBACK_SECONDS;
  const gone: Gone[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const answer = await binPage(client, page, signal);
    if (answer === null) return null;
    gone.push(...answer.deleted_tickets.map(({ id, deleted_at }) => ({ externalId: id, at: deleted_at })));
    const oldest = answer.deleted_tickets.at(-1)?.deleted_at.getTime() ?? 0;
    if (!answer.next_page || oldest / 1000 < from) break;
  }
  return gone;
}

async function binPage(client: ZendeskClient, page: number, signal: AbortSignal): Promise<z.output<typeof wireDeleted> | null> {
  const query = { per_page: 100, page, sort_by: 'deleted_at', sort_order: 'desc' };
  const path = '/api/v2/deleted_tickets.json';
  try {
    return await client.get({ wire: wireDeleted, path, query, limit: 'deleted list', handled: WITHOUT_PRODUCT, signal });
  } catch (error) {
    if (error instanceof SourceError && WITHOUT_PRODUCT.includes(error.status ?? 0)) return null;
    throw error;
  }
}
