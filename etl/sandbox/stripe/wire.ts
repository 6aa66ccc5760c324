import type { StripeBook, StripeCustomer, StripeEvent, StripePrice, StripeSubscription } from './book.js';

/** Items of a subscription beyond these are told by another list. */
const MOST_ITEMS = 20;

export function wireCustomer({ id, created, name, email, metadata, deleted }: StripeCustomer) {
  if (deleted) return { id, object: 'customer', deleted: true };
  return {
    id,
    object: 'customer',
    address: null,
    balance: 0,
    created,
    currency: 'usd',
    default_source: null,
    delinquent: false,
    description: null,
    email,
    invoice_prefix: id.slice(-8).toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata,
    name,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  };
}

function wirePrice({ id, product, unitAmount, tiers, interval, metered }: StripePrice, currency: string, expanded: boolean) {
  const tiered = tiers.length > 0;
  return {
    id,
    object: 'price',
    active: true,
    billing_scheme: tiered ? 'tiered' : 'per_unit',
    created: 1_700_000_000,
    currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product,
    recurring: { interval, interval_count: 1, meter: null, trial_period_days: null, usage_type: metered ? 'metered' : 'licensed' },
    tax_behavior: 'unspecified',
    ...(tiered && expanded ? { tiers: tiers.map(wireTier) } : {}),
    tiers_mode: tiered ? 'graduated' : null,
    transform_quantity: null,
    type: 'recurring',
    unit_amount: unitAmount,
    unit_amount_decimal: unitAmount === null ? null : String(unitAmount),
  };
}

const wireTier = ({ upTo, unitAmount }: StripePrice['tiers'][number]) => ({
  flat_amount: null,
  flat_amount_decimal: null,
  unit_amount: unitAmount,
  unit_amount_decimal: String(unitAmount),
  up_to: upTo,
});

const DAY = 86_400;

/** Since 2025-03-31 the period is told by the items. */
export function wireItem({ id, quantity, price }: StripeSubscription['items'][number], of: StripeSubscription, tiers: boolean) {
  return {
    id,
    object: 'subscription_item',
    billing_thresholds: null,
    created: of.created,
    current_period_end: of.start + 365 * DAY,
    current_period_start: of.start,
    discounts: [],
    metadata: {},
    price: wirePrice(price, of.currency, tiers),
    quantity,
    subscription: of.id,
    tax_rates: [],
  };
}

export function wireSubscription(held: StripeSubscription, expanded: ReadonlySet<string>) {
  const { id, customerId, created, start, status, currency, canceledAt, endedAt, percentOff } = held;
  const items = held.items.slice(0, MOST_ITEMS);
  return {
    id,
    object: 'subscription',
    application: null,
    application_fee_percent: null,
    automatic_tax: { enabled: false, liability: null },
    billing_cycle_anchor: start,
    billing_thresholds: null,
    cancel_at: held.cancelAtPeriodEnd ? start + 365 * DAY : null,
    cancel_at_period_end: held.cancelAtPeriodEnd,
    canceled_at: canceledAt,
    cancellation_details: {
      comment: held.comment,
      feedback: held.feedback,
      reason: canceledAt === null ? null : 'cancellation_requested',
    },
    collection_method: 'charge_automatically',
    created,
    currency,
    customer: customerId,
    days_until_due: null,
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: null,
    discounts: percentOff === null ? [] : [expanded.has('discounts') ? wireDiscount(held, percentOff) : `di_${id}`],
    ended_at: endedAt,
    items: {
      object: 'list',
      data: items.map((item) => wireItem(item, held, expanded.has('items.data.price.tiers'))),
      has_more: held.items.length > MOST_ITEMS,
      url: `/v1/subscription_items?subscription=${id}`,
    },
    latest_invoice: null,
    livemode: false,
    metadata: {},
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: held.paused ? { behavior: 'void', resumes_at: null } : null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: null,
    start_date: start,
    status,
    test_clock: null,
    transfer_data: null,
    trial_end: held.trialEnd,
    trial_settings: { end_behavior: { missing_payment_method: 'create_invoice' } },
    trial_start: held.trialEnd === null ? null : start,
  };
}

function wireDiscount({ id, customerId, start, currency }: StripeSubscription, percentOff: number) {
  const coupon = {
    id: `coupon_${id}`,
    object: 'coupon',
    amount_off: null,
    created: start,
    currency,
    duration: 'forever',
    duration_in_months: null,
    livemode: false,
    max_redemptions: null,
    metadata: {},
    name: null,
    percent_off: percentOff,
    redeem_by: null,
    times_redeemed: 1,
    valid: true,
  };
  return {
    id: `di_${id}`,
    object: 'discount',
    checkout_session: null,
    coupon,
    customer: customerId,
    end: null,
    invoice: null,
    invoice_item: null,
    promotion_code: null,
    start,
    subscription: id,
  };
}

export const wireProduct = ({ id, name, created }: StripeBook['products'][number]) => ({
  id,
  object: 'product',
  active: true,
  created,
  default_price: null,
  description: null,
  images: [],
  livemode: false,
  metadata: {},
  name,
  package_dimensions: null,
  shippable: null,
  statement_descriptor: null,
  tax_code: null,
  unit_label: null,
  updated: created,
  url: null,
});

export const wireEvent = ({ id, created, type, object }: StripeEvent) => ({
  id,
  object: 'event',
  api_version: '2019-12-03',
  created,
  data: { object },
  livemode: false,
  pending_webhooks: 0,
  request: { id: null, idempotency_key: null },
  type,
});
