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

export interface SandboxOptions {
  until: Date;
  seed?: number;
  wonDeals?: number;
  /** 0, the default, takes any free ones. */
  ports?: { hubspot: number; zendesk: number };
}

/**
 * Starts both stand-ins over one company. Started again with the same `until`, they serve the same records with the same
 * credentials; on the same ports also the same links.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const ports = options.ports ?? { hubspot: 0, zendesk: 0 };
  const company = sampleCompany(options);
  // The vendors' own limits would make a first look at the demo wait for minutes.
  const hubspot = await startHubspotStandIn(company, { port: ports.hubspot, perTenSeconds: 10_000, searchesPerSecond: 1_000 });
  const zendesk = await startZendeskStandIn(company, {
    port: ports.zendesk,
    perMinute: 100_000,
    cursorExportsPerMinute: 10_000,
    timeExportsPerMinute: 10_000,
  });
  const close = async () => {
    await Promise.all([hubspot.close(), zendesk.close()]);
  };
  return { company, hubspot, zendesk, close };
}
