import type { Deal } from '../company/company.js';
import type { SampleCompany } from '../company/sample.js';
import { startHubspotStandIn } from '../hubspot-stand-in.js';
import { sampleCompany } from '../sample-company.js';
import type { Exercise } from '../stand-in/exercise.js';
import { countRefusals } from '../stand-in/refusals.js';

/** Of a list of deals with their history. */
const PAGE = 50;

/** A company with exactly so many deals. */
export function bookOfDeals(records: number, until: Date): SampleCompany {
  for (let wonDeals = records; ; wonDeals += records) {
    const company = sampleCompany({ until, wonDeals });
    const deals = company.deals.filter(({ archivedAt }) => archivedAt === null).slice(0, records);
    if (deals.length < records) continue;
    const kept = new Set(deals.map(({ id }) => id));
    return { ...company, deals, tasks: company.tasks.filter(({ dealId }) => dealId !== null && kept.has(dealId)) };
  }
}

export const hubspotExercise: Exercise = {
  kind: 'hubspot',
  stream: 'hubspot.deals',
  pageSize: PAGE,
  lacking: { 'expired cursor': 'a list goes on after an id and a search begins at a time, and neither expires' },
  async start({ records, now, strict = false }) {
    const company = bookOfDeals(records, now());
    const standIn = await startHubspotStandIn(company, { now, ...(strict ? {} : { perTenSeconds: 100_000, searchesPerSecond: 10_000 }) });
    const refused = countRefusals(standIn);
    const touch = (ids: string[], edit: (deal: Deal, at: number) => void) => {
      const at = now().getTime();
      for (const deal of company.deals.filter(({ id }) => ids.includes(id))) {
        edit(deal, at);
        deal.changedAt = at;
      }
      company.revision += 1;
    };
    const raise = (ids: string[]) =>
      touch(ids, (deal) => {
        deal.amount = (deal.amount ?? 0) + 100;
      });
    return {
      settings: { baseUrl: standIn.url, portalId: company.portalId },
      credentials: standIn.credentials,
      ids: () => company.deals.filter(({ archivedAt }) => archivedAt === null).map(({ id }) => id),
      change: async (ids) => raise(ids),
      tie: async (ids) => raise(ids),
      remove: async (ids) =>
        touch(ids, (deal, at) => {
          deal.archivedAt = at;
        }),
      async merge(winnerId, loserId) {
        company.deals = company.deals.filter(({ id }) => id !== loserId);
        touch([winnerId], (deal) => deal.mergedIds.push(loserId));
      },
      expireCursors: async () => {
        throw new Error(String(hubspotExercise.lacking['expired cursor']));
      },
      refused,
      http: standIn,
      close: standIn.close,
    };
  },
};
