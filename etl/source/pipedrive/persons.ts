import { z } from 'zod';
import { Person } from '../../warehouse/index.js';
import type { Stream } from '../source.js';
import { reference } from './field-value.js';
import { pipedriveStream } from './pipedrive-stream.js';
import { type Pipedrive, wireRecord } from './record.js';

/** https://developers.pipedrive.com/docs/api/v1/Persons */
const wirePerson = wireRecord.extend({
  name: z.string().nullish(),
  org_id: z.int().nullish(),
  emails: z.array(z.object({ value: z.string(), primary: z.boolean().nullish() })).nullish(),
});

/** Customers' people; ours are users. */
export function persons(pipedrive: Pipedrive): Stream {
  return pipedriveStream(pipedrive, {
    name: 'persons',
    path: '/api/v2/persons',
    wire: wirePerson,
    fields: null,
    page: '/person/',
    toRows: ({ id, name, emails, org_id, is_deleted }) => {
      const email = emails?.find(({ primary }) => primary) ?? emails?.[0];
      const row = {
        externalId: `person:${id}`,
        name: name?.trim() || null,
        email: email?.value.trim().toLowerCase() || null,
        internal: false,
        active: !is_deleted,
        accountExternalId: reference(org_id),
      };
      return [{ table: Person, rows: [row] }];
    },
  });
}
