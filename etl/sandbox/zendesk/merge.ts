import type { Ticket, TicketStep } from '../company/company.js';
import type { SampleCompany } from '../company/sample.js';

/** Steps with such an id were written by a merge. */
const MERGE_STEPS = 928_000_000_000;

export const isMergeStep = ({ id }: TicketStep): boolean => Number(id) >= MERGE_STEPS;

/** Closes one ticket into another, as Zendesk does: the last words and the tags of the one come once more in the other. */
export function mergeTickets(company: SampleCompany, { winnerId, loserId, at }: { winnerId: string; loserId: string; at: Date }): void {
  const [winner, loser] = [ticketOf(company, winnerId), ticketOf(company, loserId)];
  const moment = at.getTime();
  const last = loser.steps.findLast(({ body }) => body !== null)?.body ?? '';
  const tags = loser.steps.flatMap(({ addedTags }) => addedTags);
  const step = (ticket: Ticket, told: Pick<TicketStep, 'body' | 'status' | 'addedTags'>): TicketStep => ({
    id: String(MERGE_STEPS + 10 * Number(ticket.id)),
    at: moment,
    authorId: winner.assigneeId,
    public: true,
    priority: null,
    ...told,
  });
  const words = `Request #${loser.id} "${loser.subject}" was closed and merged into this request. Last comment in request #${loser.id}:\n\n${last}`;
  winner.steps.push(step(winner, { body: words, status: null, addedTags: tags }));
  const closing = `This request was closed and merged into request #${winner.id} "${winner.subject}".`;
  loser.steps.push(step(loser, { body: closing, status: 'closed', addedTags: ['closed_by_merge'] }));
  winner.changedAt = loser.changedAt = moment;
  company.revision += 1;
}

function ticketOf(company: SampleCompany, id: string): Ticket {
  const ticket = company.tickets.find((one) => one.id === id);
  if (ticket === undefined) throw new Error(`there is no ticket ${id}`);
  return ticket;
}
