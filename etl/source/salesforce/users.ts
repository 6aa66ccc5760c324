import { Person } from '../../warehouse/index.js';
import type { Stream } from '../source.js';
import type { Salesforce } from './org.js';
import { flag, text } from './salesforce-record.js';
import { sobjectStream } from './sobject-stream.js';

/** Users cannot be deleted, only made inactive. https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_user.htm */
export function users(salesforce: Salesforce): Stream {
  return sobjectStream(salesforce, {
    name: 'users',
    sobject: 'User',
    fields: ['Name', 'Email', 'IsActive', 'UserType'],
    deletions: false,
    toRows: (user) => [
      {
        table: Person,
        rows: [
          {
            externalId: user.Id,
            name: text(user, 'Name'),
            email: text(user, 'Email')?.trim().toLowerCase() ?? null,
            internal: ours(text(user, 'UserType')),
            active: flag(user, 'IsActive'),
          },
        ],
      },
    ],
  });
}

/** Everybody else signs in from outside: portals, communities, guests. */
export const ours = (userType: string | null): boolean =>
  userType === null || ['Standard', 'CsnOnly', 'AutomatedProcess'].includes(userType);
