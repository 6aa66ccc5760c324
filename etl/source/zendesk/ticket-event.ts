import { z } from 'zod';
import { wireInstant } from '../wire-instant.js';
import { wireId } from './wire-id.js';

/** https://developer.zendesk.com/api-reference/ticketing/ticket-management/incremental_exports/#incremental-ticket-event-export */
const wireChild = z.looseObject({
  id: wireId.optional(),
  event_type: z.string(),
  author_id: wireId.nullish(),
  /** Added by us: 'agent' or 'end-user'. */
  author_role: z.string().optional(),
  body: z.string().nullish(),
  plain_body: z.string().nullish(),
  public: z.boolean().nullish(),
  priority: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  added_tags: z.array(z.string()).nullish(),
  previous_value: z.unknown().optional(),
});

export const wireTicketEvent = z
  .object({
    id: wireId,
    ticket_id: wireId,
    /** Seconds since 1970. */
    timestamp: z.number().optional(),
    created_at: wireInstant.optional(),
    updater_id: wireId.nullish(),
    child_events: z.array(wireChild),
  })
  .transform((event, context) => {
    const at = event.created_at ?? (event.timestamp === undefined ? null : new Date(event.timestamp * 1000));
    if (at && !Number.isNaN(at.getTime())) return { ...event, at };
    context.addIssue({ code: 'custom', path: ['created_at'], message: 'it has no time' });
    return z.NEVER;
  });

export type TicketEvent = z.output<typeof wireTicketEvent>;
export type TicketEventChild = TicketEvent['child_events'][number];

/** Tags that this change put on the ticket; those it was created with count too. */
export function addedTags(child: TicketEventChild): string[] {
  if (child.added_tags) return child.added_tags;
  const before = Array.isArray(child.previous_value) ? child.previous_value : [];
  return (child.tags ?? []).filter((tag) => !before.includes(tag));
}
