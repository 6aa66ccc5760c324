import type { SupportUser, Task, Ticket, TicketStep } from '../company/company.js';
import { accountId, audit, caseId, contactId, meetingId, opportunityId, userId } from './names.js';
import { salesforceId } from './salesforce-id.js';
import { second } from './second.js';
import type { Row, Value } from './sobject.js';

/** Which company a customer of the support desk belongs to; null when nobody knows. */
export type CompanyOf = (user: SupportUser) => string | null;

export const agentRow = (user: SupportUser): Row => ({
  Id: userId(user.id),
  ...audit(user),
  Name: user.name,
  FirstName: null,
  LastName: user.name,
  Email: user.email,
  Username: user.email,
  IsActive: true,
  UserType: 'Standard',
});

export function contactRow(user: SupportUser, companyOf: CompanyOf): Row {
  const company = companyOf(user);
  return {
    Id: contactId(user.id),
    ...audit(user),
    IsDeleted: user.archivedAt !== null,
    OwnerId: null,
    MasterRecordId: null,
    AccountId: company === null ? null : accountId(company),
    Name: user.name,
    Email: user.email,
  };
}

const PRIORITY = { low: 'Low', normal: 'Medium', high: 'High', urgent: 'Urgent' };
const STATUS: Record<string, string> = { new: 'New', open: 'Working', pending: 'Waiting', solved: 'Closed', closed: 'Closed' };
const REPEATED = 'repeated_information';
const ESCALATED = 'escalated';

/** Half of the cases come by a form, whose text is the description; the others by e-mail. */
const byForm = (ticket: Ticket) => Number(ticket.id) % 2 === 0;

export function caseRow(ticket: Ticket, company: string | null): Row {
  const last = <T>(read: (step: TicketStep) => T | null): T | null => ticket.steps.map(read).findLast((value) => value !== null) ?? null;
  const solvedAt = ticket.steps.findLast(({ status }) => status === 'solved')?.at;
  const tagged = (tag: string) => ticket.steps.some(({ addedTags }) => addedTags.includes(tag));
  const priority = last((step) => step.priority);
  return {
    Id: caseId(ticket.id),
    ...audit(ticket),
    IsDeleted: ticket.archivedAt !== null,
    OwnerId: userId(ticket.assigneeId),
    CaseNumber: ticket.id.padStart(8, '0'),
    Subject: ticket.subject,
    Description: ticket.steps[0]?.body ?? null,
    Origin: byForm(ticket) ? 'Web' : 'Email',
    Status: STATUS[last((step) => step.status) ?? 'new'] ?? 'New',
    Priority: priority === null ? null : PRIORITY[priority],
    IsClosed: solvedAt !== undefined,
    IsEscalated: tagged(ESCALATED),
    ClosedDate: solvedAt === undefined ? null : second(solvedAt),
    AccountId: company === null ? null : accountId(company),
    ContactId: contactId(ticket.requesterId),
    MasterRecordId: null,
    Repeated_Information__c: tagged(REPEATED),
  };
}

/** What was set when the case was made is no change. */
export function caseHistory(ticket: Ticket): Row[] {
  return ticket.steps.slice(1).flatMap((step) => {
    const told: [field: string, value: Value][] = [
      ...(step.priority === null ? [] : [['Priority', PRIORITY[step.priority]] as [string, Value]]),
      ...(step.addedTags.includes(ESCALATED) ? [['IsEscalated', true] as [string, Value]] : []),
      ...(step.addedTags.includes(REPEATED) ? [['Repeated_Information__c', true] as [string, Value]] : []),
    ];
    return told.map(([Field, NewValue], index) => ({
      Id: salesforceId('01n', Number(step.id) * 10 + index),
      IsDeleted: ticket.archivedAt !== null,
      CreatedDate: second(step.at),
      CreatedById: userId(step.authorId),
      CaseId: caseId(ticket.id),
      Field,
      OldValue: typeof NewValue === 'boolean' ? false : null,
      NewValue,
    }));
  });
}

/** Internal notes are comments. */
export const comments = (ticket: Ticket): Row[] =>
  ticket.steps
    .filter(({ body, public: visible }) => body !== null && !visible)
    .map((step) => ({
      Id: salesforceId('00a', Number(step.id)),
      ...said(ticket, step),
      CreatedById: userId(step.authorId),
      ParentId: caseId(ticket.id),
      CommentBody: step.body,
      IsPublished: false,
    }));

export const mails = (ticket: Ticket): Row[] =>
  ticket.steps
    .filter((step, index) => step.body !== null && step.public && !(index === 0 && byForm(ticket)))
    .map((step) => ({
      Id: salesforceId('02s', Number(step.id)),
      ...said(ticket, step),
      ParentId: caseId(ticket.id),
      Incoming: step.authorId === ticket.requesterId,
      MessageDate: second(step.at),
      FromAddress: null,
      Subject: ticket.subject,
      TextBody: step.body,
      Status: step.authorId === ticket.requesterId ? '1' : '3',
    }));

const said = (ticket: Ticket, { at }: TicketStep) => ({
  ...audit({ createdAt: at, changedAt: ticket.archivedAt ?? at }),
  IsDeleted: ticket.archivedAt !== null,
});

/** A call that stands in the calendar as well. */
export function meetingRow(task: Task, who: string | null): Row {
  const at = second(task.completedAt ?? task.dueAt);
  return {
    Id: meetingId(task.id),
    ...audit({ createdAt: at, changedAt: at }),
    IsDeleted: false,
    OwnerId: task.ownerId === null ? null : userId(task.ownerId),
    Subject: task.subject,
    StartDateTime: at - 1_800_000,
    EndDateTime: at,
    IsChild: false,
    IsRecurrence: false,
    IsArchived: false,
    WhatId: task.dealId === null ? null : opportunityId(task.dealId),
    WhoId: who === null ? null : contactId(who),
    AccountId: task.companyId === null ? null : accountId(task.companyId),
  };
}
