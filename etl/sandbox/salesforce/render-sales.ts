import { BRIEF_SECTIONS, type BriefSection, type Company, type Deal, type Owner, type Task } from '../company/company.js';
import { NEW_BUSINESS, RENEWALS } from '../company/pipelines.js';
import { accountId, audit, opportunityId, taskId, userId } from './names.js';
import { salesforceId } from './salesforce-id.js';
import { dayOf, second, secondOrNull } from './second.js';
import type { Row, Value } from './sobject.js';

const STAGES = [...NEW_BUSINESS.stages, ...RENEWALS.stages];
const DAY = 86_400_000;

export const stageRows = (since: number): Row[] =>
  STAGES.map((stage, index) => ({
    Id: salesforceId('01J', index + 1),
    ...audit({ createdAt: since, changedAt: since }),
    MasterLabel: stage.label,
    ApiName: stage.label,
    IsActive: true,
    IsClosed: stage.closed,
    IsWon: stage.closed && stage.probability === 1,
    SortOrder: index + 1,
    DefaultProbability: stage.probability * 100,
  }));

export const ownerRow = (owner: Owner): Row => ({
  Id: userId(owner.id),
  ...audit(owner),
  Name: `${owner.firstName} ${owner.lastName}`,
  FirstName: owner.firstName,
  LastName: owner.lastName,
  Email: owner.email,
  Username: owner.email,
  IsActive: owner.archivedAt === null,
  UserType: 'Standard',
});

/** Winner and losers of merges: a loser lies in the recycle bin and names the winner. */
export function accountRows(company: Company, wonCount: number): Row[] {
  const row = accountRow(company, wonCount);
  const at = second(company.changedAt);
  const losers = company.mergedIds.map((id) => ({
    ...row,
    Id: accountId(id),
    IsDeleted: true,
    MasterRecordId: row.Id,
    SystemModstamp: at,
  }));
  return [row, ...losers];
}

const TIERS = ['Gold', 'Silver', null];

const accountRow = (company: Company, wonCount: number): Row => ({
  Id: accountId(company.id),
  ...audit(company),
  IsDeleted: company.archivedAt !== null,
  OwnerId: null,
  MasterRecordId: null,
  Name: company.name,
  Website: company.domain === null ? null : `https://www.${company.domain}/`,
  Industry: company.industry,
  BillingAddress: null,
  Segment__c: company.segment,
  Region__c: company.region,
  Partner_Tier__c: TIERS[Number(company.id) % 3] ?? null,
  CSM__c: null,
  Notice_Given_At__c: secondOrNull(company.noticeGivenAt),
  Churned_At__c: secondOrNull(company.churnedAt),
  Lifetime_Band__c: wonCount > 1 ? 'returning' : 'first deal',
});

export const stageLabel = (id: string): string => STAGES.find((stage) => stage.id === id)?.label ?? id;

const TYPES: Record<Deal['kind'], string> = { newbusiness: 'New Business', existingbusiness: 'Expansion', renewal: 'Renewal' };

export function opportunityRow(deal: Deal): Row {
  const stage = STAGES.find(({ id }) => id === deal.stageId);
  const owner = (id: string | null) => (id === null ? null : userId(id));
  return {
    Id: opportunityId(deal.id),
    ...audit(deal),
    IsDeleted: deal.archivedAt !== null,
    OwnerId: owner(deal.repId),
    AccountId: deal.companyId === null ? null : accountId(deal.companyId),
    Name: deal.name,
    StageName: stageLabel(deal.stageId),
    IsClosed: stage?.closed ?? false,
    IsWon: stage?.closed === true && stage.probability === 1,
    Amount: deal.amount,
    Probability: (stage?.probability ?? 0) * 100,
    CurrencyIsoCode: deal.currency,
    CloseDate: dayOf(deal.closeAt),
    Type: TYPES[deal.kind],
    LeadSource: deal.leadSource,
    ARR__c: deal.arr,
    CSM__c: owner(deal.csm.at(-1)?.value ?? null),
    Implementation_Owner__c: owner(deal.implementationOwnerId),
    Product_Line__c: deal.product,
    ...Object.fromEntries(
      BRIEF_SECTIONS.map((section): [string, Value] => [briefField(section), deal.brief[section]?.at(-1)?.value || null]),
    ),
    Brief_Accepted_At__c: secondOrNull(deal.briefAcceptedAt),
    Kickoff_Scheduled_At__c: secondOrNull(deal.kickoffScheduledAt),
    First_Value_At__c: secondOrNull(deal.firstValueAt),
    Onboarding_Completed_At__c: secondOrNull(deal.onboardingCompletedAt),
    Promise_Gap_At__c: secondOrNull(deal.promiseGapAt),
    Promise_Conversation_At__c: secondOrNull(deal.promiseConversationAt),
  };
}

/** 'why_they_bought' is 'Brief_Why_They_Bought__c'. */
export const briefField = (section: BriefSection): string =>
  `Brief_${section
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('_')}__c`;

/** A task done long ago is archived: only queryAll still shows it. */
export function taskRow(task: Task, until: number): Row {
  const done = task.completedAt !== null;
  const account = task.companyId === null ? null : accountId(task.companyId);
  return {
    Id: taskId(task.id),
    ...audit(task),
    IsDeleted: task.archivedAt !== null,
    OwnerId: task.ownerId === null ? null : userId(task.ownerId),
    Subject: task.subject,
    Status: done ? 'Completed' : 'Not Started',
    Priority: 'Normal',
    IsClosed: done,
    IsArchived: task.completedAt !== null && task.completedAt < until - 365 * DAY,
    ActivityDate: dayOf(task.dueAt),
    CompletedDateTime: secondOrNull(task.completedAt),
    WhatId: task.dealId === null ? account : opportunityId(task.dealId),
    WhoId: null,
    AccountId: account,
    TaskSubtype: 'Task',
  };
}
