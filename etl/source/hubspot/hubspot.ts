import type { Source } from '../source.js';
import type { HubspotSettings } from './settings.js';

/** HubSpot dates its API twice a year and supports each date for 18 months. */
export const HUBSPOT_API_VERSION = '2026-09';

export interface HubspotOptions {
  settings: HubspotSettings;
  token: string;
  now: () => Date;
}

export function hubspot(_options: HubspotOptions): Source {
  return { kind: 'hubspot', streams: [], test: async () => {} };
}
