import { Message, Ticket } from '../../warehouse/index.js';
import type { FactRow, Stream } from '../source.js';
import { chosenFields, mappedFields } from './mapped-fields.js';
import type { SalesforceMapping } from './mapping.js';
import type { Salesforce } from './org.js';
import { moment, type SalesforceRecord, text } from './salesforce-record.js';
import { sobjectStream } from './sobject-stream.js';

const FIELDS = ['Subject', 'Description', 'Origin', 'Status', 'Priority', 'ClosedDate', 'AccountId', 'ContactId'];

/** When a case was escalated is told by its history. https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_case.htm */
export function cases(salesforce: Salesforce): Stream {
  const { mapping } = salesforce.settings;
  return sobjectStream(salesforce, {
    name: 'cases',
    sobject: 'Case',
    fields: FIELDS,
    mapped: mappedFields(mapping, 'Case'),
    chosen: chosenFields(mapping, 'Case'),
    optional: 'Our user may not read cases: support is measured by other sources only.',
    toRows: (one) => [
      { table: Ticket, rows: [ticket(one, mapping)] },
      { table: Message, rows: description(one, mapping) },
    ],
  });
}

function ticket(one: SalesforceRecord, mapping: SalesforceMapping): FactRow {
  const priority = text(one, 'Priority');
  return {
    externalId: one.Id,
    accountExternalId: text(one, 'AccountId'),
    requesterExternalId: text(one, 'ContactId'),
    dealExternalId: text(one, mapping.caseDeal),
    subject: text(one, 'Subject'),
    status: text(one, 'Status'),
    priority: priority === null ? null : (mapping.casePriorities[priority] ?? priority.toLowerCase()),
    tags: [],
    openedAt: moment(one, 'CreatedDate'),
    solvedAt: moment(one, 'ClosedDate'),
  };
}

/** What a customer wrote into a form is the case's description; that of an e-mail comes as an e-mail too. */
function description(one: SalesforceRecord, mapping: SalesforceMapping): FactRow[] {
  const body = text(one, 'Description');
  const sentAt = moment(one, 'CreatedDate');
  if (body === null || sentAt === null || !mapping.descriptionOrigins.includes(text(one, 'Origin') ?? '')) return [];
  const authorExternalId = text(one, 'ContactId');
  return [{ externalId: `case:${one.Id}`, ticketExternalId: one.Id, authorExternalId, fromCustomer: true, visible: true, sentAt, body }];
}
