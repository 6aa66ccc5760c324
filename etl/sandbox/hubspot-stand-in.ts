import type { SampleCompany } from './company/company.js';
import type { StandIn } from './stand-in/stand-in.js';

export interface HubspotOptions {
  now?: () => Date;
  /** Requests in ten seconds; HubSpot's own number for a private app on the free plan is 100. */
  perTenSeconds?: number;
  searchesPerSecond?: number;
  /** How long a change stays out of the search index. */
  searchLagMilliseconds?: number;
}

export type HubspotStandIn = StandIn<{ token: string }>;

/** Plays the CRM side of the company. */
export function startHubspotStandIn(company: SampleCompany, options: HubspotOptions = {}): Promise<HubspotStandIn> {
  return Promise.reject(new Error(`portal ${company.portalId} is not played yet (${Object.keys(options).length})`));
}
