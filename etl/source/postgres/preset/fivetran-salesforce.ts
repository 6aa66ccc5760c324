import type { Preset } from './preset.js';

// https://fivetran.com/docs/connectors/applications/salesforce
export const fivetranSalesforce: Preset = {
  tool: 'salesforce',
  by: ['fivetran'],
  tables: [
    {
      name: 'users',
      table: 'user',
      key: ['id'],
      deleted: ['is_deleted'],
      mapped: { what: 'people', columns: { id: 'id', name: 'name', email: 'email', active: 'is_active' } },
    },
    {
      name: 'accounts',
      table: ['account', 'account_history'],
      key: ['id'],
      deleted: ['is_deleted'],
      mapped: {
        what: 'accounts',
        columns: { id: 'id', name: 'name', domain: 'website', csm: 'csm_c', createdAt: 'created_date' },
        dimensions: { industry: 'industry', region: ['region_c', 'billing_country'], segment: ['segment_c', 'type'] },
      },
    },
    {
      name: 'opportunities',
      table: ['opportunity', 'opportunity_history'],
      key: ['id'],
      deleted: ['is_deleted'],
      mapped: {
        what: 'deals',
        needsAccount: false,
        columns: {
          id: 'id',
          account: 'account_id',
          name: 'name',
          wonAt: 'close_date',
          won: 'is_won',
          kind: {
            column: 'type',
            values: {
              'New Business': 'new business',
              'New Customer': 'new business',
              Renewal: 'renewal',
              'Existing Customer - Upgrade': 'expansion',
              Expansion: 'expansion',
            },
          },
          amount: 'amount',
          arr: 'arr_c',
          currency: 'currency_iso_code',
          owner: 'owner_id',
          createdAt: 'created_date',
        },
        dimensions: { 'lead-source': 'lead_source' },
      },
    },
    {
      name: 'opportunity-stages',
      table: 'opportunity_field_history',
      key: ['id'],
      deleted: ['is_deleted'],
      computed: { won: { needs: ['new_value'], sql: `lower(t.new_value::text) = 'closed won'` } },
      mapped: {
        what: 'stages',
        columns: { deal: 'opportunity_id', stage: 'new_value', enteredAt: 'created_date', won: 'won' },
        where: { field: ['StageName'] },
      },
    },
    {
      name: 'contacts',
      table: ['contact', 'contact_history'],
      key: ['id'],
      deleted: ['is_deleted'],
      computed: { internal: { needs: [], sql: 'false' } },
      mapped: { what: 'people', columns: { id: 'id', name: 'name', email: 'email', internal: 'internal', account: 'account_id' } },
    },
    {
      name: 'tasks',
      table: 'task',
      key: ['id'],
      deleted: ['is_deleted'],
      computed: {
        deal_id: { needs: ['what_id'], sql: `case when t.what_id like '006%' then t.what_id end` },
        done_at: {
          needs: ['is_closed', 'last_modified_date'],
          sql: `case when lower(t.is_closed::text) in ('true', 't') then t.last_modified_date end`,
        },
      },
      mapped: {
        what: 'tasks',
        columns: {
          account: 'account_id',
          deal: 'deal_id',
          subject: 'subject',
          status: 'status',
          owner: 'owner_id',
          createdAt: 'created_date',
          dueAt: 'activity_date',
          doneAt: ['completed_date_time', 'done_at'],
        },
      },
    },
    {
      name: 'cases',
      table: 'case',
      key: ['id'],
      deleted: ['is_deleted'],
      mapped: {
        what: 'tickets',
        columns: {
          id: 'id',
          account: 'account_id',
          requester: 'contact_id',
          subject: 'subject',
          status: 'status',
          priority: 'priority',
          openedAt: 'created_date',
          solvedAt: 'closed_date',
          escalated: 'is_escalated',
        },
      },
    },
  ],
};
