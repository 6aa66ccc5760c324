import type { Clock } from '../clock.js';
import type { Source } from '../source.js';
import { sourceKind } from '../source-kind.js';
import { jiraClient } from './client.js';
import { issues } from './issues.js';
import type { Jira } from './jira-stream.js';
import { projects } from './projects.js';
import { type JiraCredentials, type JiraSettings, jiraCredentials, jiraSettings } from './settings.js';
import { testJira } from './test-jira.js';
import { users } from './users.js';

export interface JiraOptions {
  settings: JiraSettings;
  credentials: JiraCredentials;
  now: () => Date;
  keepCredentials(credentials: JiraCredentials): Promise<void>;
  /** By which the connection waits. */
  clock?: Clock;
}

/** Jira Cloud, read by a classic or scoped API token or by OAuth 2.0 (3LO). */
export function jira(options: JiraOptions): Source {
  const { settings, credentials, now } = options;
  const site: Jira = { client: jiraClient(options), settings, now };
  return {
    kind: 'jira',
    streams: [users(site), projects(site), issues(site)],
    test: (signal) => testJira(site, credentials, signal),
  };
}

export const jiraKind = sourceKind({
  kind: 'jira',
  name: 'Jira',
  about: 'Onboarding projects and their issues with the history of each.',
  settings: jiraSettings,
  credentials: jiraCredentials,
  open: jira,
});
