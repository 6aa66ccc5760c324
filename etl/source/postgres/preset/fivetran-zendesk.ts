import type { Preset } from './preset.js';

// https://fivetran.com/docs/connectors/applications/zendesk
export const fivetranZendesk: Preset = {
  tool: 'zendesk',
  by: ['fivetran'],
  tables: [
    {
      name: 'organizations',
      table: 'organization',
      key: ['id'],
      joined: { domain: { table: 'domain_name', on: 'organization_id', to: 'id', take: 'domain_name', pick: 'least' } },
      mapped: {
        what: 'accounts',
        columns: { id: 'id', name: 'name', domain: 'domain', declaredId: 'external_id', createdAt: 'created_at' },
      },
    },
    {
      name: 'users',
      table: 'user',
      key: ['id'],
      mapped: {
        what: 'people',
        columns: {
          id: 'id',
          name: 'name',
          email: 'email',
          internal: { column: 'role', values: ['agent', 'admin'] },
          active: 'active',
          account: 'organization_id',
        },
      },
    },
    {
      name: 'tickets',
      table: 'ticket',
      key: ['id'],
      joined: {
        tags: { table: 'ticket_tag', on: 'ticket_id', to: 'id', take: 'tag', pick: 'all' },
        solved_at: {
          ...{ table: 'ticket_field_history', on: 'ticket_id', to: 'id', take: 'updated', pick: 'greatest' },
          where: `j.field_name = 'status' and j.value in ('solved', 'closed')`,
        },
        escalated_at: {
          ...{ table: 'ticket_field_history', on: 'ticket_id', to: 'id', take: 'updated', pick: 'least' },
          where: `j.field_name = 'priority' and j.value = 'urgent'`,
        },
      },
      computed: {
        closed_at: { needs: ['solved_at', 'status'], sql: `case when t.status in ('solved', 'closed') then solved_at.taken end` },
      },
      mapped: {
        what: 'tickets',
        columns: {
          id: 'id',
          account: 'organization_id',
          requester: 'requester_id',
          subject: 'subject',
          status: 'status',
          priority: 'priority',
          openedAt: 'created_at',
          solvedAt: 'closed_at',
          escalatedAt: 'escalated_at',
          tags: 'tags',
        },
        where: {},
      },
    },
    {
      name: 'comments',
      table: 'ticket_comment',
      key: ['id'],
      joined: { requester_id: { table: 'ticket', on: 'id', to: 'ticket_id', take: 'requester_id', pick: 'least' } },
      computed: { from_customer: { needs: ['requester_id', 'user_id'], sql: 'requester_id.taken = t.user_id::text' } },
      mapped: {
        what: 'messages',
        columns: {
          ticket: 'ticket_id',
          author: 'user_id',
          fromCustomer: 'from_customer',
          visible: 'public',
          sentAt: 'created',
          body: 'body',
        },
      },
    },
    {
      name: 'ratings',
      table: 'satisfaction_rating',
      key: ['id'],
      mapped: {
        what: 'surveys',
        kind: 'csat',
        scale: 'good-bad',
        columns: { ticket: 'ticket_id', person: 'requester_id', score: 'score', answeredAt: 'updated_at', comment: 'comment' },
        where: { score: ['good', 'bad'] },
      },
    },
  ],
};
