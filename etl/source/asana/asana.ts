import type { Clock } from '../clock.js';
import type { Source } from '../source.js';
import { sourceKind } from '../source-kind.js';
import type { Asana } from './asana-stream.js';
import { asanaClient } from './client.js';
import { projects } from './projects.js';
import { type AsanaCredentials, type AsanaSettings, asanaCredentials, asanaSettings } from './settings.js';
import { tasks } from './tasks.js';
import { testAsana } from './test-asana.js';
import { users } from './users.js';

export interface AsanaOptions {
  settings: AsanaSettings;
  credentials: AsanaCredentials;
  now: () => Date;
  keepCredentials(credentials: AsanaCredentials): Promise<void>;
  /** By which the connection waits. */
  clock?: Clock;
}

/** One workspace of Asana, read by a personal access token, a service account or OAuth. */
export function asana(options: AsanaOptions): Source {
  const { settings, now } = options;
  const workspace: Asana = { client: asanaClient(options), settings, now };
  return {
    kind: 'asana',
    streams: [users(workspace), projects(workspace), tasks(workspace)],
    test: (signal) => testAsana(workspace, signal),
  };
}

export const asanaKind = sourceKind({
  kind: 'asana',
  name: 'Asana',
  about: 'Onboarding projects and their tasks, with subtasks and history.',
  settings: asanaSettings,
  credentials: asanaCredentials,
  open: asana,
});
