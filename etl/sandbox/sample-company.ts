import { Books, nothingPlanted } from './company/books.js';
import { DAY, lastMatureMonth, wonMoments } from './company/calendar.js';
import { restatedMonth } from './company/correction.js';
import { TROUBLED_REGION } from './company/customer.js';
import { addHandoff, type Regulars } from './company/handoff-story.js';
import { addLooseTickets, editInBulk } from './company/loose-ends.js';
import { addOtherDeals } from './company/other-deals.js';
import { staff } from './company/people.js';
import type { SampleCompany } from './company/sample.js';

const AGENTS = ['Sam Support', 'Toni Torres', 'Ulla Berg', 'Vik Anand', 'Wanda Klein', 'Xaver Moser'];

/** The same seed, moment and size give the same company, byte for byte. Nothing in it happens after `until`; only plans (due dates, expected closings) lie there. */
export function sampleCompany(options: { until: Date; seed?: number; wonDeals?: number }): SampleCompany {
  const { seed = 1, wonDeals = 1200 } = options;
  const until = options.until.getTime();
  const people = staff(until);
  const books = new Books({
    ...nothingPlanted(),
    badRepId: people.badRep.ownerId,
    departedCsmId: people.departed.ownerId,
    signal: { region: TROUBLED_REGION, ...lastMatureMonth(until) },
  });
  books.owners.push(...people.owners);
  const agentIds = AGENTS.map((name) => addAgent(books, name, until));
  const regulars: Regulars = [];
  for (const [n, wonAt] of wonMoments({ seed, until, count: wonDeals }).entries()) {
    addHandoff(books, { seed, until, staff: people, agentIds }, { n, wonAt, regulars });
  }
  addOtherDeals(books, people, { seed, until, wonDeals });
  addLooseTickets(books, { seed, until, agentIds });
  const bulkAt = until - 40 * DAY;
  for (const records of [books.companies, books.deals, books.tickets])
    editInBulk(records, bulkAt, Math.min(300, Math.ceil(records.length / 4)));
  books.planted.restated = restatedMonth(books.handoffs, until);
  const { owners, companies, deals, tasks, organizations, users, tickets, ratings, handoffs, planted } = books;
  const records = { owners, companies, deals, tasks, organizations, users, tickets, ratings };
  return { portalId: '26170042', seed, until, revision: 0, ...records, truth: { handoffs, planted } };
}

function addAgent(books: Books, name: string, until: number): string {
  const id = books.userId();
  const createdAt = until - 800 * DAY;
  const email = `${name.toLowerCase().replace(' ', '.')}@northwind-software.example`;
  books.users.push({ id, name, email, role: 'agent', organizationId: null, createdAt, changedAt: createdAt, archivedAt: null });
  return id;
}
