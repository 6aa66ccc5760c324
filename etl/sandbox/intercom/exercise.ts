import type { Ticket } from '../company/company.js';
import type { SampleCompany } from '../company/sample.js';
import { startIntercomStandIn } from '../intercom-stand-in.js';
import { sampleCompany } from '../sample-company.js';
import type { Exercise } from '../stand-in/exercise.js';

const PAGE = 20;

/** A company with exactly so many conversations. */
function book(records: number, until: Date): SampleCompany {
  for (let wonDeals = Math.ceil(records / 2) + 5; ; wonDeals *= 2) {
    const company = sampleCompany({ until, wonDeals });
    const tickets = company.tickets.filter(({ archivedAt }) => archivedAt === null).slice(0, records);
    if (tickets.length < records) continue;
    const kept = new Set(tickets.map(({ id }) => id));
    return { ...company, tickets, ratings: company.ratings.filter(({ ticketId }) => kept.has(ticketId)) };
  }
}

export const intercomExercise: Exercise = {
  kind: 'intercom',
  stream: 'intercom.conversations',
  pageSize: PAGE,
  lacking: { merge: 'Intercom merges contacts; conversations stay as they are' },
  async start({ records, now, strict = false }) {
    const company = book(records, now());
    const standIn = await startIntercomStandIn(company, { now, ...(strict ? {} : { perSlice: 100_000 }) });
    const touch = (ids: string[], edit: (ticket: Ticket, at: number) => void) => {
      const at = now().getTime();
      for (const ticket of company.tickets) {
        if (!ids.includes(ticket.id)) continue;
        edit(ticket, at);
        ticket.changedAt = at;
      }
      company.revision += 1;
    };
    const review = (ids: string[]) =>
      touch(ids, (ticket, at) => {
        const id = String(Number(ticket.steps.at(-1)?.id) + 7);
        const addedTags = [`reviewed_${company.revision}`];
        ticket.steps.push({ id, at, authorId: ticket.assigneeId, body: null, public: false, status: null, priority: null, addedTags });
      });
    return {
      settings: { baseUrl: standIn.url, pageSize: PAGE, requestsPerTenSeconds: strict ? 1_000 : 10_000 },
      credentials: standIn.credentials,
      ids: () => company.tickets.filter(({ archivedAt }) => archivedAt === null).map(({ id }) => id),
      change: async (ids) => review(ids),
      tie: async (ids) => review(ids),
      remove: async (ids) =>
        touch(ids, (ticket, at) => {
          ticket.archivedAt = at;
        }),
      merge: async () => {
        throw new Error('Intercom merges no conversations');
      },
      expireCursors: async () => standIn.expireCursors(),
      refused: standIn.refused,
      http: standIn,
      close: standIn.close,
    };
  },
};
