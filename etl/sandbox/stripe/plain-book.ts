import { blank, StripeBook, type StripePrice, type StripeSubscription } from './book.js';

const DAY = 86_400;

/** So many customers, every third with a subscription; among these a trial, a pause, a discount, tiers and a list of items that is cut. */
export function bookWith(customers: number, at: Date): StripeBook {
  const book = new StripeBook();
  const began = Math.floor(at.getTime() / 1000) - 100 * DAY;
  const product = book.product('Platform', began);
  for (let n = 0; n < customers; n++) {
    const id = `cus_${String(n + 1).padStart(8, '0')}`;
    const metadata: Record<string, string> = n % 2 === 0 ? { crm_company_id: String(18_000 + n) } : {};
    const email = `pay@customer-${n + 1}.example`;
    book.customers.push({ id, created: began + n, name: `Customer ${n + 1}`, email, metadata, deleted: false });
    if (n % 3 !== 0) continue;
    const usual = { ...blank(`sub_${String(n + 1).padStart(8, '0')}`, id, began + n), items: [item(product, n)] };
    book.subscriptions.push({ ...usual, ...ODD[n]?.(usual) });
  }
  return book;
}

const item = (product: string, n: number, m = 0) => ({ id: `si_${n}_${m}`, quantity: 1 + m, price: price(product, n, m) });

const price = (product: string, n: number, m: number): StripePrice => ({
  id: `price_${n}_${m}`,
  product,
  unitAmount: 1_000 + n,
  tiers: [],
  interval: 'month',
  metered: false,
});

const productOf = ({ items }: StripeSubscription): string => items[0]?.price.product ?? '';

/** By the number of the customer. */
const ODD: Record<number, (usual: StripeSubscription) => Partial<StripeSubscription>> = {
  3: () => ({ paused: true }),
  6: () => ({ percentOff: 25 }),
  9: (usual) => ({ items: Array.from({ length: 25 }, (_, m) => item(productOf(usual), 9, m)) }),
  12: (usual) => ({
    items: usual.items.map((each) => ({ ...each, quantity: 15, price: { ...each.price, unitAmount: null, tiers: TIERS } })),
  }),
  15: ({ start }) => ({ status: 'trialing', trialEnd: start + 200 * DAY }),
  18: ({ start }) => ({ status: 'canceled', canceledAt: start + 30 * DAY, endedAt: start + 60 * DAY, comment: 'We build it ourselves' }),
  21: ({ start }) => ({ status: 'incomplete_expired', endedAt: start + DAY }),
  24: ({ start }) => ({ status: 'canceled', trialEnd: start + 14 * DAY, canceledAt: start + 10 * DAY, endedAt: start + 14 * DAY }),
  27: ({ start }) => ({ cancelAtPeriodEnd: true, canceledAt: start + 20 * DAY }),
  30: () => ({ currency: 'jpy' }),
};

const TIERS: StripePrice['tiers'] = [
  { upTo: 10, unitAmount: 500 },
  { upTo: null, unitAmount: 300 },
];
