import type { Moment, Organization, Priority, Rating, SupportUser, Ticket, TicketStep } from '../company/company.js';
import { customFieldsOf, groupOf, SUPPORT } from './field.js';

const BRAND = 360_000_700_001;

/** Zendesk tells whole seconds. */
export const iso = (at: Moment): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
const number = (id: string | null): number | null => (id === null ? null : Number(id));

const VIA = { channel: 'email', source: { from: {}, to: {}, rel: null } };

/** The ticket as its steps have left it. Its `updated_at` is that of its last event: an update by the system moves only `generated_timestamp`. */
export function wireTicket(ticket: Ticket, rating: Rating | null, url: string) {
  const last = ticket.steps.at(-1)?.at ?? ticket.createdAt;
  const deleted = ticket.archivedAt !== null;
  return {
    url: `${url}/api/v2/tickets/${ticket.id}.json`,
    id: Number(ticket.id),
    external_id: null,
    via: VIA,
    created_at: iso(ticket.createdAt),
    updated_at: iso(ticket.archivedAt ?? last),
    generated_timestamp: Math.floor(ticket.changedAt / 1000),
    type: null,
    subject: ticket.subject,
    raw_subject: ticket.subject,
    description: ticket.steps[0]?.body ?? '',
    priority: latest(ticket.steps, 'priority') as Priority | null,
    status: deleted ? 'deleted' : latest(ticket.steps, 'status'),
    recipient: null,
    requester_id: Number(ticket.requesterId),
    submitter_id: Number(ticket.requesterId),
    assignee_id: Number(ticket.assigneeId),
    organization_id: number(ticket.organizationId),
    group_id: groupOf(ticket.steps),
    collaborator_ids: [],
    follower_ids: [],
    email_cc_ids: [],
    forum_topic_id: null,
    problem_id: null,
    has_incidents: false,
    is_public: true,
    due_at: null,
    tags: [...new Set(ticket.steps.flatMap((step) => step.addedTags))],
    custom_fields: customFieldsOf(ticket.steps),
    satisfaction_rating: rating === null ? { score: 'unoffered' } : ratingOfTicket(rating),
    sharing_agreement_ids: [],
    followup_ids: [],
    brand_id: BRAND,
    allow_channelback: false,
    allow_attachments: true,
    from_messaging_channel: false,
  };
}

function ratingOfTicket(rating: Rating) {
  if (rating.score === 'offered') return { score: 'offered' };
  return { id: Number(rating.id), score: rating.score, comment: rating.comment };
}

function latest(steps: TicketStep[], field: 'status' | 'priority'): string | null {
  return steps.findLast((step) => step[field] !== null)?.[field] ?? null;
}

export function wireUser(user: SupportUser, url: string) {
  return {
    id: Number(user.id),
    url: `${url}/api/v2/users/${user.id}.json`,
    name: user.name,
    email: user.email,
    created_at: iso(user.createdAt),
    updated_at: iso(user.changedAt),
    time_zone: 'Europe/Berlin',
    iana_time_zone: 'Europe/Berlin',
    phone: null,
    photo: null,
    locale_id: 1,
    locale: 'en-US',
    organization_id: number(user.organizationId),
    role: user.role,
    verified: true,
    external_id: null,
    tags: [],
    alias: null,
    active: user.archivedAt === null,
    shared: false,
    shared_agent: false,
    last_login_at: null,
    suspended: false,
    user_fields: {},
  };
}

export function wireOrganization(organization: Organization, url: string) {
  return {
    url: `${url}/api/v2/organizations/${organization.id}.json`,
    id: Number(organization.id),
    name: organization.name,
    shared_tickets: false,
    shared_comments: false,
    external_id: organization.companyId,
    created_at: iso(organization.createdAt),
    updated_at: iso(organization.changedAt),
    domain_names: organization.domains,
    details: null,
    notes: null,
    group_id: null,
    tags: [],
    organization_fields: {},
    deleted_at: organization.archivedAt === null ? null : iso(organization.archivedAt),
  };
}

export function wireRating(rating: Rating, url: string) {
  return {
    url: `${url}/api/v2/satisfaction_ratings/${rating.id}.json`,
    id: Number(rating.id),
    assignee_id: Number(rating.assigneeId),
    group_id: SUPPORT.id,
    requester_id: Number(rating.requesterId),
    ticket_id: Number(rating.ticketId),
    score: rating.score,
    created_at: iso(rating.createdAt),
    updated_at: iso(rating.changedAt),
    comment: rating.comment,
    reason: null,
    reason_id: null,
  };
}
