import type { Preset } from './preset.js';

// https://fivetran.com/docs/connectors/applications/intercom
export const fivetranIntercom: Preset = {
  tool: 'intercom',
  by: ['fivetran'],
  tables: [
    {
      name: 'admins',
      table: 'admin',
      key: ['id'],
      mapped: { what: 'people', columns: { id: 'id', name: 'name', email: 'email' } },
    },
    {
      name: 'companies',
      table: ['company', 'company_history'],
      key: ['id'],
      mapped: {
        what: 'accounts',
        columns: { id: 'id', name: 'name', domain: 'website', declaredId: 'company_id', createdAt: 'created_at' },
        dimensions: { industry: 'industry', segment: 'plan_name' },
      },
    },
    {
      name: 'contacts',
      table: ['contact', 'contact_history'],
      key: ['id'],
      joined: {
        company_id: { table: 'contact_company_history', on: 'contact_id', to: 'id', take: 'company_id', pick: 'least' },
      },
      computed: { internal: { needs: [], sql: 'false' } },
      mapped: { what: 'people', columns: { id: 'id', name: 'name', email: 'email', internal: 'internal', account: 'company_id' } },
    },
    {
      name: 'conversations',
      table: ['conversation', 'conversation_history'],
      key: ['id'],
      joined: {
        contact_id: { table: 'conversation_contact_history', on: 'conversation_id', to: 'id', take: 'contact_id', pick: 'least' },
        tags: { table: 'conversation_tag_history', on: 'conversation_id', to: 'id', take: 'tag_id', pick: 'all' },
      },
      mapped: {
        what: 'tickets',
        columns: {
          id: 'id',
          requester: ['contact_id', 'source_author_id'],
          subject: ['source_subject', 'title'],
          status: 'state',
          priority: 'priority',
          openedAt: 'created_at',
          solvedAt: ['statistics_last_close_at', 'last_close_at'],
          tags: 'tags',
        },
      },
    },
    {
      name: 'conversation-parts',
      table: ['conversation_part', 'conversation_part_history'],
      key: ['id'],
      computed: { shown: { needs: ['part_type'], sql: `t.part_type <> 'note'` } },
      mapped: {
        what: 'messages',
        columns: {
          ticket: 'conversation_id',
          author: 'author_id',
          fromCustomer: { column: 'author_type', values: ['user', 'contact', 'lead'] },
          visible: 'shown',
          sentAt: 'created_at',
          body: 'body',
        },
        where: { part_type: ['comment', 'note', 'open', 'close'] },
      },
    },
    {
      name: 'ratings',
      table: ['conversation', 'conversation_history'],
      key: ['id'],
      computed: {
        rated: { needs: ['conversation_rating_value'], sql: `case when t.conversation_rating_value is not null then 'yes' else 'no' end` },
      },
      mapped: {
        what: 'surveys',
        kind: 'csat',
        scale: '1-5',
        columns: {
          ticket: 'id',
          score: 'conversation_rating_value',
          answeredAt: 'conversation_rating_created_at',
          comment: 'conversation_rating_remark',
        },
      },
    },
  ],
};
