import type { Books } from './books.js';
import { DAY } from './calendar.js';
import type { Kept, Moment } from './company.js';
import { addTicket, solved } from './conversation.js';
import { ORDINARY } from './phrases.js';
import { randomFor } from './random.js';

/** Tickets that belong to nobody, and tickets somebody deleted. */
export function addLooseTickets(books: Books, options: { seed: number; until: Moment; agentIds: string[] }): void {
  const { seed, until } = options;
  for (let n = 0; n < 12; n += 1) {
    const random = randomFor(seed, 'loose', n);
    const [[subject, question, answer], at, agentId] = [
      random.pick(ORDINARY),
      until - random.between(5, 400) * DAY,
      random.pick(options.agentIds),
    ];
    const known = n % 2 === 0 ? null : random.pick([...books.contacts.values()]);
    const talkers = { organizationId: known?.organization.id ?? null, requesterId: known?.requesterId ?? stranger(books, n, at), agentId };
    const opening = { who: 'customer', body: question, afterHours: 0 } as const;
    const sayings = [opening, { who: 'agent', body: answer, afterHours: 3, status: 'pending' } as const, ...solved(5)];
    const ticket = addTicket(books, talkers, { subject, at, until, sayings });
    if (known === null) books.planted.unmatchedTicketIds.push(ticket.id);
    else {
      ticket.archivedAt = Math.min(until, ticket.changedAt + DAY);
      ticket.changedAt = ticket.archivedAt;
      books.planted.deletedTicketIds.push(ticket.id);
    }
  }
}

/** Somebody with a private address, whom no company's domain explains. */
function stranger(books: Books, n: number, at: Moment): string {
  const id = books.userId();
  const createdAt = Math.floor(at / 1000) * 1000;
  books.users.push({
    id,
    name: `Kim Private ${n}`,
    email: `kim.private.${n}@freemail.example`,
    role: 'end-user',
    organizationId: null,
    createdAt,
    changedAt: createdAt,
    archivedAt: null,
  });
  return id;
}

/** A bulk edit stamps many records with one and the same millisecond, more of them than fit on a page. */
export function editInBulk(records: Kept[], at: Moment, most: number): void {
  let count = 0;
  for (const record of records) {
    if (record.changedAt >= at || record.archivedAt !== null) continue;
    record.changedAt = at;
    count += 1;
    if (count >= most) return;
  }
}
