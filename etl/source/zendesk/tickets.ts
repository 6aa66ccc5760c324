import { z } from 'zod';
import { Ticket } from '../../warehouse/index.js';
import { parsed } from '../parsed.js';
import type { Stream } from '../source.js';
import { wireInstant } from '../wire-instant.js';
import { cursorExport, EXPORT_LAG_SECONDS } from './export.js';
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
});

/** When a ticket was escalated, and when somebody tagged it, is told by its events. */
export function tickets(zendesk: Zendesk): Stream {
  return {
    name: 'zendesk.tickets',
    lagSeconds: EXPORT_LAG_SECONDS,
    pages: (from, signal) => cursorExport({ ...zendesk, path: '/api/v2/incremental/tickets/cursor.json', key: 'tickets', signal }, from),
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
