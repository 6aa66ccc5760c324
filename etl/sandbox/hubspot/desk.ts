import type { Kept, Moment, Rating, SupportUser, Ticket, Version } from '../company/company.js';
import type { SampleCompany } from '../company/sample.js';

export interface Contact extends Kept {
  name: string;
  email: string;
  companyId: string | null;
}

export interface DeskTicket extends Kept {
  subject: string;
  companyId: string | null;
  contactId: string;
  /** Oldest first. */
  stages: Version<string>[];
  priorities: Version<string>[];
}

export interface Submission extends Kept {
  type: 'CSAT' | 'NPS';
  value: number;
  group: 'PROMOTER' | 'PASSIVE' | 'DETRACTOR';
  content: string | null;
  submittedAt: Moment;
  contactId: string;
  ticketId: string;
}

export interface LineItem extends Kept {
  name: string;
  amount: number;
  arr: number | null;
  dealId: string;
}

export interface Meeting extends Kept {
  title: string;
  startAt: Moment;
  outcome: string | null;
  dealId: string | null;
  companyId: string | null;
}

export const TICKET_STAGES = [
  { id: '1', label: 'New', closed: false },
  { id: '2', label: 'Waiting on contact', closed: false },
  { id: '3', label: 'Waiting on us', closed: false },
  { id: '4', label: 'Closed', closed: true },
] as const;

const STAGE_OF: Record<string, string> = { new: '1', pending: '2', hold: '2', open: '3', solved: '4', closed: '4' };

const kept = ({ id, createdAt, changedAt, archivedAt }: Kept): Kept => ({ id, createdAt, changedAt, archivedAt });

const companyOf = (company: SampleCompany): Map<string, string | null> =>
  new Map(company.organizations.map(({ id, companyId }) => [id, companyId]));

const known = (user: SupportUser) => user.role === 'end-user' && user.organizationId !== null;

/** The customers' people, had the firm kept them in its CRM. */
export function contactsOf(company: SampleCompany): Contact[] {
  const companies = companyOf(company);
  return company.users.filter(known).map((user) => {
    const { name, email } = user;
    return { ...kept(user), name, email, companyId: companies.get(user.organizationId ?? '') ?? null };
  });
}

/** The tickets of the support tool, had the firm kept them in its CRM. */
export function ticketsOf(company: SampleCompany): DeskTicket[] {
  const companies = companyOf(company);
  return company.tickets.map((ticket) => ({
    ...kept(ticket),
    subject: ticket.subject,
    companyId: companies.get(ticket.organizationId ?? '') ?? null,
    contactId: ticket.requesterId,
    stages: versions(ticket, ({ status }) => (status === null ? null : (STAGE_OF[status] ?? '3'))),
    priorities: versions(ticket, ({ priority }) => priority?.toUpperCase() ?? null),
  }));
}

function versions(ticket: Ticket, read: (step: Ticket['steps'][number]) => string | null): Version<string>[] {
  return ticket.steps.flatMap((step) => {
    const value = read(step);
    return value === null ? [] : [{ at: step.at, value }];
  });
}

/** Answers only: what was asked and not answered leaves no record. Every fourth is a recommendation. */
export function submissionsOf(company: SampleCompany): Submission[] {
  return company.ratings.filter(({ score }) => score !== 'offered').map(submission);
}

function submission(rating: Rating): Submission {
  const good = rating.score === 'good';
  const type = Number(rating.id) % 4 === 0 ? 'NPS' : 'CSAT';
  const group = good ? 'PROMOTER' : 'DETRACTOR';
  const value = type === 'NPS' ? (good ? 9 : 3) : good ? 2 : 0;
  const { comment: content, ticketId, requesterId: contactId, changedAt: submittedAt } = rating;
  return { ...kept(rating), type, value, group, content, submittedAt, contactId, ticketId };
}

/** Every third deal was sold by items; where the deal itself has no yearly revenue, they still do. */
export function lineItemsOf(company: SampleCompany): LineItem[] {
  const sold = company.deals.filter(({ id, amount }) => Number(id) % 3 === 0 && amount !== null);
  return sold.map((deal) => {
    const amount = deal.amount ?? 0;
    return { ...kept(deal), name: deal.product ?? 'Platform', amount, arr: deal.kind === 'newbusiness' ? amount : null, dealId: deal.id };
  });
}

/** Kickoffs as calendar entries. */
export function meetingsOf(company: SampleCompany): Meeting[] {
  const kickoffs = company.tasks.filter(({ subject }) => subject.startsWith('Kickoff'));
  return kickoffs.map((task) => {
    const { subject: title, completedAt, dueAt, dealId, companyId } = task;
    const outcome = completedAt === null ? 'SCHEDULED' : 'COMPLETED';
    return { ...kept(task), title, startAt: completedAt ?? dueAt, outcome, dealId, companyId };
  });
}
