import { z } from 'zod';
import type { Query } from '../http.js';
import { SourceError } from '../source-error.js';
import type { Changed, Reading } from './reading.js';

/** https://docs.stripe.com/api/events : some events have an object without an id. */
const wireEvents = z.object({
  data: z.array(z.object({ id: z.string(), created: z.number().int(), data: z.object({ object: z.record(z.string(), z.unknown()) }) })),
  has_more: z.boolean(),
});

/** Stripe keeps events for 30 days; a day less, so that none is lost while they are read. */
export const EVENTS_KEPT_SECONDS = 29 * 86_400;

/** What changed at or after `since` (seconds), by its last event, oldest first. */
export async function changedByEvents({ client, list, signal }: Reading, since: number): Promise<Changed[]> {
  const latest = new Map<string, number>();
  let after: string | null = null;
  do {
    const query: Query = { 'types[]': list.eventTypes, 'created[gte]': Math.max(1, since), limit: 100, starting_after: after };
    const page: z.output<typeof wireEvents> = await client.get(wireEvents, '/v1/events', query, signal);
    for (const { created, data } of page.data) {
      const id = list.idOfEvent(data.object);
      if (id !== null) latest.set(id, Math.max(created, latest.get(id) ?? 0));
    }
    const last = page.data.at(-1)?.id ?? null;
    if (page.has_more && (last === null || last === after))
      throw new SourceError('vendor', 'Stripe names the same page of events again and again.');
    after = page.has_more ? last : null;
  } while (after !== null);
  return [...latest].sort(([, a], [, b]) => a - b).map(([id, at]) => ({ id, at: new Date(at * 1000) }));
}
