import type { Preset } from './preset.js';

// https://docs.airbyte.com/integrations/sources/zendesk-support
export const airbyteZendesk: Preset = {
  tool: 'zendesk',
  by: ['airbyte', 'dlt'],
  tables: [
    {
      name: 'organizations',
      table: 'organizations',
      key: ['id'],
      mapped: {
        what: 'accounts',
        columns: { id: 'id', name: 'name', domain: 'domain_names.0', declaredId: 'external_id', createdAt: 'created_at' },
      },
    },
    {
      name: 'users',
      table: 'users',
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
      table: 'tickets',
      key: ['id'],
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
          tags: 'tags',
        },
      },
    },
    {
      name: 'comments',
      table: 'ticket_comments',
      key: ['id'],
      joined: { requester_id: { table: 'tickets', on: 'id', to: 'ticket_id', take: 'requester_id', pick: 'least' } },
      computed: { from_customer: { needs: ['requester_id', 'author_id'], sql: 'requester_id.taken = t.author_id::text' } },
      mapped: {
        what: 'messages',
        columns: {
          ticket: 'ticket_id',
          author: 'author_id',
          fromCustomer: 'from_customer',
          visible: 'public',
          sentAt: 'created_at',
          body: ['plain_body', 'body'],
        },
      },
    },
    {
      name: 'ratings',
      table: 'satisfaction_ratings',
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
