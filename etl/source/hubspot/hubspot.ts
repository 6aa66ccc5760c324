import { z } from 'zod';
import type { Clock } from '../clock.js';
import type { Source } from '../source.js';
import { sourceKind } from '../source-kind.js';
import { HUBSPOT_API_VERSION, hubspotClient } from './client.js';
import { companies } from './companies.js';
import type { Hubspot } from './crm-stream.js';
import { deals } from './deals.js';
import { owners } from './owners.js';
import { pipelines } from './pipelines.js';
import { type HubspotSettings, hubspotCredentials, hubspotSettings } from './settings.js';
import { tasks } from './tasks.js';

export interface HubspotOptions {
  settings: HubspotSettings;
  token: string;
  now: () => Date;
  /** By which the connection waits. */
  clock?: Clock;
}

/** HubSpot, read by a private app's token or a service key. */
export function hubspot({ settings, token, now, clock }: HubspotOptions): Source {
  const account: Hubspot = { client: hubspotClient({ settings, token, clock }), settings, now };
  return {
    kind: 'hubspot',
    streams: [owners(account), pipelines(account), companies(account), deals(account), tasks(account)],
    /** Every scope is tried by the smallest question that needs it. */
    async test(signal) {
      const paths = ['companies', 'deals', 'tasks'].map((type) => `/crm/objects/${HUBSPOT_API_VERSION}/${type}`);
      for (const path of [`/crm/owners/${HUBSPOT_API_VERSION}`, ...paths]) {
        await account.client.get(z.object({ results: z.array(z.unknown()) }), path, { limit: 1 }, signal);
      }
    },
  };
}

export const hubspotKind = sourceKind({
  kind: 'hubspot',
  name: 'HubSpot',
  about: 'Deals with their stage history, companies, tasks and owners.',
  settings: hubspotSettings,
  credentials: hubspotCredentials,
  open: ({ settings, credentials, now }) => hubspot({ settings, token: credentials.token, now }),
});
