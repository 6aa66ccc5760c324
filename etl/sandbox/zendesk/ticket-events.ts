import type { Ticket, TicketStep } from '../company/company.js';
import { fieldChange, groupChange } from './field.js';
import { isMergeStep } from './merge.js';
import { iso } from './wire.js';

/** One step of a ticket with its place in it. */
export interface TicketEvent {
  ticket: Ticket;
  index: number;
  step: TicketStep;
}

export const ticketEvents = (ticket: Ticket): TicketEvent[] => ticket.steps.map((step, index) => ({ ticket, index, step }));

type Child = Record<string, unknown>;

const VIA = { channel: 'email', source: { from: {}, to: {}, rel: null } };
const MERGED = { channel: 'system', source: { from: {}, to: {}, rel: 'merge' } };

/** An audit with its child events: `Create` for the fields of a new ticket, `Change` for later ones, `Comment` for what was said. */
export function wireTicketEvent({ ticket, index, step }: TicketEvent, withComments: boolean) {
  const children = [...fieldEvents(ticket, index, step), ...(step.body === null ? [] : [commentEvent(step, withComments)])];
  return {
    id: Number(step.id),
    ticket_id: Number(ticket.id),
    timestamp: Math.floor(step.at / 1000),
    created_at: iso(step.at),
    updater_id: Number(step.authorId),
    via: 'Mail',
    system: { client: null, location: null, latitude: null, longitude: null },
    metadata: {},
    event_type: 'Audit',
    child_events: children.map((child, place) => ({ id: Number(step.id) + 1 + place, via: 'Mail', via_reference_id: null, ...child })),
  };
}

function fieldEvents(ticket: Ticket, index: number, step: TicketStep): Child[] {
  const before = ticket.steps.slice(0, index);
  const changed = (field: 'status' | 'priority'): Child[] => {
    if (step[field] === null) return [];
    if (index === 0) return [{ [field]: step[field], event_type: 'Create' }];
    const previous = before.findLast((earlier) => earlier[field] !== null)?.[field] ?? null;
    return previous === step[field] ? [] : [{ [field]: step[field], previous_value: previous, event_type: 'Change' }];
  };
  const subject: Child[] = index === 0 ? [{ subject: ticket.subject, event_type: 'Create' }] : [];
  return [
    ...subject,
    ...changed('status'),
    ...changed('priority'),
    ...tagEvents(before, step, index),
    ...groupChange(before, step),
    ...fieldChange(before, step),
  ];
}

function tagEvents(before: TicketStep[], step: TicketStep, index: number): Child[] {
  if (step.addedTags.length === 0) return [];
  const previous = before.flatMap((earlier) => earlier.addedTags);
  const tags = [...previous, ...step.addedTags];
  if (index === 0) return [{ tags, event_type: 'Create' }];
  return [{ tags, previous_value: previous, added_tags: step.addedTags, removed_tags: [], event_type: 'Change' }];
}

function commentEvent(step: TicketStep, withComments: boolean): Child {
  if (!withComments) return { comment_present: true, comment_public: step.public, event_type: 'Comment' };
  const body = step.body ?? '';
  return {
    type: 'Comment',
    author_id: Number(step.authorId),
    body,
    html_body: `<div class="zd-comment" dir="auto">${escaped(body).replaceAll('\n', '<br>')}</div>`,
    plain_body: body,
    public: step.public,
    attachments: [],
    audit_id: Number(step.id),
    created_at: iso(step.at),
    via: isMergeStep(step) ? MERGED : VIA,
    event_type: 'Comment',
  };
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
