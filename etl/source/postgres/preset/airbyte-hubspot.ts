import type { Preset } from './preset.js';

const property = (name: string) => [`properties_${name}`, `properties.${name}`, name];

/** Columns as the API names them: Airbyte spreads properties or keeps them as JSON, dlt drops the prefix. */
// https://docs.airbyte.com/integrations/sources/hubspot
export const airbyteHubspot: Preset = {
  tool: 'hubspot',
  by: ['airbyte', 'dlt'],
  tables: [
    {
      name: 'owners',
      table: 'owners',
      key: ['id'],
      mapped: { what: 'people', columns: { id: 'id', name: 'email', email: 'email' } },
    },
    {
      name: 'companies',
      table: 'companies',
      key: ['id'],
      deleted: ['archived'],
      mapped: {
        what: 'accounts',
        columns: {
          id: 'id',
          name: property('name'),
          domain: [...property('domain'), ...property('website')],
          csm: property('csm'),
          createdAt: ['createdAt', 'created_at', ...property('createdate')],
        },
        dimensions: {
          segment: property('segment'),
          industry: property('industry'),
          region: [...property('region'), ...property('country')],
        },
      },
    },
    {
      name: 'deals',
      table: 'deals',
      key: ['id'],
      deleted: ['archived'],
      mapped: {
        what: 'deals',
        needsAccount: false,
        columns: {
          id: 'id',
          account: ['companies.0', 'associations.companies.results.0.id'],
          name: property('dealname'),
          wonAt: property('closedate'),
          won: property('hs_is_closed_won'),
          amount: property('amount'),
          arr: property('hs_arr'),
          currency: property('deal_currency_code'),
          owner: property('hubspot_owner_id'),
          createdAt: ['createdAt', 'created_at', ...property('createdate')],
        },
      },
    },
    {
      name: 'tickets',
      table: 'tickets',
      key: ['id'],
      deleted: ['archived'],
      mapped: {
        what: 'tickets',
        columns: {
          id: 'id',
          account: ['companies.0', 'associations.companies.results.0.id'],
          requester: ['contacts.0', 'associations.contacts.results.0.id'],
          subject: property('subject'),
          status: property('hs_pipeline_stage'),
          priority: property('hs_ticket_priority'),
          openedAt: ['createdAt', 'created_at', ...property('createdate')],
          solvedAt: property('closed_date'),
        },
      },
    },
  ],
};
