import { z } from 'zod';
import type { Query } from '../http.js';
import type { Stripe } from './reading.js';

/** https://docs.stripe.com/api/products/list */
const wireProducts = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })), has_more: z.boolean() });
const wireUsing = z.looseObject({
  items: z.object({ data: z.array(z.object({ price: z.object({ product: z.union([z.string(), z.object({ id: z.string() })]) }) })) }),
});
/** `ids` of one question. */
const MOST_IDS = 100;

/** Puts the names of its products into each subscription: a price names but the id, and Stripe expands no deeper. */
export async function joinProducts({ client }: Stripe, subscriptions: unknown[], signal: AbortSignal): Promise<unknown[]> {
  const used = subscriptions.map((subscription) => productsOf(subscription));
  const ids = [...new Set(used.flat())];
  const names = new Map<string, string>();
  for (let start = 0; start < ids.length; start += MOST_IDS) {
    const query: Query = { 'ids[]': ids.slice(start, start + MOST_IDS), limit: MOST_IDS };
    const { data } = await client.get(wireProducts, '/v1/products', query, signal);
    for (const { id, name } of data) names.set(id, name);
  }
  return subscriptions.map((subscription, n) => {
    const productNames = Object.fromEntries((used[n] ?? []).flatMap((id) => (names.has(id) ? [[id, names.get(id)]] : [])));
    return typeof subscription === 'object' && subscription !== null ? { ...subscription, productNames } : subscription;
  });
}

function productsOf(subscription: unknown): string[] {
  const { data } = wireUsing.safeParse(subscription);
  return data?.items.data.map(({ price: { product } }) => (typeof product === 'string' ? product : product.id)) ?? [];
}
