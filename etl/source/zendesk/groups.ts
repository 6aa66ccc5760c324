import { z } from 'zod';
import type { ZendeskClient } from './client.js';
import { wireId } from './wire-id.js';

/** https://developer.zendesk.com/api-reference/ticketing/groups/groups/#list-groups */
const wireGroups = z.object({
  groups: z.array(z.object({ id: wireId, name: z.string() })),
  meta: z.object({ has_more: z.boolean(), after_cursor: z.string().nullish() }).optional(),
});

/** Names of the groups there are now, by id. */
export async function groupNames(client: ZendeskClient, signal: AbortSignal): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  let after: string | null = null;
  do {
    const query = { 'page[size]': 100, 'page[after]': after };
    const page: z.output<typeof wireGroups> = await client.get({
      wire: wireGroups,
      path: '/api/v2/groups.json',
      query,
      limit: 'usual',
      signal,
    });
    for (const { id, name } of page.groups) names.set(id, name);
    after = page.meta?.has_more ? (page.meta.after_cursor ?? null) : null;
  } while (after !== null);
  return names;
}
