import { z } from 'zod';
import { Event, Message } from '../../warehouse/index.js';
import { parsed } from '../parsed.js';
import type { FactRow, Page, Position, Stream } from '../source.js';
import { agentIds } from './agents.js';
import { EXPORT_LAG_SECONDS, timeExport } from './export.js';
import type { ZendeskMapping } from './settings.js';
import { addedTags, type TicketEvent, type TicketEventChild, wireTicketEvent } from './ticket-event.js';
import { idOf } from './wire-id.js';
import { agentPage, type Zendesk } from './zendesk-stream.js';

const PATH = '/api/v2/incremental/ticket_events.json';

/** What was said in tickets, and when they were escalated or tagged. */
export function ticketEvents(zendesk: Zendesk): Stream {
  const { mapping } = zendesk.settings;
  return {
    name: 'zendesk.ticket-events',
    lagSeconds: EXPORT_LAG_SECONDS,
    pages: (from, signal) => pages(zendesk, from, signal),
    idOf,
    read(payload) {
      const event = parsed(wireTicketEvent, payload);
      return {
        externalId: event.id,
        changedAt: event.at,
        deletedAt: null,
        url: agentPage(zendesk, 'tickets', event.ticket_id),
        rows: [
          { table: Message, rows: event.child_events.flatMap((child) => message(event, child)) },
          { table: Event, rows: [...escalation(event, mapping), ...repeat(event, mapping)] },
        ],
      };
    },
  };
}

async function* pages(zendesk: Zendesk, from: Position | null, signal: AbortSignal): AsyncIterable<Page> {
  const agents = await agentIds(zendesk.client, signal);
  const wanted = { ...zendesk, path: PATH, key: 'ticket_events', query: { include: 'comment_events' }, signal };
  for await (const page of timeExport(wanted, from)) {
    yield { ...page, records: page.records.map((event) => withRoles(event, agents)) };
  }
}

const wireChildren = z.looseObject({ child_events: z.array(z.looseObject({ author_id: z.union([z.number(), z.string()]).nullish() })) });

/** An event names its authors without saying on which side they are. */
function withRoles(event: unknown, agents: Set<string>): unknown {
  const { success, data } = wireChildren.safeParse(event);
  if (!success) return event;
  const child_events = data.child_events.map((child) =>
    child.author_id == null ? child : { ...child, author_role: agents.has(String(child.author_id)) ? 'agent' : 'end-user' },
  );
  return { ...data, child_events };
}

function message(event: TicketEvent, child: TicketEventChild): FactRow[] {
  const body = child.plain_body ?? child.body ?? null;
  if (child.event_type !== 'Comment' || body === null) return [];
  const author = child.author_id ?? event.updater_id ?? null;
  const row = {
    externalId: child.id ?? event.id,
    ticketExternalId: event.ticket_id,
    authorExternalId: author,
    fromCustomer: child.author_role === 'end-user',
    visible: child.public ?? true,
    sentAt: event.at,
    body,
  };
  return [row];
}

/** One event per change, however many of its parts say escalation. */
function escalation(event: TicketEvent, mapping: ZendeskMapping): FactRow[] {
  const says = (child: TicketEventChild) =>
    mapping.escalatedPriorities.includes(child.priority ?? '') || addedTags(child).some((tag) => mapping.escalatedTags.includes(tag));
  if (!event.child_events.some(says)) return [];
  return [fact(event, 'escalated', null)];
}

function repeat(event: TicketEvent, mapping: ZendeskMapping): FactRow[] {
  const says = (child: TicketEventChild) => addedTags(child).some((tag) => mapping.repeatTags.includes(tag));
  return event.child_events.some(says) ? [fact(event, 'information-repeated', 'reported')] : [];
}

const fact = (event: TicketEvent, kind: string, detail: string | null): FactRow => ({
  externalId: `ticket-event:${event.id}:${kind}`,
  kind,
  at: event.at,
  ticketExternalId: event.ticket_id,
  personExternalId: event.updater_id ?? null,
  detail,
});
