import { majorUnits, ONE, scaled } from './minor-units.js';
import type { Coupon, Item, Price, Subscription } from './wire-subscription.js';

/** Times a year, as a fraction: 12 months, 365 days, and so 365/7 weeks. */
const YEARLY = { day: [365n, 1n], week: [365n, 7n], month: [12n, 1n], year: [1n, 1n] } as const;

/**
 * What a subscription is worth in a year at its present terms: decimal text in whole units of its currency.
 * Metered items are left out, since nobody owes them beforehand; so are discounts that end, since the price comes back.
 * Null when there is nothing but metered items, or an amount that Stripe does not tell.
 */
export function yearlyRevenue(subscription: Subscription): string | null {
  const items = subscription.items.data.filter(({ price }) => price.recurring && price.recurring.usage_type === 'licensed');
  const [first] = items;
  if (!first) return null;
  let total = 0n;
  for (const item of items) {
    const amount = perPeriod(item);
    if (amount === null) return null;
    total += perYear(discounted(amount, forever(item.discounts ?? [])), item.price);
  }
  const coupons = forever([...(subscription.discounts ?? []), subscription.discount ?? null]);
  for (const coupon of coupons) total = off(total, coupon, (amount) => perYear(amount, first.price));
  return majorUnits(total, subscription.currency);
}

const perYear = (amount: bigint, { recurring }: Price): bigint => {
  if (!recurring) return 0n;
  const [times, parts] = YEARLY[recurring.interval];
  return (amount * times) / (parts * BigInt(recurring.interval_count));
};

const forever = (coupons: (Coupon | null)[]): Coupon[] =>
  coupons.filter((coupon) => coupon !== null).filter(({ duration }) => duration === 'forever');

const discounted = (amount: bigint, coupons: Coupon[]): bigint =>
  coupons.reduce((left, coupon) => off(left, coupon, (each) => each), amount);

/** Never below nothing. An amount off is taken from each period. */
function off(amount: bigint, { percent_off: percent, amount_off: flat }: Coupon, spread: (flat: bigint) => bigint): bigint {
  if (percent != null) return (amount * (100n * ONE - scaled(String(percent)))) / (100n * ONE);
  const left = amount - spread(BigInt(flat ?? 0) * ONE);
  return left > 0n ? left : 0n;
}

/** Minor units, times 10^12, of one billing period; null when Stripe does not tell: a price the customer chooses, tiers not read. */
function perPeriod({ price, quantity }: Item): bigint | null {
  const units = counted(quantity ?? 1, price);
  if (price.billing_scheme === 'tiered') return tiered(price, units);
  return price.unit_amount_decimal == null ? null : scaled(price.unit_amount_decimal) * units;
}

function counted(quantity: number, { transform_quantity: transform }: Price): bigint {
  if (!transform) return BigInt(quantity);
  const packs = quantity / transform.divide_by;
  return BigInt(transform.round === 'up' ? Math.ceil(packs) : Math.floor(packs));
}

type Tier = NonNullable<Price['tiers']>[number];

/** Volume: all units at the price of the tier they reach. Graduated: the units of each tier at its own. */
function tiered({ tiers, tiers_mode: mode }: Price, units: bigint): bigint | null {
  const sorted = (tiers ?? []).toSorted((a, b) => (a.up_to ?? Number.POSITIVE_INFINITY) - (b.up_to ?? Number.POSITIVE_INFINITY));
  const last = sorted.findIndex(({ up_to }) => up_to === null || units <= BigInt(up_to));
  const reached = sorted[last];
  if (!mode || !reached) return null;
  if (mode === 'volume') return priceOf(reached, units);
  let total = 0n;
  let below = 0n;
  for (const tier of sorted.slice(0, last)) {
    const until = BigInt(tier.up_to ?? 0);
    total += priceOf(tier, until - below);
    below = until;
  }
  return total + priceOf(reached, units - below);
}

const priceOf = ({ unit_amount_decimal: unit, flat_amount_decimal: flat }: Tier, units: bigint): bigint =>
  scaled(unit ?? '0') * units + scaled(flat ?? '0');
