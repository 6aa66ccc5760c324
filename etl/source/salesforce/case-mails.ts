import { Message } from '../../warehouse/index.js';
import type { FactRow, Stream } from '../source.js';
import type { Salesforce } from './org.js';
import { flag, idOfKind, moment, type SalesforceRecord, text } from './salesforce-record.js';
import { sobjectStream } from './sobject-stream.js';

const DRAFT = '5';

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_emailmessage.htm */
export function caseMails(salesforce: Salesforce): Stream {
  return sobjectStream(salesforce, {
    name: 'case-mails',
    sobject: 'EmailMessage',
    fields: ['ParentId', 'Incoming', 'MessageDate', 'TextBody', 'Status', 'CreatedById'],
    optional: 'Email-to-Case is off, or our user may not read e-mails.',
    shownAt: { sobject: 'Case', field: 'ParentId' },
    toRows: (mail) => [{ table: Message, rows: message(mail) }],
  });
}

/** E-mails that belong to no case are logged as tasks too, and counted there. */
function message(mail: SalesforceRecord): FactRow[] {
  const ticketExternalId = idOfKind(text(mail, 'ParentId'), '500');
  const sentAt = moment(mail, 'MessageDate') ?? moment(mail, 'CreatedDate');
  if (ticketExternalId === null || sentAt === null || text(mail, 'Status') === DRAFT) return [];
  const fromCustomer = flag(mail, 'Incoming');
  const authorExternalId = fromCustomer ? null : text(mail, 'CreatedById');
  return [
    {
      externalId: `mail:${mail.Id}`,
      ticketExternalId,
      authorExternalId,
      fromCustomer,
      visible: true,
      sentAt,
      body: text(mail, 'TextBody'),
    },
  ];
}
