import type { SampleCompany } from './company/sample.js';
import { type HubspotStandIn, startHubspotStandIn } from './hubspot-stand-in.js';
import { sampleCompany } from './sample-company.js';
import { startZendeskStandIn, type ZendeskStandIn } from './zendesk-stand-in.js';

export interface Sandbox {
  company: SampleCompany;
  hubspot: HubspotStandIn;
  zendesk: ZendeskStandIn;
  close(): Promise<void>;
}

/** Starts both stand-ins over one company. Started again with the same `until`, they serve the same records with the same credentials. */
export async function startSandbox(options: { until: Date; seed?: number; wonDeals?: number }): Promise<Sandbox> {
  const company = sampleCompany(options);
  // The vendors' own limits would make a first look at the demo wait for minutes.
  const hubspot = await startHubspotStandIn(company, { perTenSeconds: 10_000, searchesPerSecond: 1_000 });
  const zendesk = await startZendeskStandIn(company, { perMinute: 100_000, cursorExportsPerMinute: 10_000, timeExportsPerMinute: 10_000 });
  const close = async () => {
    await Promise.all([hubspot.close(), zendesk.close()]);
  };
  return { company, hubspot, zendesk, close };
}
