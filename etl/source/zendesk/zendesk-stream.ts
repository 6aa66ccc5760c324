import type { ZendeskClient } from './client.js';
import type { ZendeskSettings } from './settings.js';

/** What streams of one Zendesk account share. */
export interface Zendesk {
  client: ZendeskClient;
  settings: ZendeskSettings;
  now: () => Date;
}

/** Where an agent sees the record. */
export const agentPage = ({ settings }: Zendesk, kind: 'tickets' | 'users' | 'organizations', id: string) =>
  `${settings.baseUrl.replace(/\/+$/, '')}/agent/${kind}/${id}`;
