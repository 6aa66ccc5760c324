import type { Preset } from './preset.js';

// https://docs.airbyte.com/integrations/sources/stripe
export const airbyteStripe: Preset = {
  tool: 'stripe',
  by: ['airbyte', 'dlt'],
  tables: [
    {
      name: 'customers',
      table: ['customers', 'customer'],
      key: ['id'],
      deleted: ['is_deleted'],
      mapped: {
        what: 'accounts',
        columns: { id: 'id', name: ['name', 'description', 'email'], declaredId: 'metadata.account_id' },
      },
    },
    {
      name: 'subscriptions',
      table: ['subscriptions', 'subscription'],
      key: ['id'],
      deleted: ['is_deleted'],
      computed: Object.fromEntries(
        ['start_date', 'created', 'canceled_at', 'ended_at'].map((column) => [
          `${column}_time`,
          // Seconds since 1970 in Airbyte, a time in dlt.
          {
            needs: [column],
            sql: `case when t.${column}::text ~ '^[0-9.]+$' then to_timestamp(t.${column}::text::numeric)::text else t.${column}::text end`,
          },
        ]),
      ),
      mapped: {
        what: 'subscriptions',
        columns: {
          account: 'customer',
          status: 'status',
          startedAt: ['start_date_time', 'created_time'],
          noticeAt: 'canceled_at_time',
          endedAt: 'ended_at_time',
          currency: ['currency', 'plan.currency'],
          reason: ['cancellation_details.reason', 'cancellation_details.feedback'],
        },
      },
    },
  ],
};
