import { z } from 'zod';
import { Person } from '../../warehouse/index.js';
import { parsed } from '../parsed.js';
import type { Stream } from '../source.js';
import { type Asana, gidOf } from './asana-stream.js';
import { paged } from './paged.js';

/** https://developers.asana.com/reference/users */
const wireUser = z.object({ gid: z.string().min(1), name: z.string().nullish(), email: z.string().nullish() });

/** Without a time of change: read whole in every run. One who has left is not named any more, and stays for the tasks that name them. */
export function users(asana: Asana): Stream {
  const { client, settings } = asana;
  return {
    name: 'asana.users',
    async *pages(_from, signal) {
      const query = { workspace: settings.workspaceId, opt_fields: 'name,email' };
      for await (const records of paged({ client, path: '/users', query, pageSize: settings.pageSize, signal }))
        yield { records, position: null };
    },
    idOf: gidOf,
    read(payload) {
      const user = parsed(wireUser, payload);
      const row = {
        externalId: user.gid,
        name: user.name || null,
        email: user.email?.toLowerCase() || null,
        internal: true,
        active: true,
      };
      return { externalId: user.gid, changedAt: null, deletedAt: null, url: null, rows: [{ table: Person, rows: [row] }] };
    },
  };
}
