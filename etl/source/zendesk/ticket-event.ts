import { z } from 'zod';
import { wireInstant } from '../wire-instant.js';
import { wireId } from './wire-id.js';

/** https://developer.zendesk.com/api-reference/ticketing/ticket-management/incremental_exports/#incremental-ticket-event-export */
const wireFields = z.looseObject({
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
  group_id: wireId.nullish(),
  /** Added by us: the name of the group, where it has one. */
  group_name: z.string().nullish(),
  /** Field id to its new value. */
  custom_ticket_fields: z.record(z.string(), z.unknown()).nullish(),
  /** How audits name a field; the export has been seen to put the field itself. */
  field_name: z.string().nullish(),
  value: z.unknown().optional(),
  via: z.unknown().optional(),
  previous_value: z.unknown().optional(),
});

/** Written either way, a change bears the field itself. */
const wireChild = z.preprocess((child) => {
  const { field_name: name, value } = (child ?? {}) as Record<string, unknown>;
  return typeof name === 'string' && /^[a-z_]+$/.test(name) ? { [name]: value, ...(child as object) } : child;
}, wireFields);

export const wireTicketEvent = z
  .object({
    id: wireId,
    ticket_id: wireId,
    /** Seconds since 1970. */
    timestamp: z.number().optional(),
    created_at: wireInstant.optional(),
    updater_id: wireId.nullish(),
    via: z.unknown().optional(),
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

/** The field that this change sets, and to what; null when it sets none by id. */
export function fieldSet({ custom_ticket_fields: fields, field_name: name, value }: TicketEventChild): [id: string, value: unknown][] {
  const named: [string, unknown][] = name != null && /^\d+$/.test(name) ? [[name, value]] : [];
  return [...Object.entries(fields ?? {}), ...named];
}

/** The tag that Zendesk puts on a ticket that was merged into another. */
const MERGED_TAG = 'closed_by_merge';

/** A merge repeats in the other ticket what was said and tagged in this one: neither of its two events is news. */
export const isMerge = ({ via, child_events: children }: TicketEvent): boolean =>
  cameByMerge(via) || children.some((child) => cameByMerge(child.via) || addedTags(child).includes(MERGED_TAG));

const wireVia = z.union([
  z.string().transform((channel) => ({ channel, rel: null })),
  z
    .looseObject({ channel: z.unknown().optional(), source: z.looseObject({ rel: z.unknown().optional() }).nullish() })
    .transform(({ channel, source }) => ({ channel, rel: source?.rel })),
]);

function cameByMerge(via: unknown): boolean {
  const { channel, rel } = wireVia.safeParse(via).data ?? { channel: null, rel: null };
  return String(channel).toLowerCase() === 'merge' || rel === 'merge';
}
