import type { VendorDocument } from './vendor-document.js';

export const jiraDocument: VendorDocument = {
  kind: 'jira',
  files: [{ file: 'jira-cloud-v3.openapi.json' }],
  documentedPath: (path) => path.replace(/^\/ex\/jira\/[^/]+/, ''),
  known: [],
};
