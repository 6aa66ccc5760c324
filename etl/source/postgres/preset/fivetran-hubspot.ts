import type { Preset } from './preset.js';

// https://fivetran.com/docs/connectors/applications/hubspot
export const fivetranHubspot: Preset = {
  tool: 'hubspot',
  by: ['fivetran'],
  tables: [
    {
      name: 'owners',
      table: 'owner',
      key: ['owner_id'],
      computed: { full_name: { needs: ['first_name', 'last_name'], sql: `nullif(btrim(concat_ws(' ', t.first_name, t.last_name)), '')` } },
      mapped: { what: 'people', columns: { id: 'owner_id', name: ['full_name', 'email'], email: 'email', active: 'is_active' } },
    },
    {
      name: 'companies',
      table: 'company',
      key: ['id'],
      deleted: ['is_deleted'],
      mapped: {
        what: 'accounts',
        columns: {
          id: 'id',
          name: 'property_name',
          domain: ['property_domain', 'property_website'],
          csm: 'property_csm',
          createdAt: 'property_createdate',
        },
        dimensions: { segment: 'property_segment', industry: 'property_industry', region: ['property_region', 'property_country'] },
      },
    },
    {
      name: 'deals',
      table: 'deal',
      key: ['deal_id'],
      deleted: ['is_deleted'],
      joined: {
        company_id: { table: 'deal_company', on: 'deal_id', to: 'deal_id', take: 'company_id', pick: 'least' },
        stage_won: { table: 'deal_pipeline_stage', on: 'stage_id', to: 'deal_pipeline_stage_id', take: 'closed_won', pick: 'greatest' },
      },
      mapped: {
        what: 'deals',
        needsAccount: false,
        columns: {
          id: 'deal_id',
          account: 'company_id',
          name: 'property_dealname',
          wonAt: 'property_closedate',
          won: 'stage_won',
          amount: 'property_amount',
          arr: 'property_hs_arr',
          currency: 'property_deal_currency_code',
          owner: ['owner_id', 'property_hubspot_owner_id'],
          createdAt: 'property_createdate',
        },
      },
    },
    {
      name: 'deal-stages',
      table: 'deal_stage',
      key: ['deal_id', 'date_entered'],
      everyVersion: true,
      joined: { stage_won: { table: 'deal_pipeline_stage', on: 'stage_id', to: 'value', take: 'closed_won', pick: 'greatest' } },
      mapped: { what: 'stages', columns: { deal: 'deal_id', stage: 'value', enteredAt: 'date_entered', won: 'stage_won' } },
    },
    {
      name: 'tickets',
      table: 'ticket',
      key: ['id'],
      deleted: ['is_deleted'],
      joined: {
        company_id: { table: 'ticket_company', on: 'ticket_id', to: 'id', take: 'company_id', pick: 'least' },
        deal_id: { table: 'ticket_deal', on: 'ticket_id', to: 'id', take: 'deal_id', pick: 'least' },
        contact_id: { table: 'ticket_contact', on: 'ticket_id', to: 'id', take: 'contact_id', pick: 'least' },
      },
      mapped: {
        what: 'tickets',
        columns: {
          id: 'id',
          account: 'company_id',
          deal: 'deal_id',
          requester: 'contact_id',
          subject: 'property_subject',
          status: 'property_hs_pipeline_stage',
          priority: 'property_hs_ticket_priority',
          openedAt: 'property_createdate',
          solvedAt: 'property_closed_date',
        },
      },
    },
    {
      name: 'contacts',
      table: 'contact',
      key: ['id'],
      deleted: ['is_deleted'],
      computed: {
        full_name: {
          needs: ['property_firstname', 'property_lastname'],
          sql: `nullif(btrim(concat_ws(' ', t.property_firstname, t.property_lastname)), '')`,
        },
        internal: { needs: [], sql: 'false' },
      },
      mapped: {
        what: 'people',
        columns: {
          id: 'id',
          name: 'full_name',
          email: 'property_email',
          internal: 'internal',
          account: 'property_associatedcompanyid',
        },
      },
    },
    {
      name: 'tasks',
      table: 'engagement_task',
      key: ['engagement_id'],
      joined: {
        company_id: { table: 'engagement_company', on: 'engagement_id', to: 'engagement_id', take: 'company_id', pick: 'least' },
        deal_id: { table: 'engagement_deal', on: 'engagement_id', to: 'engagement_id', take: 'deal_id', pick: 'least' },
      },
      computed: {
        done_at: {
          needs: ['property_hs_task_status', 'property_hs_task_completion_date'],
          sql: `case when t.property_hs_task_status = 'COMPLETED' then t.property_hs_task_completion_date end`,
        },
      },
      mapped: {
        what: 'tasks',
        columns: {
          account: 'company_id',
          deal: 'deal_id',
          subject: 'property_hs_task_subject',
          status: 'property_hs_task_status',
          owner: 'property_hubspot_owner_id',
          createdAt: 'property_hs_createdate',
          dueAt: 'property_hs_timestamp',
          doneAt: 'done_at',
        },
      },
    },
  ],
};
