import { z } from 'zod';
import { Ticket } from '../../warehouse/index.js';
import { parsed } from '../parsed.js';
import type { Page, Position, Stream } from '../source.js';
import { wireInstant } from '../wire-instant.js';
import { cursorExport } from './cursor-export.js';
import { deletedTickets } from './deleted-tickets.js';
import { EXPORT_LAG_SECONDS } from './export.js';
import { idOf, wireId } from './wire-id.js';
import { agentPage, type Zendesk } from './zendesk-stream.js';

/** https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/ */
const wireTicket = z.object({
  id: wireId,
  subject: z.string().nullish(),
  status: z.string(),
  priority: z.string().nullish(),
  tags: z.array(z.string()).default([]),
  organization_id: wireId.nullish(),
  requester_id: wireId.nullish(),
  created_at: wireInstant,
  updated_at: wireInstant,
  /** Put in by us from what comes beside the tickets; a deleted one has none. */
  metric_set: z.object({ solved_at: wireInstant.nullish() }).nullish(),
});

const DONE = ['solved', 'closed'];

/** When a ticket was escalated, and when somebody tagged it, is told by its events. */
export function tickets(zendesk: Zendesk): Stream {
  return {
    name: 'zendesk.tickets',
    lagSeconds: EXPORT_LAG_SECONDS,
    pages: (from, signal) => pages(zendesk, from, signal),
    idOf,
    read(payload) {
      const ticket = parsed(wireTicket, payload);
      const row = {
        externalId: ticket.id,
        accountExternalId: ticket.organization_id ?? null,
        requesterExternalId: ticket.requester_id ?? null,
        subject: ticket.subject || null,
        status: ticket.status,
        priority: ticket.priority ?? null,
        tags: ticket.tags,
        openedAt: ticket.created_at,
        solvedAt: DONE.includes(ticket.status) ? (ticket.metric_set?.solved_at ?? null) : null,
      };
      return {
        externalId: ticket.id,
        changedAt: ticket.updated_at,
        deletedAt: ticket.status === 'deleted' ? ticket.updated_at : null,
        url: agentPage(zendesk, 'tickets', ticket.id),
        rows: [{ table: Ticket, rows: [row] }],
      };
    },
  };
}

/** The export, and after it the bin: a ticket deleted within the last minute is there already. */
async function* pages(zendesk: Zendesk, from: Position | null, signal: AbortSignal): AsyncIterable<Page> {
  const path = '/api/v2/incremental/tickets/cursor.json';
  const began = Math.floor(zendesk.now().getTime() / 1000);
  const binned = typeof from?.binned === 'number' ? from.binned : null;
  let position = from;
  for await (const page of cursorExport(
    { ...zendesk, path, key: 'tickets', query: { include: 'metric_sets' }, join: withSolved, signal },
    from,
  )) {
    position = page.position === null ? position : { ...page.position, binned };
    yield { ...page, position: page.position === null ? null : position };
  }
  const gone = await deletedTickets(zendesk.client, { since: binned, signal });
  if (gone !== null && position !== null) yield { records: [], gone, position: { ...position, binned: began } };
}

const wireMetrics = z.object({
  metric_sets: z.array(z.object({ ticket_id: wireId, solved_at: z.string().nullish() })).default([]),
});
const withId = z.looseObject({ id: wireId });

/** Only the moment that is read: the other metrics change by themselves. */
function withSolved(records: unknown[], page: Record<string, unknown>): unknown[] {
  const sets = wireMetrics.safeParse(page).data?.metric_sets ?? [];
  const solved = new Map(sets.map((set) => [set.ticket_id, set.solved_at ?? null]));
  return records.map((ticket) => {
    const id = withId.safeParse(ticket).data?.id;
    return id !== undefined && solved.has(id) ? { ...(ticket as object), metric_set: { solved_at: solved.get(id) } } : ticket;
  });
}
