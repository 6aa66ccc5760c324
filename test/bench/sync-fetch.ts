import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { hubspot } from '../../etl/source/hubspot/hubspot.js';
import { hubspotSettings } from '../../etl/source/hubspot/settings.js';
import { allowOrigin } from '../../etl/source/reach.js';
import type { Payload, Pool } from './sync-payloads.js';

export interface Fetched {
  pools: Pool[];
  count: number;
  milliseconds: number;
}

/** How many payloads of each stream are kept to make the records of the bench from. */
const KEPT = 2_000;

/** Share of the records by stream. Deals carry history and become five rows or so, companies and tasks one or two. */
const SHARES: Record<string, number> = { 'hubspot.companies': 0.2, 'hubspot.deals': 0.3, 'hubspot.tasks': 0.5 };

/** Reads a HubSpot stand-in to its end over HTTP, without writing. The vendor's limits are lifted: they, not we, would be measured. */
export async function fetchAll({ wonDeals, until }: { wonDeals: number; until: Date }): Promise<Fetched> {
  const worker = new Worker(new URL('./sync-stand-in.js', import.meta.url), { workerData: { wonDeals, until } });
  try {
    const [{ url, token, portalId }] = (await once(worker, 'message')) as [{ url: string; token: string; portalId: string }];
    allowOrigin(url);
    const settings = hubspotSettings.parse({ baseUrl: url, portalId });
    return await readStreams(hubspot({ settings, token, now: () => until, clock: hurried() }).streams);
  } finally {
    await worker.terminate();
  }
}

async function readStreams(streams: Pool['stream'][]): Promise<Fetched> {
  const fetched: Fetched = { pools: [], count: 0, milliseconds: 0 };
  const { signal } = new AbortController();
  for (const stream of streams) {
    const payloads: Payload[] = [];
    const start = performance.now();
    for await (const { records } of stream.pages(null, signal)) {
      fetched.count += records.length;
      if (payloads.length < KEPT) payloads.push(...(records as Payload[]));
    }
    fetched.milliseconds += performance.now() - start;
    const share = SHARES[stream.name];
    if (share !== undefined) fetched.pools.push({ stream, payloads, share });
  }
  return fetched;
}

/** A clock on which waiting takes no time. */
function hurried() {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    sleep: async (milliseconds: number) => {
      ahead += milliseconds;
    },
  };
}
