import { Event } from '../../warehouse/index.js';
import type { FactRow, Stream } from '../source.js';
import type { SalesforceMapping } from './mapping.js';
import type { Salesforce } from './org.js';
import { moment, type SalesforceRecord, text } from './salesforce-record.js';
import { sobjectStream } from './sobject-stream.js';

/** Escalations and what somebody ticked. https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_casehistory.htm */
export function caseHistory(salesforce: Salesforce): Stream {
  const { mapping } = salesforce.settings;
  return sobjectStream(salesforce, {
    name: 'case-history',
    sobject: 'CaseHistory',
    fields: ['CaseId', 'Field', 'OldValue', 'NewValue', 'CreatedById'],
    deletions: false,
    optional: 'Case history is not tracked, or our user may not read it: when a case was escalated stays unknown.',
    shownAt: { sobject: 'Case', field: 'CaseId' },
    toRows: (history) => [{ table: Event, rows: said(history, mapping) }],
  });
}

function said(history: SalesforceRecord, mapping: SalesforceMapping): FactRow[] {
  const field = text(history, 'Field');
  if (escalates(field, text(history, 'NewValue'), mapping)) return [event(history, 'escalated', null)];
  const repeated = field !== null && field === mapping.repeatField && text(history, 'NewValue') === 'true';
  return repeated ? [event(history, 'information-repeated', 'reported')] : [];
}

function escalates(field: string | null, value: string | null, { casePriorities, escalationOwners }: SalesforceMapping): boolean {
  if (value === null) return false;
  if (field === 'IsEscalated') return value === 'true';
  if (field === 'Priority') return casePriorities[value] === 'urgent';
  return field === 'Owner' && escalationOwners.includes(value);
}

function event(history: SalesforceRecord, kind: string, detail: string | null): FactRow {
  const at = moment(history, 'CreatedDate');
  if (at === null) throw new Error('CreatedDate: is missing');
  return { externalId: `case-history:${history.Id}`, kind, at, ticketExternalId: text(history, 'CaseId'), detail };
}
