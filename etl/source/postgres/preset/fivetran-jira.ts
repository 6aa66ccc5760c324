import type { Preset } from './preset.js';

// https://fivetran.com/docs/connectors/applications/jira
export const fivetranJira: Preset = {
  tool: 'jira',
  by: ['fivetran'],
  tables: [
    {
      name: 'users',
      table: 'user',
      key: ['id'],
      mapped: { what: 'people', columns: { id: 'id', name: 'name', email: 'email', active: 'is_active' } },
    },
    {
      name: 'projects',
      table: 'project',
      key: ['id'],
      mapped: { what: 'accounts', columns: { id: 'id', name: 'name', declaredId: 'key' } },
    },
    {
      name: 'issues',
      table: 'issue',
      key: ['id'],
      joined: {
        status_name: { table: 'status', on: 'id', to: 'status', take: 'name', pick: 'least' },
        project_id: { table: 'project', on: 'id', to: 'project', take: 'id', pick: 'least' },
      },
      mapped: {
        what: 'tasks',
        columns: {
          account: ['project_id', 'project'],
          subject: 'summary',
          status: ['status_name', 'status'],
          owner: 'assignee',
          createdAt: 'created',
          dueAt: ['due_date', 'duedate'],
          doneAt: ['resolved', 'resolutiondate'],
        },
      },
    },
  ],
};
