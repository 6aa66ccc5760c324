import { z } from 'zod';
import { Event, Message } from '../../warehouse/index.js';
import { parsed } from '../parsed.js';
import type { FactRow, Page, Position, Stream } from '../source.js';
import { agentIds } from './agents.js';
import { EXPORT_LAG_SECONDS } from './export.js';
import { groupNames } from './groups.js';
import type { ZendeskMapping } from './settings.js';
import { addedTags, fieldSet, isMerge, type TicketEvent, type TicketEventChild, wireTicketEvent } from './ticket-event.js';
import { timeExport } from './time-export.js';
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
        rows: isMerge(event)
          ? []
          : [
              { table: Message, rows: event.child_events.flatMap((child) => message(event, child)) },
              { table: Event, rows: [...escalation(event, mapping), ...repeat(event, mapping)] },
            ],
      };
    },
  };
}

async function* pages(zendesk: Zendesk, from: Position | null, signal: AbortSignal): AsyncIterable<Page> {
  const known = { agents: await agentIds(zendesk.client, signal), groups: await groupNames(zendesk.client, signal) };
  const wanted = { ...zendesk, path: PATH, key: 'ticket_events', query: { include: 'comment_events' }, signal };
  for await (const page of timeExport(wanted, from)) {
    yield { ...page, records: page.records.map((event) => withNames(event, known)) };
  }
}

const anyId = z.union([z.number(), z.string()]).nullish();
const wireChildren = z.looseObject({ child_events: z.array(z.looseObject({ author_id: anyId, group_id: anyId })) });

interface Known {
  agents: Set<string>;
  groups: Map<string, string>;
}

/** An event names its authors without saying on which side they are, and groups by their ids only. */
function withNames(event: unknown, { agents, groups }: Known): unknown {
  const { success, data } = wireChildren.safeParse(event);
  if (!success) return event;
  const child_events = data.child_events.map((child) => ({
    ...child,
    ...(child.author_id == null ? {} : { author_role: agents.has(String(child.author_id)) ? 'agent' : 'end-user' }),
    ...(child.group_id == null ? {} : { group_name: groups.get(String(child.group_id)) ?? null }),
  }));
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
    mapping.escalatedPriorities.includes(child.priority ?? '') ||
    addedTags(child).some((tag) => mapping.escalatedTags.includes(tag)) ||
    movedTo(child, mapping.escalatedGroups) ||
    sets(child, mapping.escalatedFields);
  if (!event.child_events.some(says)) return [];
  return [fact(event, 'escalated', null)];
}

/** A ticket that a group had from the start, or that was given to its first group, was not moved. */
const movedTo = ({ group_id: id, group_name: name, previous_value: before }: TicketEventChild, groups: string[]): boolean =>
  id != null && before != null && before !== '' && (groups.includes(id) || groups.includes(name ?? ''));

function sets(child: TicketEventChild, wanted: Record<string, string[]>): boolean {
  return fieldSet(child).some(([id, value]) => {
    const values = (Array.isArray(value) ? value : [value]).map((one) => String(one ?? '').toLowerCase());
    return (wanted[id] ?? []).some((one) => values.includes(one.toLowerCase()));
  });
}

function repeat(event: TicketEvent, mapping: ZendeskMapping): FactRow[] {
  const says = (child: TicketEventChild) =>
    addedTags(child).some((tag) => mapping.repeatTags.includes(tag)) || sets(child, mapping.repeatFields);
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
