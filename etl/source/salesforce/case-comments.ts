import { Message } from '../../warehouse/index.js';
import type { FactRow, Stream } from '../source.js';
import type { Salesforce } from './org.js';
import { flag, moment, type SalesforceRecord, text } from './salesforce-record.js';
import { sobjectStream } from './sobject-stream.js';
import { ours } from './users.js';

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_casecomment.htm */
export function caseComments(salesforce: Salesforce): Stream {
  return sobjectStream(salesforce, {
    name: 'case-comments',
    sobject: 'CaseComment',
    fields: ['ParentId', 'CommentBody', 'IsPublished', 'CreatedById', 'CreatedBy.UserType'],
    optional: 'Our user may not read comments on cases.',
    shownAt: { sobject: 'Case', field: 'ParentId' },
    toRows: (comment) => [{ table: Message, rows: message(comment) }],
  });
}

/** A customer comments through a portal, as a user of another type. */
function message(comment: SalesforceRecord): FactRow[] {
  const [ticketExternalId, sentAt, body] = [text(comment, 'ParentId'), moment(comment, 'CreatedDate'), text(comment, 'CommentBody')];
  if (ticketExternalId === null || sentAt === null || body === null) return [];
  const fromCustomer = !ours(text(comment, 'CreatedBy.UserType'));
  const authorExternalId = text(comment, 'CreatedById');
  return [
    {
      externalId: `comment:${comment.Id}`,
      ticketExternalId,
      authorExternalId,
      fromCustomer,
      visible: flag(comment, 'IsPublished'),
      sentAt,
      body,
    },
  ];
}
