import type { Ticket, TicketStep } from '../company/company.js';
import { adminId, TEAMS } from './id.js';

/** One thing that was said or done after the first message. */
export interface Part {
  id: string;
  type: string;
  at: number;
  /** Null for the workspace's own bot. */
  authorId: string | null;
  body: string | null;
  assignedTo: { type: string; id: string | null } | null;
  details: unknown;
}

/** What was done to the ticket, in Intercom's words: urgency from the start is an attribute set by a workflow, later urgency a move to another team. */
export function partsOf(ticket: Ticket): Part[] {
  return ticket.steps.flatMap((step, index) =>
    (index === 0 ? beginning(ticket, step) : later(ticket, step)).map((part, place) => ({ ...plain(step, place), ...part })),
  );
}

const plain = (step: TicketStep, place: number): Part => ({
  id: String(Number(step.id) + place),
  type: 'comment',
  at: step.at,
  authorId: step.authorId,
  body: null,
  assignedTo: null,
  details: null,
});

const GREETING = 'Thank you for your message! Somebody of our team will write to you as soon as possible, usually within a day.';

function beginning(ticket: Ticket, step: TicketStep): Partial<Part>[] {
  const assigned = { type: 'default_assignment', authorId: null, assignedTo: { type: 'team', id: TEAMS[0].id } };
  const greeted = { authorId: null, body: GREETING };
  const urgent = { type: 'conversation_attribute_updated_by_workflow', authorId: null, details: severity(ticket) };
  return [assigned, greeted, ...(step.priority === 'urgent' ? [urgent] : [])];
}

const severity = ({ subject }: Ticket) => ({
  workflow: { name: `Sort ${subject}` },
  attribute: { name: 'Severity' },
  value: { name: 'urgent' },
});

function later(ticket: Ticket, step: TicketStep): Partial<Part>[] {
  const said: Partial<Part>[] = step.body === null ? [] : [{ type: step.public ? 'comment' : 'note', body: step.body }];
  const raised: Partial<Part>[] = step.priority === 'urgent' ? [{ type: 'assignment', assignedTo: { type: 'team', id: TEAMS[1].id } }] : [];
  const shut: Partial<Part>[] = step.status === 'solved' ? [{ type: 'close', authorId: ticket.assigneeId }] : [];
  const taken: Partial<Part>[] =
    step.status === 'pending' ? [{ type: 'assignment', assignedTo: { type: 'admin', id: adminId(ticket.assigneeId) } }] : [];
  return [...said, ...raised, ...shut, ...taken];
}
