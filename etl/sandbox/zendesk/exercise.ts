import type { Ticket } from '../company/company.js';
import type { SampleCompany } from '../company/sample.js';
import { sampleCompany } from '../sample-company.js';
import type { Exercise } from '../stand-in/exercise.js';
import { countRefusals } from '../stand-in/refusals.js';
import { startZendeskStandIn } from '../zendesk-stand-in.js';

const PAGE = 50;
const WIDE = { perMinute: 100_000, cursorExportsPerMinute: 10_000, timeExportsPerMinute: 10_000 };

/** A company with exactly so many tickets. */
function book(records: number, until: Date): SampleCompany {
  for (let wonDeals = Math.ceil(records / 2) + 5; ; wonDeals *= 2) {
    const company = sampleCompany({ until, wonDeals });
    const tickets = company.tickets.filter(({ archivedAt }) => archivedAt === null).slice(0, records);
    if (tickets.length < records) continue;
    const kept = new Set(tickets.map(({ id }) => id));
    return { ...company, tickets, ratings: company.ratings.filter(({ ticketId }) => kept.has(ticketId)) };
  }
}

export const zendeskExercise: Exercise = {
  kind: 'zendesk',
  stream: 'zendesk.tickets',
  pageSize: PAGE,
  lacking: { merge: 'a merged ticket is closed and stays, beside the one it was merged into' },
  async start({ records, now, strict = false }) {
    const company = book(records, now());
    const standIn = await startZendeskStandIn(company, { now, mostPerPage: PAGE, ...(strict ? {} : WIDE) });
    const refused = countRefusals(standIn);
    const touch = (ids: string[], edit: (ticket: Ticket, at: number) => void) => {
      const at = now().getTime();
      for (const ticket of company.tickets.filter(({ id }) => ids.includes(id))) {
        edit(ticket, at);
        ticket.changedAt = at;
      }
      company.revision += 1;
    };
    const review = (ids: string[]) =>
      touch(ids, (ticket, at) => {
        const id = String(927_000_000_000 + 10 * (Number(ticket.id) + 1_000_000 * company.revision));
        const addedTags = [`reviewed_${company.revision}`];
        ticket.steps.push({ id, at, authorId: ticket.assigneeId, body: null, public: false, status: null, priority: null, addedTags });
      });
    return {
      settings: { baseUrl: standIn.url, requestsPerMinute: strict ? 200 : 2_500 },
      credentials: standIn.credentials,
      ids: () => company.tickets.filter(({ archivedAt }) => archivedAt === null).map(({ id }) => id),
      change: async (ids) => review(ids),
      tie: async (ids) => review(ids),
      remove: async (ids) =>
        touch(ids, (ticket, at) => {
          ticket.archivedAt = at;
        }),
      merge: async () => {
        throw new Error(String(zendeskExercise.lacking.merge));
      },
      expireCursors: async () => standIn.expireCursors(),
      refused,
      http: standIn,
      close: standIn.close,
    };
  },
};
