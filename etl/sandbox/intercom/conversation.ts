import type { Rating, SupportUser, Ticket, TicketStep } from '../company/company.js';
import { adminId, objectId, seconds, TEAMS } from './id.js';
import { type Part, partsOf } from './part.js';

/** What a conversation is made of. */
export interface Told {
  ticket: Ticket;
  rating: Rating | null;
  users: Map<string, SupportUser>;
  /** The company as the list of companies tells it; null where none is known. */
  company: unknown;
}

/** A rating moves the conversation too. */
export const updatedAt = ({ ticket, rating }: Pick<Told, 'ticket' | 'rating'>): number =>
  Math.max(ticket.changedAt, rating?.changedAt ?? 0);

/** No search tells the parts, and bodies are HTML unless plain text is asked for. */
export function wireConversation(told: Told, plain: boolean) {
  const { ticket, rating, company } = told;
  const [first] = ticket.steps;
  const closed = closedAt(ticket);
  return {
    type: 'conversation',
    id: ticket.id,
    title: ticket.subject,
    created_at: seconds(ticket.createdAt),
    updated_at: seconds(updatedAt(told)),
    waiting_since: null,
    snoozed_until: null,
    open: closed === null,
    state: closed === null ? 'open' : 'closed',
    read: true,
    priority: 'not_priority',
    admin_assignee_id: Number(adminId(ticket.assigneeId)),
    team_assignee_id: Number(TEAMS[0].id),
    company,
    tags: { type: 'tag.list', tags: tagsOf(ticket) },
    ...(rating === null ? {} : { conversation_rating: ratingOf(rating) }),
    source: {
      type: 'email',
      id: `${ticket.id}0`,
      delivered_as: 'customer_initiated',
      subject: `<p>${ticket.subject}</p>`,
      body: bodyOf(first?.body ?? '', plain),
      author: authorOf(told.users, ticket.requesterId),
      attachments: [],
      url: null,
      redacted: false,
    },
    contacts: { type: 'contact.list', contacts: [{ type: 'contact', id: objectId('contact', ticket.requesterId), external_id: null }] },
    teammates: { type: 'admin.list', teammates: [{ type: 'admin', id: adminId(ticket.assigneeId) }] },
    custom_attributes: first?.priority === 'urgent' ? { Severity: 'urgent' } : {},
    first_contact_reply: { created_at: seconds(ticket.createdAt), type: 'email', url: null },
    sla_applied: null,
    statistics: { type: 'conversation_statistics', ...(closed === null ? {} : { last_close_at: seconds(closed) }) },
    linked_objects: { type: 'list', data: [], total_count: 0, has_more: false },
    ai_agent_participated: false,
    ai_agent: null,
  };
}

const MOST_PARTS = 500;

/** The newest 500 parts. */
export function wireDetail(told: Told, plain: boolean) {
  const parts = partsOf(told.ticket).map((part) => wirePart(told, part, plain));
  const conversation_parts = { type: 'conversation_part.list', conversation_parts: parts.slice(-MOST_PARTS), total_count: parts.length };
  return { ...wireConversation(told, plain), conversation_parts };
}

function wirePart({ users }: Told, part: Part, plain: boolean) {
  return {
    type: 'conversation_part',
    id: part.id,
    part_type: part.type,
    body: part.body === null ? null : bodyOf(part.body, plain),
    created_at: seconds(part.at),
    updated_at: seconds(part.at),
    notified_at: seconds(part.at),
    assigned_to: part.assignedTo,
    author: part.authorId === null ? BOT : authorOf(users, part.authorId),
    attachments: [],
    external_id: null,
    redacted: false,
    email_message_metadata: null,
    metadata: null,
    state: 'open',
    tags: [],
    event_details: part.details,
    app_package_code: null,
  };
}

const BOT = {
  type: 'bot',
  id: '900',
  name: 'Operator',
  email: 'operator+nw7sample@intercom.io',
  from_ai_agent: false,
  is_ai_answer: false,
};

function authorOf(users: Map<string, SupportUser>, id: string) {
  const user = users.get(id);
  const agent = user?.role === 'agent';
  return {
    type: agent ? 'admin' : 'user',
    id: agent ? adminId(id) : objectId('contact', id),
    name: user?.name ?? null,
    email: user?.email ?? 'nobody@intercom-mail.example',
    from_ai_agent: false,
    is_ai_answer: false,
  };
}

/** A tag that was there from the start was applied then. */
const tagsOf = ({ steps }: Ticket) =>
  steps.flatMap((step: TicketStep) =>
    step.addedTags.map((name) => ({
      type: 'tag',
      id: String([...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_000_000, 7)),
      name,
      applied_at: seconds(step.at),
      applied_by: { type: 'admin', id: adminId(step.authorId) },
    })),
  );

const STARS = { good: 5, bad: 1, offered: null } as const;

function ratingOf(rating: Rating) {
  const stars = STARS[rating.score];
  return {
    ...(stars === null ? {} : { rating: stars }),
    remark: rating.comment ?? '',
    created_at: seconds(rating.createdAt),
    updated_at: seconds(rating.changedAt),
    contact: { type: 'contact', id: objectId('contact', rating.requesterId), external_id: null },
    teammate: { type: 'admin', id: adminId(rating.assigneeId) },
  };
}

/** The last time it was closed; null while it is open. */
function closedAt({ steps }: Ticket): number | null {
  const last = steps.findLast((step) => step.status !== null);
  if (last?.status !== 'solved' && last?.status !== 'closed') return null;
  return steps.find((step) => step.status === 'solved')?.at ?? last.at;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const bodyOf = (text: string, plain: boolean): string => (plain ? text : `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`);
