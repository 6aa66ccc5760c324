import type { Company, Moment, SupportUser, Task } from '../company/company.js';
import type { SampleCompany } from '../company/sample.js';
import { type Book, held, type Kept, seconds } from './book.js';
import { dealOfSample, PIPEDRIVE_PIPELINES, PIPEDRIVE_STAGES } from './deal-of-sample.js';
import { BRIEF_FIELDS, DEAL_FIELDS, ORGANIZATION_FIELDS } from './fields.js';

/** The sample company, had it used Pipedrive. */
export function bookOfSample(company: SampleCompany): Book {
  const organizationOf = new Map(company.organizations.map(({ id, companyId }) => [id, companyId]));
  return {
    companyId: Number(company.portalId),
    users: company.owners.map(({ id, firstName, lastName, email, archivedAt, changedAt }) => ({
      id: Number(id),
      name: `${firstName} ${lastName}`,
      email,
      active: archivedAt === null,
      changedAt,
    })),
    pipelines: PIPEDRIVE_PIPELINES,
    stages: PIPEDRIVE_STAGES,
    organizations: company.companies.map(organization),
    persons: company.users
      .filter(({ role }) => role === 'end-user')
      .map((user) => person(user, organizationOf.get(user.organizationId ?? '') ?? null)),
    deals: company.deals.map(dealOfSample),
    activities: company.tasks.map(activity),
    dealFields: [...Object.values(DEAL_FIELDS), ...Object.values(BRIEF_FIELDS)],
    organizationFields: Object.values(ORGANIZATION_FIELDS),
  };
}

const time = (at: Moment | null) => (at === null ? null : new Date(at).toISOString());
const number = (id: string | null) => (id === null ? null : Number(id));

const kept = ({ id, createdAt, changedAt, archivedAt }: Company | Task | SupportUser, fields: Record<string, unknown>): Kept => ({
  id: Number(id),
  addedAt: createdAt,
  changedAt,
  deletedAt: archivedAt,
  fields,
});

function organization(company: Company): Kept {
  const { segment, region, industry, churnedAt, noticeGivenAt } = ORGANIZATION_FIELDS;
  return kept(company, {
    name: company.name,
    owner_id: 1,
    website: company.domain === null ? null : `https://www.${company.domain}/`,
    visible_to: 7,
    label_ids: [],
    address: null,
    custom_fields: {
      [segment.key]: held(segment, company.segment),
      [region.key]: company.region,
      [industry.key]: company.industry,
      [churnedAt.key]: time(company.churnedAt),
      [noticeGivenAt.key]: time(company.noticeGivenAt),
    },
  });
}

const person = (user: SupportUser, companyId: string | null): Kept =>
  kept(user, {
    name: user.name,
    first_name: user.name.split(' ')[0],
    last_name: user.name.split(' ').slice(1).join(' '),
    owner_id: 1,
    org_id: number(companyId),
    emails: [{ value: user.email, primary: true, label: 'work' }],
    phones: [],
    visible_to: 7,
    label_ids: [],
    custom_fields: {},
  });

function activity(task: Task): Kept {
  const due = seconds(task.dueAt);
  return kept(task, {
    subject: task.subject,
    type: 'task',
    owner_id: number(task.ownerId),
    creator_user_id: number(task.ownerId),
    deal_id: number(task.dealId),
    org_id: number(task.companyId),
    person_id: null,
    lead_id: null,
    project_id: null,
    due_date: due.slice(0, 10),
    due_time: due.slice(11, 19),
    duration: null,
    busy: false,
    done: task.completedAt !== null,
    marked_as_done_time: task.completedAt === null ? null : seconds(task.completedAt),
    location: null,
    participants: [],
    note: null,
    public_description: null,
    priority: null,
  });
}
