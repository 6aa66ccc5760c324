import type { Ticket } from '../company/company.js';
import type { Request } from '../stand-in/fault.js';
import { iso } from './wire.js';

/** When tickets were solved, beside them where it is asked for. A deleted ticket has no metrics. */
export function metricSets(tickets: Ticket[], { query }: Request): Record<string, unknown> {
  if (query.get('include') !== 'metric_sets') return {};
  const standing = tickets.filter(({ archivedAt }) => archivedAt === null);
  return { metric_sets: standing.map(metricSet) };
}

function metricSet(ticket: Ticket) {
  const solvedAt = ticket.steps.findLast(({ status }) => status === 'solved')?.at ?? null;
  return {
    id: 700_000_000 + Number(ticket.id),
    ticket_id: Number(ticket.id),
    created_at: iso(ticket.createdAt),
    updated_at: iso(ticket.changedAt),
    group_stations: 1,
    assignee_stations: 1,
    reopens: 0,
    replies: ticket.steps.filter(({ body, authorId }) => body !== null && authorId === ticket.assigneeId).length,
    solved_at: solvedAt === null ? null : iso(solvedAt),
  };
}
