import { z } from 'zod';
import { Person } from '../../warehouse/index.js';
import { parsed } from '../parsed.js';
import type { Page, Stream } from '../source.js';
import type { Intercom } from './intercom-stream.js';
import { idOf, wireId } from './wire-value.js';

/** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/admins/admin */
const wireAdmin = z.looseObject({ id: wireId, name: z.string().nullish(), email: z.string().nullish() });
const wireAdmins = z.looseObject({ admins: z.array(z.unknown()) });

/** Teammates, all at once. */
export function admins(intercom: Intercom): Stream {
  return {
    name: 'intercom.admins',
    pages: (_, signal) => pages(intercom, signal),
    idOf,
    whole: true,
    read(payload) {
      const admin = parsed(wireAdmin, payload);
      const row = {
        externalId: admin.id,
        name: admin.name || null,
        email: admin.email?.toLowerCase() || null,
        internal: true,
        active: true,
        accountExternalId: null,
      };
      return { externalId: admin.id, changedAt: null, deletedAt: null, url: null, rows: [{ table: Person, rows: [row] }] };
    },
  };
}

async function* pages({ client, now }: Intercom, signal: AbortSignal): AsyncIterable<Page> {
  const { admins: records } = await client.ask({ wire: wireAdmins, path: '/admins', signal });
  yield { records, position: { read: Math.floor(now().getTime() / 1000) } };
}
