import type { Ticket } from '../company/company.js';
import type { Answer } from '../stand-in/fault.js';
import type { Asking } from './export.js';
import { iso } from './wire.js';

const KEPT_SECONDS = 30 * 86_400;

/** The bin: what was deleted within 30 days, a hundred on a page. */
export function listDeleted(tickets: Ticket[], { request, now, url }: Asking): Answer {
  const { query } = request;
  const [size, page] = [Math.min(100, Number(query.get('per_page') ?? '100')), Number(query.get('page') ?? '1')];
  const downwards = query.get('sort_order') === 'desc' ? -1 : 1;
  const order = (ticket: Ticket) => (query.get('sort_by') === 'deleted_at' ? (ticket.archivedAt ?? 0) : Number(ticket.id));
  const binned = tickets
    .filter(({ archivedAt }) => archivedAt !== null && archivedAt / 1000 >= now - KEPT_SECONDS && archivedAt / 1000 <= now)
    .sort((a, b) => (order(a) - order(b)) * downwards);
  const rows = binned.slice((page - 1) * size, page * size);
  const more = page * size < binned.length;
  const body = {
    deleted_tickets: rows.map(({ id, subject, archivedAt, assigneeId }) => ({
      id: Number(id),
      subject,
      actor: { id: Number(assigneeId), name: 'An agent' },
      deleted_at: iso(archivedAt ?? 0),
      previous_state: 'open',
    })),
    count: binned.length,
    next_page: more ? `${url}${request.path}?page=${page + 1}&per_page=${size}` : null,
    previous_page: null,
  };
  return { status: 200, body };
}
