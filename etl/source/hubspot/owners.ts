import { z } from 'zod';
import { Person } from '../../warehouse/index.js';
import type { Query } from '../http.js';
import { parsed } from '../parsed.js';
import type { Page, Stream } from '../source.js';
import { wireInstant } from '../wire-instant.js';
import { HUBSPOT_API_VERSION } from './client.js';
import { circling } from './object-reader.js';
import type { Hubspot } from './reading.js';

/** https://developers.hubspot.com/docs/api-reference/crm-owners-v3/guide */
const wireOwner = z.object({
  id: z.string().min(1),
  email: z.string().nullish(),
  firstName: z.string().nullish(),
  lastName: z.string().nullish(),
  updatedAt: wireInstant,
  archived: z.boolean().default(false),
});
const wireOwners = z.object({
  results: z.array(z.unknown()),
  paging: z.object({ next: z.object({ after: z.coerce.string() }).optional() }).nullish(),
});

/** Few, and without a filter by time: read whole in every run, with those who have left. */
export function owners({ client }: Hubspot): Stream {
  async function* pages(_from: unknown, signal: AbortSignal): AsyncIterable<Page> {
    for (const archived of [false, true]) {
      let after: string | null = null;
      do {
        const query: Query = { limit: 100, after, archived };
        const page: z.output<typeof wireOwners> = await client.get(wireOwners, `/crm/owners/${HUBSPOT_API_VERSION}`, query, signal);
        yield { records: page.results, position: null };
        const next: string | null = page.paging?.next?.after ?? null;
        if (next !== null && next === after) throw circling('owners');
        after = next;
      } while (after !== null);
    }
  }
  return {
    name: 'hubspot.owners',
    pages,
    idOf: (payload) => z.object({ id: z.string() }).safeParse(payload).data?.id ?? null,
    read(payload) {
      const owner = parsed(wireOwner, payload);
      const name = [owner.firstName, owner.lastName].filter(Boolean).join(' ') || null;
      const row = { externalId: owner.id, name, email: owner.email?.toLowerCase() || null, internal: true, active: !owner.archived };
      // One who left is not deleted: deals still name them.
      return { externalId: owner.id, changedAt: owner.updatedAt, deletedAt: null, url: null, rows: [{ table: Person, rows: [row] }] };
    },
  };
}
