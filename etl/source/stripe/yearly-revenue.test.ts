import { expect, test } from 'vitest';
import { wireSubscription } from './wire-subscription.js';
import { yearlyRevenue } from './yearly-revenue.js';

interface Given {
  unit?: string | null;
  quantity?: number;
  every?: [number, string];
  usage?: string;
  price?: object;
  discounts?: object[];
}

const item = ({ unit = '1000', quantity = 1, every = [1, 'month'], usage = 'licensed', price = {}, discounts = [] }: Given, n = 0) => ({
  id: `si_${n}`,
  quantity,
  discounts,
  price: {
    id: `price_${n}`,
    currency: 'usd',
    product: 'prod_1',
    billing_scheme: 'per_unit',
    unit_amount_decimal: unit,
    recurring: { interval: every[1], interval_count: every[0], usage_type: usage },
    ...price,
  },
});

const worth = (items: Given[], { currency = 'usd', ...more }: { currency?: string; discounts?: object[]; discount?: object } = {}) =>
  yearlyRevenue(
    wireSubscription.parse({
      id: 'sub_1',
      customer: 'cus_1',
      status: 'active',
      currency,
      livemode: true,
      created: 1_700_000_000,
      start_date: 1_700_000_000,
      items: { data: items.map(item) },
      ...more,
    }),
  );

const off = (coupon: object) => ({ coupon: { duration: 'forever', ...coupon } });
const tiers = [
  { up_to: 10, unit_amount_decimal: '500', flat_amount_decimal: null },
  { up_to: null, unit_amount_decimal: '300', flat_amount_decimal: '1000' },
];

test.each<[name: string, worth: string | null, items: Given[], more?: Parameters<typeof worth>[1]]>([
  ['no items say nothing', null, []],
  ['12 months', '120.00', [{}]],
  ['a quarter', '40.00', [{ every: [3, 'month'] }]],
  ['365 days', '3650.00', [{ every: [1, 'day'] }]],
  ['365/7 weeks, rounded at the end only', '521.43', [{ every: [1, 'week'] }]],
  ['a fortnight', '260.71', [{ every: [2, 'week'] }]],
  ['three years', '3.33', [{ every: [3, 'year'] }]],
  ['five seats', '600.00', [{ quantity: 5 }]],
  ['no seats', '0.00', [{ quantity: 0 }]],
  ['fractions of a cent', '0.06', [{ unit: '0.5' }]],
  ['yen have no subunit', '12000', [{}], { currency: 'jpy' }],
  ['dinars have three digits', '12.000', [{}], { currency: 'kwd' }],
  ['Ugandan shillings are written with two digits', '120.00', [{}], { currency: 'ugx' }],
  ['half a yen is rounded up', '4', [{ unit: '3.5', every: [1, 'year'] }], { currency: 'jpy' }],
  ['two items', '180.00', [{}, { unit: '500' }]],
  ['metered items are left out', '120.00', [{}, { usage: 'metered', unit: '5' }]],
  ['nothing but metered items', null, [{ usage: 'metered' }]],
  ['a price the customer chooses', null, [{ unit: null }]],
  ['packs of ten, the begun one too', '360.00', [{ quantity: 21, price: { transform_quantity: { divide_by: 10, round: 'up' } } }]],
  ['packs of ten, whole ones only', '240.00', [{ quantity: 21, price: { transform_quantity: { divide_by: 10, round: 'down' } } }]],
  ['a volume with a flat part', '660.00', [{ quantity: 15, unit: null, price: { billing_scheme: 'tiered', tiers_mode: 'volume', tiers } }]],
  [
    'a volume in its first tier',
    '600.00',
    [{ quantity: 10, unit: null, price: { billing_scheme: 'tiered', tiers_mode: 'volume', tiers } }],
  ],
  ['a graduated price', '900.00', [{ quantity: 15, unit: null, price: { billing_scheme: 'tiered', tiers_mode: 'graduated', tiers } }]],
  [
    'a graduated price within its first tier',
    '240.00',
    [{ quantity: 4, unit: null, price: { billing_scheme: 'tiered', tiers_mode: 'graduated', tiers } }],
  ],
  ['tiers that were not told', null, [{ unit: null, price: { billing_scheme: 'tiered', tiers_mode: 'graduated' } }]],
  ['a quarter off for ever', '90.00', [{}], { discounts: [off({ percent_off: 25 })] }],
  ['12.5 % off for ever', '105.00', [{}], { discounts: [off({ percent_off: 12.5 })] }],
  ['a discount that ends', '120.00', [{}], { discounts: [off({ percent_off: 25, duration: 'repeating' })] }],
  ['a discount that was not expanded', '120.00', [{}], { discounts: ['di_1'] as unknown as object[] }],
  ['an amount off each month', '60.00', [{}], { discounts: [off({ amount_off: 500 })] }],
  ['more off than there is', '0.00', [{}], { discounts: [off({ amount_off: 5_000 })] }],
  ['a discount of the former kind', '60.00', [{}], { discount: off({ percent_off: 50 }) }],
  ['a coupon in its newer place', '60.00', [{}], { discounts: [{ source: { coupon: { duration: 'forever', percent_off: 50 } } }] }],
  ['a discount of one item only', '180.00', [{ discounts: [off({ percent_off: 50 })] }, {}]],
])('%s: %s', (_, expected, items, more) => {
  expect(worth(items, more)).toBe(expected);
});

test('sums beyond the exact numbers of JavaScript stay exact', () => {
  expect(worth([{ unit: '900719925474099367', every: [1, 'year'] }], { currency: 'jpy' })).toBe('900719925474099367');
});

test('an amount that is none is named', () => {
  expect(() => worth([{ unit: 'ten' }])).toThrow('"ten" is not an amount');
});
