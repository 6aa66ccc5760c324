import { z } from 'zod';
import { Person } from '../../warehouse/index.js';
import { parsed } from '../parsed.js';
import type { Stream } from '../source.js';
import { idOf, type Pipedrive } from './record.js';

/** https://developers.pipedrive.com/docs/api/v1/Users */
const wireUser = z.object({
  id: z.int().positive(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  active_flag: z.boolean().default(true),
});

/** Few, in one answer: read whole in every run, with those who have left. */
export function users({ client }: Pipedrive): Stream {
  return {
    name: 'pipedrive.users',
    async *pages(_from, signal) {
      const { data } = await client.list('/api/v1/users', {}, { signal });
      yield { records: data, position: null, expected: data.length };
    },
    idOf,
    read(payload) {
      const { id, name, email, active_flag: active } = parsed(wireUser, payload);
      const row = {
        externalId: String(id),
        name: name?.trim() || null,
        email: email?.trim().toLowerCase() || null,
        internal: true,
        active,
      };
      // One who left is not deleted: deals still name them.
      return { externalId: String(id), changedAt: null, deletedAt: null, url: null, rows: [{ table: Person, rows: [row] }] };
    },
  };
}
