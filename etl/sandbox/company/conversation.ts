import type { Books } from './books.js';
import { DAY, HOUR } from './calendar.js';
import type { Moment, Priority, Ticket, TicketStep } from './company.js';
import type { Random } from './random.js';

/** Who talks in a ticket. */
export interface Talkers {
  organizationId: string | null;
  requesterId: string;
  agentId: string;
}

export interface Saying {
  who: 'customer' | 'agent';
  body: string | null;
  /** Hours after what was said before it. */
  afterHours: number;
  public?: boolean;
  status?: string;
  priority?: Priority;
  addedTags?: string[];
}

/** Writes one ticket from what was said in it, leaving out what would come after `until`. */
export function addTicket(books: Books, talkers: Talkers, told: { subject: string; at: Moment; until: Moment; sayings: Saying[] }): Ticket {
  const createdAt = Math.floor(told.at / 1000) * 1000;
  const steps: TicketStep[] = [];
  let at = createdAt;
  for (const saying of told.sayings) {
    at += Math.floor(saying.afterHours * 3600) * 1000;
    if (at > told.until) break;
    steps.push(stepOf(saying, { id: books.stepId(), at, talkers, first: steps.length === 0 }));
  }
  const ticket: Ticket = {
    id: books.ticketId(),
    subject: told.subject,
    organizationId: talkers.organizationId,
    requesterId: talkers.requesterId,
    assigneeId: talkers.agentId,
    steps,
    createdAt,
    changedAt: steps.at(-1)?.at ?? createdAt,
    archivedAt: null,
  };
  books.tickets.push(ticket);
  return ticket;
}

function stepOf(saying: Saying, { id, at, talkers, first }: { id: string; at: Moment; talkers: Talkers; first: boolean }): TicketStep {
  return {
    id,
    at,
    authorId: saying.who === 'customer' ? talkers.requesterId : talkers.agentId,
    body: saying.body,
    public: saying.public ?? true,
    status: saying.status ?? (first ? 'new' : null),
    priority: saying.priority ?? (first ? 'normal' : null),
    addedTags: saying.addedTags ?? [],
  };
}

/** The two last steps of nearly every ticket. */
export const solved = (afterHours: number): Saying[] => [
  { who: 'agent', body: 'I am setting this to solved. Write back whenever you need us.', afterHours, status: 'solved' },
  { who: 'agent', body: null, afterHours: 96, status: 'closed' },
];

/** Asks for a rating an hour after the ticket was solved. Null when it never was, or the question would come after `until`. */
export function addRating(
  books: Books,
  random: Random,
  asked: { ticket: Ticket; until: Moment; answerShare: number; goodShare: number; comments: Record<'good' | 'bad', readonly string[]> },
) {
  const { ticket, until } = asked;
  const solvedAt = ticket.steps.find((step) => step.status === 'solved')?.at;
  const [answers, good, hours, speaks] = [
    random.chance(asked.answerShare),
    random.chance(asked.goodShare),
    random.logNormal(9, 0.8),
    random.chance(0.3),
  ];
  if (solvedAt === undefined || solvedAt + HOUR > until) return null;
  const createdAt = solvedAt + HOUR;
  const answeredAt = createdAt + Math.floor(Math.min(hours, (6 * DAY) / HOUR) * 3600) * 1000;
  const answered = answers && answeredAt <= until;
  const score = answered ? (good ? 'good' : 'bad') : 'offered';
  const comment = score !== 'offered' && speaks ? random.pick(asked.comments[score]) : null;
  const { id: ticketId, requesterId, assigneeId } = ticket;
  const rating = {
    id: books.ratingId(),
    ticketId,
    requesterId,
    assigneeId,
    score,
    comment,
    createdAt,
    changedAt: answered ? answeredAt : createdAt,
    archivedAt: null,
  } as const;
  books.ratings.push({ ...rating });
  ticket.changedAt = Math.max(ticket.changedAt, rating.changedAt);
  return rating;
}
