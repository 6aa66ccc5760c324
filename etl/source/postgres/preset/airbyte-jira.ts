import type { Preset } from './preset.js';

// https://docs.airbyte.com/integrations/sources/jira
export const airbyteJira: Preset = {
  tool: 'jira',
  by: ['airbyte', 'dlt'],
  tables: [
    {
      name: 'projects',
      table: 'projects',
      key: ['id'],
      mapped: { what: 'accounts', columns: { id: 'id', name: 'name', declaredId: 'key' } },
    },
    {
      name: 'issues',
      table: 'issues',
      key: ['id'],
      mapped: {
        what: 'tasks',
        columns: {
          account: ['projectId', 'fields.project.id', 'fields__project__id'],
          subject: ['fields.summary', 'fields__summary'],
          status: ['fields.status.name', 'fields__status__name'],
          owner: ['fields.assignee.accountId', 'fields__assignee__account_id'],
          createdAt: ['fields.created', 'fields__created', 'created'],
          dueAt: ['fields.duedate', 'fields__duedate'],
          doneAt: ['fields.resolutiondate', 'fields__resolutiondate'],
        },
      },
    },
  ],
};
