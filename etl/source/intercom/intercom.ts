import { type Clock, realClock } from '../clock.js';
import type { Source } from '../source.js';
import { sourceKind } from '../source-kind.js';
import { admins } from './admins.js';
import { intercomClient } from './client.js';
import { companies } from './companies.js';
import { contacts } from './contacts.js';
import { conversations } from './conversations.js';
import type { Intercom } from './intercom-stream.js';
import { type IntercomCredentials, type IntercomSettings, intercomCredentials, intercomSettings } from './settings.js';
import { testConnection } from './test-connection.js';

export interface IntercomOptions {
  settings: IntercomSettings;
  credentials: IntercomCredentials;
  now: () => Date;
  /** By which the connection waits. */
  clock?: Clock;
}

/** One Intercom workspace, read by the access token of a private app. */
export function intercom({ settings, credentials, now, clock = realClock }: IntercomOptions): Source {
  const workspace: Intercom = { client: intercomClient({ settings, credentials, clock }), settings, now, clock };
  return {
    kind: 'intercom',
    streams: [admins(workspace), companies(workspace), contacts(workspace), conversations(workspace)],
    test: (signal) => testConnection(workspace, signal),
  };
}

export const intercomKind = sourceKind({
  kind: 'intercom',
  name: 'Intercom',
  about: 'Conversations with their messages and ratings, contacts, companies and teammates.',
  settings: intercomSettings,
  credentials: intercomCredentials,
  open: intercom,
});
