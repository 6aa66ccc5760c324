import { z } from 'zod';
import { HUBSPOT_API_VERSION, type HubspotClient } from './client.js';
import type { HubspotSettings } from './settings.js';

/** https://developers.hubspot.com/docs/api-reference/crm-associations-v4/guide */
const wireAssociations = z.object({
  results: z.array(
    z.object({
      from: z.object({ id: z.coerce.string() }),
      to: z.array(z.unknown()),
      paging: z.object({ next: z.object({ after: z.coerce.string() }).optional() }).nullish(),
    }),
  ),
});

const MOST_IDS = 1_000;

export interface Links {
  api: HubspotSettings['associationsApi'];
  from: string;
  to: string;
  ids: string[];
}

/** What each of `ids` of type `from` is associated with, as HubSpot says it; an id that is missing has none. */
export async function associationsOf(
  client: HubspotClient,
  { api, from, to, ids }: Links,
  signal: AbortSignal,
): Promise<Map<string, unknown[]>> {
  const root = api === 'v4' ? '/crm/v4/associations' : `/crm/associations/${HUBSPOT_API_VERSION}`;
  const path = `${root}/${from}/${to}/batch/read`;
  const found = new Map<string, unknown[]>();
  let inputs: { id: string; after?: string }[] = ids.map((id) => ({ id }));
  while (inputs.length > 0) {
    const { results } = await client.post(wireAssociations, path, { inputs: inputs.slice(0, MOST_IDS) }, signal);
    for (const { from, to } of results) found.set(from.id, [...(found.get(from.id) ?? []), ...to]);
    const more = results.flatMap(({ from, paging }) => (paging?.next ? [{ id: from.id, after: paging.next.after }] : []));
    inputs = [...inputs.slice(MOST_IDS), ...more];
  }
  return found;
}
