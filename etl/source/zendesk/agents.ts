import { z } from 'zod';
import type { ZendeskClient } from './client.js';
import { wireId } from './wire-id.js';

/** https://developer.zendesk.com/api-reference/ticketing/users/users/#list-users */
const wireAgents = z.object({
  users: z.array(z.object({ id: wireId })),
  meta: z.object({ has_more: z.boolean(), after_cursor: z.string().nullish() }).optional(),
});

/** Everybody who answers tickets now; who was an agent once and is none any more counts as a customer. */
export async function agentIds(client: ZendeskClient, signal: AbortSignal): Promise<Set<string>> {
  const ids = new Set<string>();
  let after: string | null = null;
  do {
    const query = { 'role[]': ['agent', 'admin'], 'page[size]': 100, 'page[after]': after };
    const page: z.output<typeof wireAgents> = await client.get({
      wire: wireAgents,
      path: '/api/v2/users.json',
      query,
      limit: 'usual',
      signal,
    });
    for (const { id } of page.users) ids.add(id);
    after = page.meta?.has_more ? (page.meta.after_cursor ?? null) : null;
  } while (after !== null);
  return ids;
}
