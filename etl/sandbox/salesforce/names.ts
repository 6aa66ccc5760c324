import type { Company, Deal, Owner, SupportUser, Task, Ticket } from '../company/company.js';
import { salesforceId } from './salesforce-id.js';

/** Ids as Salesforce would have given them. */
export const accountId = (id: Company['id']): string => salesforceId('001', Number(id));
export const contactId = (id: SupportUser['id']): string => salesforceId('003', Number(id));
export const userId = (id: Owner['id'] | SupportUser['id']): string => salesforceId('005', Number(id));
export const opportunityId = (id: Deal['id']): string => salesforceId('006', Number(id));
export const caseId = (id: Ticket['id']): string => salesforceId('500', Number(id));
export const taskId = (id: Task['id']): string => salesforceId('00T', Number(id));
export const meetingId = (id: Task['id']): string => salesforceId('00U', Number(id));

const ADMIN = '005000000000001AAA';

interface Dated {
  createdAt: number;
  changedAt: number;
}

/** The columns every record has. */
export function audit({ createdAt, changedAt }: Dated) {
  const [CreatedDate, changed] = [Math.floor(createdAt / 1000) * 1000, Math.floor(changedAt / 1000) * 1000];
  return { CreatedDate, CreatedById: ADMIN, LastModifiedDate: changed, LastModifiedById: ADMIN, SystemModstamp: changed };
}
