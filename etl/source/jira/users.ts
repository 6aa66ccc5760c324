import { z } from 'zod';
import { Person } from '../../warehouse/index.js';
import { parsed } from '../parsed.js';
import type { Stream } from '../source.js';
import type { Jira } from './jira-stream.js';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/#api-rest-api-3-users-search-get */
const wireUser = z.object({
  accountId: z.string().min(1),
  accountType: z.string().nullish(),
  displayName: z.string().nullish(),
  /** Null where the person hides it. */
  emailAddress: z.string().nullish(),
  active: z.boolean().default(true),
});

const PAGE = 200;

/** Without a time of change: read whole in every run. Who has left is named for ever, as not active. */
export function users({ client }: Jira): Stream {
  return {
    name: 'jira.users',
    async *pages(_from, signal) {
      for (let startAt = 0; ; startAt += PAGE) {
        const records = await client.get(z.array(z.unknown()), '/users/search', { startAt, maxResults: PAGE }, signal);
        // A page may be shorter than asked for because hidden people are left out of it: only an empty one is the end.
        if (records.length === 0) return;
        yield { records, position: null };
      }
    },
    idOf: (payload) => z.object({ accountId: z.string() }).safeParse(payload).data?.accountId ?? null,
    read(payload) {
      const user = parsed(wireUser, payload);
      const row = {
        externalId: user.accountId,
        name: user.displayName || null,
        email: user.emailAddress?.toLowerCase() || null,
        // 'customer' is somebody who writes to a service desk.
        internal: user.accountType !== 'customer',
        active: user.active,
      };
      return { externalId: user.accountId, changedAt: null, deletedAt: null, url: null, rows: [{ table: Person, rows: [row] }] };
    },
  };
}
