import { withhold } from './company/correction.js';
import type { SampleCompany } from './company/sample.js';
import { type HubspotStandIn, startHubspotStandIn } from './hubspot-stand-in.js';
import { sampleCompany } from './sample-company.js';
import { startZendeskStandIn, type ZendeskStandIn } from './zendesk-stand-in.js';

export interface Sandbox {
  company: SampleCompany;
  hubspot: HubspotStandIn;
  zendesk: ZendeskStandIn;
  /** Puts right what was first recorded wrongly; once. */
  correct(): void;
  close(): Promise<void>;
}

export interface SandboxOptions {
  until: Date;
  seed?: number;
  wonDeals?: number;
  /** 0, the default, takes any free ones. */
  ports?: { hubspot: number; zendesk: number };
  /** The records as they were before one month was put right. */
  asFirstRecorded?: boolean;
}

/** Minutes before the end of the story: long enough ago to be found by a search, and after what a first reading has read. */
const PUT_RIGHT_BEFORE = 5 * 60_000;

/**
 * Starts both stand-ins over one company. Started again with the same `until`, they serve the same records with the same
 * credentials; on the same ports also the same links.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const ports = options.ports ?? { hubspot: 0, zendesk: 0 };
  const company = sampleCompany(options);
  const putRight = options.asFirstRecorded ? withhold(company) : () => {};
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
  return { company, hubspot, zendesk, correct: () => putRight(new Date(options.until.getTime() - PUT_RIGHT_BEFORE)), close };
}
