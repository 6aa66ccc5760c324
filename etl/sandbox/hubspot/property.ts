import {
  BRIEF_SECTIONS,
  type BriefSection,
  type Company,
  type Deal,
  type Kept,
  type Moment,
  type Task,
  type Version,
} from '../company/company.js';

type Read<T> = (record: T) => string | null;

const time = (at: Moment | null): string | null => (at === null ? null : new Date(at).toISOString());
const number = (value: number | null): string | null => (value === null ? null : String(value));
const list = (ids: string[]): string | null => (ids.length === 0 ? null : ids.join(';'));

const COMPANY: Record<string, Read<Company>> = {
  name: (company) => company.name,
  domain: (company) => company.domain,
  segment: (company) => company.segment,
  region: (company) => company.region,
  industry: (company) => company.industry,
  notice_given_at: (company) => time(company.noticeGivenAt),
  churned_at: (company) => time(company.churnedAt),
  hs_merged_object_ids: (company) => list(company.mergedIds),
  createdate: (company) => time(company.createdAt),
};

const briefText = (section: BriefSection): Read<Deal> => {
  return (deal) => deal.brief[section]?.at(-1)?.value ?? null;
};

const DEAL: Record<string, Read<Deal>> = {
  dealname: (deal) => deal.name,
  amount: (deal) => number(deal.amount),
  deal_currency_code: (deal) => deal.currency,
  hs_arr: (deal) => number(deal.arr),
  pipeline: (deal) => deal.pipelineId,
  dealstage: (deal) => deal.stageId,
  closedate: (deal) => time(deal.closeAt),
  createdate: (deal) => time(deal.createdAt),
  hubspot_owner_id: (deal) => deal.repId,
  dealtype: (deal) => deal.kind,
  csm_owner: (deal) => deal.csm.at(-1)?.value ?? null,
  implementation_owner: (deal) => deal.implementationOwnerId,
  product_line: (deal) => deal.product,
  lead_source: (deal) => deal.leadSource,
  brief_accepted_at: (deal) => time(deal.briefAcceptedAt),
  kickoff_scheduled_at: (deal) => time(deal.kickoffScheduledAt),
  first_value_at: (deal) => time(deal.firstValueAt),
  onboarding_completed_at: (deal) => time(deal.onboardingCompletedAt),
  promise_gap_at: (deal) => time(deal.promiseGapAt),
  promise_conversation_at: (deal) => time(deal.promiseConversationAt),
  hs_merged_object_ids: (deal) => list(deal.mergedIds),
  ...Object.fromEntries(BRIEF_SECTIONS.map((section) => [`brief_${section}`, briefText(section)])),
};

const TASK: Record<string, Read<Task>> = {
  hs_task_subject: (task) => task.subject,
  hs_task_status: (task) => (task.completedAt === null ? 'NOT_STARTED' : 'COMPLETED'),
  hs_timestamp: (task) => time(task.dueAt),
  hs_task_completion_date: (task) => time(task.completedAt),
  hubspot_owner_id: (task) => task.ownerId,
  hs_createdate: (task) => time(task.createdAt),
};

/** What a kind of object can tell: its properties by HubSpot's names, and those sent when none are asked for. */
export interface ObjectType<T extends Kept> {
  read: Record<string, Read<T>>;
  usual: string[];
  created: 'createdate' | 'hs_createdate';
  changed: 'lastmodifieddate' | 'hs_lastmodifieddate';
  /** Of properties whose earlier values are kept; of all others the present value is the whole history. */
  history?: Record<string, (record: T) => Version<string>[]>;
}

type Naming = Pick<ObjectType<Kept>, 'usual' | 'created'> & Partial<Pick<ObjectType<Kept>, 'changed'>>;

export function objectType<T extends Kept>(
  read: Record<string, Read<T>>,
  { changed = 'hs_lastmodifieddate', ...naming }: Naming,
): ObjectType<T> {
  return {
    ...naming,
    changed,
    read: { ...read, [changed]: (record) => time(record.changedAt), hs_object_id: (record) => record.id },
  };
}

export const companyType = objectType<Company>(COMPANY, { usual: ['domain', 'name'], created: 'createdate' });
export const dealType = objectType<Deal>(DEAL, {
  usual: ['amount', 'closedate', 'dealname', 'dealstage', 'pipeline'],
  created: 'createdate',
});
export const taskType = objectType<Task>(TASK, { usual: [], created: 'hs_createdate' });

/** HubSpot says "unset" in two ways, null and the empty string; which one depends here on the record and the name. */
export function propertyValue<T extends Kept>(type: ObjectType<T>, record: T, name: string): string | null {
  const value = type.read[name]?.(record) ?? null;
  if (value !== null) return value;
  return (Number(record.id.at(-1)) + name.length) % 2 === 0 ? '' : null;
}
