import { z } from 'zod';
import type { Clock } from '../clock.js';
import type { Source } from '../source.js';
import { sourceKind } from '../source-kind.js';
import { zendeskClient } from './client.js';
import { organizations } from './organizations.js';
import { ratings } from './ratings.js';
import { type ZendeskCredentials, type ZendeskSettings, zendeskCredentials, zendeskSettings } from './settings.js';
import { ticketEvents } from './ticket-events.js';
import { tickets } from './tickets.js';
import { users } from './users.js';
import type { Zendesk } from './zendesk-stream.js';

export interface ZendeskOptions {
  settings: ZendeskSettings;
  credentials: ZendeskCredentials;
  now: () => Date;
  /** By which the connection waits. */
  clock?: Clock;
}

/** Zendesk Support, read by an OAuth client or, as long as Zendesk lets it live, an API token. */
export function zendesk({ settings, credentials, now, clock }: ZendeskOptions): Source {
  const account: Zendesk = { client: zendeskClient({ settings, credentials, clock }), settings, now };
  return {
    kind: 'zendesk',
    streams: [organizations(account), users(account), tickets(account), ticketEvents(account), ratings(account)],
    /** The exports need an admin; everything else needs less. */
    async test(signal) {
      const query = { start_time: Math.floor(now().getTime() / 1000) - 3_600, per_page: 1 };
      const path = '/api/v2/incremental/tickets/cursor.json';
      await account.client.get({ wire: z.object({ tickets: z.array(z.unknown()) }), path, query, limit: 'cursor export', signal });
    },
  };
}

export const zendeskKind = sourceKind({
  kind: 'zendesk',
  name: 'Zendesk',
  about: 'Tickets with their messages and events, organizations, users and satisfaction ratings.',
  settings: zendeskSettings,
  credentials: zendeskCredentials,
  open: zendesk,
});
