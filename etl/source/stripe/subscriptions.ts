import { z } from 'zod';
import { Subscription as SubscriptionFact } from '../../warehouse/index.js';
import { parsed } from '../parsed.js';
import type { FactRow, Stream } from '../source.js';
import { joinProducts } from './products.js';
import type { Stripe } from './reading.js';
import type { StripeMapping } from './settings.js';
import { idOf, stripeReads } from './stripe-stream.js';
import { joinItems } from './subscription-items.js';
import { type Subscription, wireSubscription } from './wire-subscription.js';
import { yearlyRevenue } from './yearly-revenue.js';

const EVENTS = ['created', 'updated', 'deleted', 'paused', 'resumed', 'pending_update_applied', 'pending_update_expired', 'trial_will_end'];

/** Every status: without `status=all` Stripe leaves out what was cancelled. Subscriptions are never removed. */
export function subscriptions(stripe: Stripe): Stream {
  const { mapping } = stripe.settings;
  return {
    name: 'stripe.subscriptions',
    ...stripeReads(stripe, {
      path: '/v1/subscriptions',
      query: { status: 'all' },
      expand: ['discounts', 'items.data.discounts'],
      eventTypes: [
        ...EVENTS.map((type) => `customer.subscription.${type}`),
        ...['created', 'updated', 'deleted'].map((type) => `customer.discount.${type}`),
      ],
      idOfEvent,
      joined: async (records, signal) => joinProducts(stripe, await joinItems(stripe, records, signal), signal),
    }),
    idOf,
    read(payload) {
      const subscription = parsed(wireSubscription, payload);
      const { id, livemode } = subscription;
      return {
        externalId: id,
        changedAt: null,
        deletedAt: null,
        url: `https://dashboard.stripe.com/${livemode ? '' : 'test/'}subscriptions/${id}`,
        rows: [{ table: SubscriptionFact, rows: began(subscription, mapping) ? [row(subscription)] : [] }],
      };
    },
  };
}

const wireNamed = z.object({ object: z.string(), id: z.string().nullish(), subscription: z.string().nullish() });

/** A discount names its subscription. */
function idOfEvent(object: Record<string, unknown>): string | null {
  const { data } = wireNamed.safeParse(object);
  return (data?.object === 'subscription' ? data.id : data?.subscription) ?? null;
}

/** Service never began when the first payment failed, nor, unless the mapping says otherwise, when it ended with its trial. */
function began(subscription: Subscription, { trialsCount }: StripeMapping): boolean {
  const { status, ended_at: ended, trial_end: trial } = subscription;
  if (status === 'incomplete' || status === 'incomplete_expired') return false;
  return trialsCount || !ended || !trial || ended > trial;
}

function row(subscription: Subscription): FactRow {
  return {
    externalId: subscription.id,
    accountExternalId: subscription.customer,
    status: subscription.pause_collection ? `${subscription.status}, collection paused` : subscription.status,
    product: productOf(subscription),
    startedAt: subscription.start_date,
    noticeAt: noticeAt(subscription),
    endedAt: subscription.ended_at ?? null,
    arr: yearlyRevenue(subscription),
    currency: subscription.currency.toUpperCase(),
    reason: reasonOf(subscription),
  };
}

/** A minute: a term that is agreed with the subscription itself is no notice. */
const AT_ONCE = 60_000;

/** When the customer, or we, said that it will end; null while nobody did, and for an end without notice. */
function noticeAt({ canceled_at: said, ended_at: ended, cancel_at, cancel_at_period_end, start_date }: Subscription): Date | null {
  if (!said || said.getTime() <= start_date.getTime() + AT_ONCE) return null;
  if (ended) return said < ended ? said : null;
  return cancel_at_period_end || cancel_at ? said : null;
}

function productOf({ items, productNames }: Subscription): string | null {
  const names = items.data.map(({ price }) => productNames[price.product] ?? price.nickname ?? price.product);
  return [...new Set(names)].join(', ') || null;
}

/** In the customer's words where there are any. */
function reasonOf({ cancellation_details: details }: Subscription): string | null {
  return [details?.feedback ?? details?.reason, details?.comment].filter(Boolean).join(': ') || null;
}
