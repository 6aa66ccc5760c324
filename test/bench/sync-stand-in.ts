import { parentPort, workerData } from 'node:worker_threads';
import { startHubspotStandIn } from '../../etl/sandbox/hubspot-stand-in.js';
import { sampleCompany } from '../../etl/sandbox/sample-company.js';

const { wonDeals, until } = workerData as { wonDeals: number; until: Date };

/** In a thread of its own, so that its work is not counted as ours. Without limits: they are the vendor's, not ours. */
const company = sampleCompany({ until, wonDeals });
const unlimited = { perTenSeconds: 1e9, searchesPerSecond: 1e9, perDay: 1e9 };
const { url, credentials } = await startHubspotStandIn(company, { now: () => until, ...unlimited });
parentPort?.postMessage({ url, token: credentials.token, portalId: company.portalId });
