import type { Clock } from '../clock.js';
import type { Source } from '../source.js';
import { sourceKind } from '../source-kind.js';
import { activities } from './activities.js';
import { pipedriveClient } from './client.js';
import { deals } from './deals.js';
import { organizations } from './organizations.js';
import { persons } from './persons.js';
import { pipelines } from './pipelines.js';
import type { Pipedrive } from './record.js';
import { type PipedriveCredentials, type PipedriveSettings, pipedriveCredentials, pipedriveSettings } from './settings.js';
import { testPipedrive } from './test-pipedrive.js';
import { users } from './users.js';

export interface PipedriveOptions {
  settings: PipedriveSettings;
  credentials: PipedriveCredentials;
  now: () => Date;
  keepCredentials(credentials: PipedriveCredentials): Promise<void>;
  /** By which the connection waits. */
  clock?: Clock;
}

/** Pipedrive, read by a personal API token or by an app's OAuth. */
export function pipedrive(options: PipedriveOptions): Source {
  const { settings, now } = options;
  const company: Pipedrive = { client: pipedriveClient(options), settings, now };
  return {
    kind: 'pipedrive',
    streams: [users(company), pipelines(company), organizations(company), persons(company), deals(company), activities(company)],
    test: (signal) => testPipedrive(company, signal),
  };
}

export const pipedriveKind = sourceKind({
  kind: 'pipedrive',
  name: 'Pipedrive',
  about: 'Deals with their history, organizations, persons and activities.',
  settings: pipedriveSettings,
  credentials: pipedriveCredentials,
  open: pipedrive,
});
