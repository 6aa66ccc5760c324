import { z } from 'zod';
import type { Query } from '../http.js';
import { SourceError } from '../source-error.js';
import type { Stripe } from './reading.js';

const wireHolding = z.looseObject({
  id: z.string(),
  items: z.looseObject({
    data: z.array(z.looseObject({ price: z.looseObject({ billing_scheme: z.string() }) })),
    has_more: z.boolean().default(false),
  }),
});
const wireItems = z.object({
  data: z.array(z.looseObject({ id: z.string(), subscription: z.string().optional() })),
  has_more: z.boolean(),
});

/** Puts all items into each subscription whose list was cut, or whose tiers a list of subscriptions does not tell. */
export async function joinItems(stripe: Stripe, subscriptions: unknown[], signal: AbortSignal): Promise<unknown[]> {
  const whole: unknown[] = [];
  for (const subscription of subscriptions) {
    const { data } = wireHolding.safeParse(subscription);
    if (!data || !(data.items.has_more || data.items.data.some(({ price }) => price.billing_scheme === 'tiered'))) {
      whole.push(subscription);
      continue;
    }
    whole.push({ ...data, items: { ...data.items, data: await itemsOf(stripe, data.id, signal), has_more: false } });
  }
  return whole;
}

/** https://docs.stripe.com/api/subscription_items/list */
async function itemsOf({ client }: Stripe, subscription: string, signal: AbortSignal): Promise<unknown[]> {
  const items = new Map<string, unknown>();
  let after: string | null = null;
  do {
    const query: Query = { subscription, limit: 100, starting_after: after, 'expand[]': ['data.price.tiers', 'data.discounts'] };
    const page: z.output<typeof wireItems> = await client.get(wireItems, '/v1/subscription_items', query, signal);
    if (page.data.some((item) => (item.subscription ?? subscription) !== subscription))
      throw new SourceError(
        'vendor',
        `Stripe answers with items of another subscription when asked for ${subscription}: one page again and again.`,
      );
    for (const item of page.data) items.set(item.id, item);
    const last = page.data.at(-1)?.id ?? null;
    if (page.has_more && (last === null || last === after))
      throw new SourceError('vendor', `Stripe names the same page of the items of ${subscription} again and again.`);
    after = page.has_more ? last : null;
  } while (after !== null);
  return [...items.values()];
}
