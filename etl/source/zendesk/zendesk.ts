import type { Clock } from '../clock.js';
import type { Source } from '../source.js';
import { sourceKind } from '../source-kind.js';
import { zendeskClient } from './client.js';
import { organizations } from './organizations.js';
import { ratings } from './ratings.js';
import { type ZendeskCredentials, type ZendeskSettings, zendeskCredentials, zendeskSettings } from './settings.js';
import { surveyResponses } from './survey-responses.js';
import { testConnection } from './test-connection.js';
import { ticketEvents } from './ticket-events.js';
import { tickets } from './tickets.js';
import { users } from './users.js';
import type { Zendesk } from './zendesk-stream.js';

export interface ZendeskOptions {
  settings: ZendeskSettings;
  credentials: ZendeskCredentials;
  keepCredentials: (credentials: ZendeskCredentials) => Promise<void>;
  now: () => Date;
  /** By which the connection waits. */
  clock?: Clock;
}

/** Zendesk Support, read by an OAuth client, a refresh token or, as long as Zendesk lets it live, an API token. */
export function zendesk({ settings, credentials, keepCredentials, now, clock }: ZendeskOptions): Source {
  const account: Zendesk = { client: zendeskClient({ settings, credentials, keepCredentials, clock }), settings, now };
  return {
    kind: 'zendesk',
    streams: [organizations(account), users(account), tickets(account), ticketEvents(account), ratings(account), surveyResponses(account)],
    test: (signal) => testConnection(account, signal),
  };
}

export const zendeskKind = sourceKind({
  kind: 'zendesk',
  name: 'Zendesk',
  about: 'Tickets with their messages and events, organizations, users, and satisfaction ratings of either kind.',
  settings: zendeskSettings,
  credentials: zendeskCredentials,
  open: zendesk,
});
