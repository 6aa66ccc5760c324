import type { Preset } from './preset.js';

// https://docs.airbyte.com/integrations/sources/intercom
export const airbyteIntercom: Preset = {
  tool: 'intercom',
  by: ['airbyte', 'dlt'],
  tables: [
    { name: 'admins', table: 'admins', key: ['id'], mapped: { what: 'people', columns: { id: 'id', name: 'name', email: 'email' } } },
    {
      name: 'companies',
      table: 'companies',
      key: ['id'],
      mapped: {
        what: 'accounts',
        dateFormat: 'unix-seconds',
        columns: { id: 'id', name: 'name', domain: 'website', declaredId: 'company_id', createdAt: 'created_at' },
        dimensions: { industry: 'industry', segment: 'plan.name' },
      },
    },
    {
      name: 'contacts',
      table: 'contacts',
      key: ['id'],
      computed: { internal: { needs: [], sql: 'false' } },
      mapped: {
        what: 'people',
        columns: { id: 'id', name: 'name', email: 'email', internal: 'internal', account: 'companies.data.0.id' },
      },
    },
    {
      name: 'conversations',
      table: 'conversations',
      key: ['id'],
      mapped: {
        what: 'tickets',
        dateFormat: 'unix-seconds',
        columns: {
          id: 'id',
          requester: ['contacts.contacts.0.id', 'source.author.id'],
          subject: ['source.subject', 'title'],
          status: 'state',
          priority: 'priority',
          openedAt: 'created_at',
          solvedAt: 'statistics.last_close_at',
        },
      },
    },
    {
      name: 'ratings',
      table: 'conversations',
      key: ['id'],
      mapped: {
        what: 'surveys',
        dateFormat: 'unix-seconds',
        kind: 'csat',
        scale: '1-5',
        columns: {
          ticket: 'id',
          score: 'conversation_rating.rating',
          answeredAt: 'conversation_rating.created_at',
          comment: 'conversation_rating.remark',
        },
      },
    },
  ],
};
