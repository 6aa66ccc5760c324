import type { SampleCompany } from './company/company.js';
import type { StandIn } from './stand-in/stand-in.js';

export interface ZendeskOptions {
  now?: () => Date;
  /** Requests in a minute over all paths; Zendesk's own number on the Team plan is about 400 here. */
  perMinute?: number;
  cursorExportsPerMinute?: number;
  timeExportsPerMinute?: number;
  /** How long a token of client credentials lives. */
  tokenSeconds?: number;
}

export interface ZendeskCredentials {
  oauth: { kind: 'oauth'; clientId: string; clientSecret: string };
  apiToken: { kind: 'api token'; email: string; token: string };
}

export type ZendeskStandIn = StandIn<ZendeskCredentials['oauth']> & { apiToken: ZendeskCredentials['apiToken'] };

/** Plays the support side of the company. */
export function startZendeskStandIn(company: SampleCompany, options: ZendeskOptions = {}): Promise<ZendeskStandIn> {
  return Promise.reject(new Error(`portal ${company.portalId} is not played yet (${Object.keys(options).length})`));
}
