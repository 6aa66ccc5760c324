import type { Company, Organization, SupportUser } from '../company/company.js';
import { APP_ID, adminId, objectId, seconds, TEAMS } from './id.js';

export function wireContact(user: SupportUser) {
  const id = objectId('contact', user.id);
  const company = user.organizationId === null ? [] : [{ id: objectId('company', user.organizationId), type: 'company' }];
  return {
    type: 'contact',
    id,
    workspace_id: APP_ID,
    external_id: null,
    role: 'user',
    email: user.email,
    phone: null,
    name: user.name,
    owner_id: null,
    has_hard_bounced: false,
    marked_email_as_spam: false,
    unsubscribed_from_emails: false,
    created_at: seconds(user.createdAt),
    updated_at: seconds(user.changedAt),
    signed_up_at: null,
    last_seen_at: null,
    last_replied_at: null,
    custom_attributes: {},
    avatar: null,
    tags: nested(`/contacts/${id}/tags`, []),
    notes: nested(`/contacts/${id}/notes`, []),
    companies: nested(
      `/contacts/${id}/companies`,
      company.map((one) => ({ ...one, url: `/companies/${one.id}` })),
    ),
  };
}

/** Lists within a record show ten at most. */
const nested = (path: string, data: unknown[]) => ({
  type: 'list',
  data: data.slice(0, 10),
  url: `https://api.intercom.io${path}`,
  total_count: data.length,
  has_more: data.length > 10,
});

/** A company's own id is the CRM's where somebody entered it. */
export function wireCompany(organization: Organization, known: { company: Company | null; users: number }) {
  const { company, users } = known;
  return {
    type: 'company',
    id: objectId('company', organization.id),
    app_id: APP_ID,
    company_id: organization.companyId ?? `app-${organization.id}`,
    name: organization.name,
    created_at: seconds(organization.createdAt),
    updated_at: seconds(organization.changedAt),
    monthly_spend: 0,
    session_count: 0,
    user_count: users,
    ...(organization.domains[0] === undefined ? {} : { website: `https://www.${organization.domains[0]}/` }),
    ...(company?.industry ? { industry: company.industry } : {}),
    plan: {},
    custom_attributes: {},
    tags: { type: 'tag.list', tags: [] },
    segments: { type: 'segment.list', segments: [] },
  };
}

export function wireAdmin(user: SupportUser) {
  return {
    type: 'admin',
    id: adminId(user.id),
    name: user.name,
    email: user.email,
    job_title: 'Support',
    away_mode_enabled: false,
    away_mode_reassign: false,
    has_inbox_seat: true,
    team_ids: [Number(TEAMS[0].id)],
  };
}

export const wireTeams = (admins: SupportUser[]) => ({
  type: 'team.list',
  teams: TEAMS.map(({ id, name }) => ({ type: 'team', id, name, admin_ids: admins.map((admin) => Number(adminId(admin.id))) })),
});

export const wireMe = (admin: SupportUser | undefined) => ({
  type: 'admin',
  id: admin === undefined ? '1' : adminId(admin.id),
  name: 'Baton',
  email: 'baton@northwind-software.example',
  email_verified: true,
  has_inbox_seat: true,
  app: {
    type: 'app',
    id_code: APP_ID,
    name: 'Northwind Software',
    region: 'US',
    timezone: 'America/Los_Angeles',
    created_at: 1_600_000_000,
  },
});
