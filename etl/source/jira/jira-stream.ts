import type { JiraClient } from './client.js';
import type { JiraSettings } from './settings.js';

/** What streams of one Jira site share. */
export interface Jira {
  client: JiraClient;
  settings: JiraSettings;
  now: () => Date;
}

/** Where a person sees an issue or a project. */
export const browsePage = ({ settings }: Jira, key: string) => `${settings.baseUrl.replace(/\/+$/, '')}/browse/${encodeURIComponent(key)}`;
