import type { Computed, Preset } from './preset.js';

/** Currencies that Stripe counts in whole units, and in thousandths; all others come in hundredths. https://docs.stripe.com/currencies */
const WHOLE = ['BIF', 'CLP', 'DJF', 'GNF', 'JPY', 'KMF', 'KRW', 'MGA', 'PYG', 'RWF', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'];
const THOUSANDTHS = ['BHD', 'JOD', 'KWD', 'OMR', 'TND'];
const list = (codes: string[]) => codes.map((code) => `'${code}'`).join(', ');

/** What the items of a subscription come to in a year, in whole units of its currency. */
const yearly = (table: string, amount: string, interval: string): Computed => ({
  needs: ['id'],
  tables: ['subscription_item', table],
  sql: `select sum(priced.${amount}::numeric * coalesce(item.quantity::numeric, 1)
      * case priced.${interval} when 'day' then 365 when 'week' then 52 when 'month' then 12 when 'year' then 1 end
      / coalesce(nullif(priced.${interval}_count::numeric, 0), 1)
      / case when upper(priced.currency) in (${list(WHOLE)}) then 1 when upper(priced.currency) in (${list(THOUSANDTHS)}) then 1000 else 100 end)
    from {schema}.subscription_item as item join {schema}.${table} as priced on priced.id = item.plan_id
    where item.subscription_id = t.id`,
});

const currency = (table: string): Computed => ({
  needs: ['id'],
  tables: ['subscription_item', table],
  sql: `select max(upper(priced.currency)) from {schema}.subscription_item as item
    join {schema}.${table} as priced on priced.id = item.plan_id where item.subscription_id = t.id`,
});

// https://fivetran.com/docs/connectors/applications/stripe
export const fivetranStripe: Preset = {
  tool: 'stripe',
  by: ['fivetran'],
  tables: [
    {
      name: 'customers',
      table: 'customer',
      key: ['id'],
      deleted: ['is_deleted'],
      mapped: {
        what: 'accounts',
        columns: { id: 'id', name: ['name', 'description', 'email'], declaredId: 'metadata.account_id', createdAt: 'created' },
      },
    },
    {
      name: 'subscriptions',
      table: ['subscription', 'subscription_history'],
      key: ['id'],
      deleted: ['is_deleted'],
      computed: {
        arr_of_plans: yearly('plan', 'amount', 'interval'),
        arr_of_prices: yearly('price', 'unit_amount', 'recurring_interval'),
        currency_of_plans: currency('plan'),
        currency_of_prices: currency('price'),
      },
      mapped: {
        what: 'subscriptions',
        columns: {
          account: 'customer_id',
          status: 'status',
          startedAt: ['start_date', 'created'],
          noticeAt: 'canceled_at',
          endedAt: 'ended_at',
          arr: ['arr_of_plans', 'arr_of_prices'],
          currency: ['currency_of_plans', 'currency_of_prices'],
          reason: ['cancellation_details_reason', 'cancellation_details_feedback'],
        },
      },
    },
  ],
};
