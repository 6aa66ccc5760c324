import { z } from 'zod';
import { epoch } from './wire-epoch.js';

/** A coupon; its place in a discount has moved with Stripe's versions. https://docs.stripe.com/api/coupons/object */
const wireCoupon = z.object({
  duration: z.string(),
  percent_off: z.number().nullish(),
  amount_off: z.number().int().nullish(),
  currency: z.string().nullish(),
});

/** https://docs.stripe.com/api/discounts/object : an id where it was not expanded. */
const wireDiscount = z
  .union([
    z.string(),
    z.object({ coupon: wireCoupon.nullish(), source: z.object({ coupon: z.union([z.string(), wireCoupon]).nullish() }).nullish() }),
  ])
  .transform((discount) => {
    if (typeof discount === 'string') return null;
    const inSource = discount.source?.coupon;
    return discount.coupon ?? (typeof inSource === 'object' ? inSource : null) ?? null;
  });

const decimal = z.string().nullish();
const wireTier = z.object({ up_to: z.number().nullable(), unit_amount_decimal: decimal, flat_amount_decimal: decimal });

/** https://docs.stripe.com/api/prices/object */
export const wirePrice = z.object({
  id: z.string(),
  currency: z.string().length(3),
  product: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]),
  nickname: z.string().nullish(),
  billing_scheme: z.enum(['per_unit', 'tiered']),
  unit_amount_decimal: decimal,
  tiers_mode: z.enum(['graduated', 'volume']).nullish(),
  tiers: z.array(wireTier).nullish(),
  transform_quantity: z.object({ divide_by: z.number().int().min(1), round: z.enum(['up', 'down']) }).nullish(),
  recurring: z
    .object({
      interval: z.enum(['day', 'week', 'month', 'year']),
      interval_count: z.number().int().min(1),
      usage_type: z.enum(['licensed', 'metered']).default('licensed'),
    })
    .nullish(),
});

/** https://docs.stripe.com/api/subscription_items/object */
export const wireItem = z.object({
  id: z.string(),
  quantity: z.number().int().min(0).nullish(),
  price: wirePrice,
  discounts: z.array(wireDiscount).nullish(),
});

/** https://docs.stripe.com/api/subscriptions/object */
export const wireSubscription = z.object({
  id: z.string().min(1),
  customer: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]),
  status: z.enum(['incomplete', 'incomplete_expired', 'trialing', 'active', 'past_due', 'canceled', 'unpaid', 'paused']),
  currency: z.string().length(3),
  livemode: z.boolean(),
  created: epoch,
  start_date: epoch,
  canceled_at: epoch.nullish(),
  cancel_at: epoch.nullish(),
  cancel_at_period_end: z.boolean().default(false),
  ended_at: epoch.nullish(),
  trial_end: epoch.nullish(),
  pause_collection: z.object({}).nullish(),
  cancellation_details: z.object({ reason: z.string().nullish(), feedback: z.string().nullish(), comment: z.string().nullish() }).nullish(),
  discounts: z.array(wireDiscount).nullish(),
  discount: wireDiscount.nullish(),
  items: z.object({ data: z.array(wireItem) }),
  /** Added by us: names of the products of its items. */
  productNames: z.record(z.string(), z.string()).default({}),
});

export type Coupon = z.output<typeof wireCoupon>;
export type Price = z.output<typeof wirePrice>;
export type Item = z.output<typeof wireItem>;
export type Subscription = z.output<typeof wireSubscription>;
