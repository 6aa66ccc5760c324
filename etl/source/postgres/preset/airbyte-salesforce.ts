import type { Preset } from './preset.js';

/** Columns keep the letters of the API. */
// https://docs.airbyte.com/integrations/sources/salesforce
export const airbyteSalesforce: Preset = {
  tool: 'salesforce',
  by: ['airbyte'],
  tables: [
    {
      name: 'users',
      table: ['User', 'user'],
      key: ['Id'],
      mapped: { what: 'people', columns: { id: 'Id', name: 'Name', email: 'Email', active: 'IsActive' } },
    },
    {
      name: 'accounts',
      table: ['Account', 'account'],
      key: ['Id'],
      deleted: ['IsDeleted'],
      mapped: {
        what: 'accounts',
        columns: { id: 'Id', name: 'Name', domain: 'Website', csm: 'CSM__c', createdAt: 'CreatedDate' },
        dimensions: { industry: 'Industry', region: ['Region__c', 'BillingCountry'], segment: ['Segment__c', 'Type'] },
      },
    },
    {
      name: 'opportunities',
      table: ['Opportunity', 'opportunity'],
      key: ['Id'],
      deleted: ['IsDeleted'],
      mapped: {
        what: 'deals',
        needsAccount: false,
        columns: {
          id: 'Id',
          account: 'AccountId',
          name: 'Name',
          wonAt: 'CloseDate',
          won: 'IsWon',
          kind: {
            column: 'Type',
            values: { 'New Business': 'new business', Renewal: 'renewal', 'Existing Customer - Upgrade': 'expansion' },
          },
          amount: 'Amount',
          currency: 'CurrencyIsoCode',
          owner: 'OwnerId',
          createdAt: 'CreatedDate',
        },
        dimensions: { 'lead-source': 'LeadSource' },
      },
    },
    {
      name: 'cases',
      table: ['Case', 'case'],
      key: ['Id'],
      deleted: ['IsDeleted'],
      mapped: {
        what: 'tickets',
        columns: {
          id: 'Id',
          account: 'AccountId',
          requester: 'ContactId',
          subject: 'Subject',
          status: 'Status',
          priority: 'Priority',
          openedAt: 'CreatedDate',
          solvedAt: 'ClosedDate',
          escalated: 'IsEscalated',
        },
      },
    },
  ],
};
