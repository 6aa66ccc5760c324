import { Person } from '../../warehouse/index.js';
import type { Stream } from '../source.js';
import type { Salesforce } from './org.js';
import { text } from './salesforce-record.js';
import { sobjectStream } from './sobject-stream.js';

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_contact.htm */
export function contacts(salesforce: Salesforce): Stream {
  return sobjectStream(salesforce, {
    name: 'contacts',
    sobject: 'Contact',
    fields: ['Name', 'Email', 'AccountId'],
    toRows: (contact) => [
      {
        table: Person,
        rows: [
          {
            externalId: contact.Id,
            name: text(contact, 'Name'),
            email: text(contact, 'Email')?.trim().toLowerCase() ?? null,
            internal: false,
            active: true,
            accountExternalId: text(contact, 'AccountId'),
          },
        ],
      },
    ],
  });
}
