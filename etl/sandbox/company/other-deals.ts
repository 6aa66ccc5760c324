import type { Books } from './books.js';
import { DAY, STORY_DAYS } from './calendar.js';
import type { Company, Deal, DealKind, Moment, Version } from './company.js';
import { addCompany } from './customer.js';
import type { Staff } from './people.js';
import { NEW_BUSINESS, RENEWALS } from './pipelines.js';
import { type Random, randomFor } from './random.js';
import { wayInto, wayThrough } from './stages.js';
import { LEAD_SOURCES, PRODUCTS } from './won-deal.js';

interface Other {
  company: Company;
  kind: DealKind;
  amount: number;
  stages: Version<string>[];
  closeAt: Moment;
  repId: string;
}

/** Deals that are no handoffs: renewals and expansions of customers, and what was lost or is still open. */
export function addOtherDeals(books: Books, staff: Staff, options: { seed: number; until: Moment; wonDeals: number }): void {
  const { seed, until, wonDeals } = options;
  const companies = new Map(books.companies.map((company) => [company.id, company]));
  for (const handoff of books.handoffs) {
    const company = companies.get(handoff.companyId);
    if (company !== undefined)
      addFollowing(books, randomFor(seed, 'following', handoff.dealId), { company, wonAt: handoff.wonAt, until, repId: handoff.repId });
  }
  for (let n = 0; n < Math.round(0.7 * wonDeals); n += 1) addLost(books, staff, { random: randomFor(seed, 'lost', n), until });
  for (let n = 0; n < Math.round(0.1 * wonDeals); n += 1) addOpen(books, staff, { random: randomFor(seed, 'open', n), until });
}

function addFollowing(books: Books, random: Random, after: { company: Company; wonAt: Moment; until: Moment; repId: string }): void {
  const { company, wonAt, until, repId } = after;
  const end = Math.min(until, company.churnedAt ?? until);
  const [renews, expands, days, talks] = [random.chance(0.85), random.chance(0.15), random.between(100, 400), random.between(20, 60)];
  const follow = (kind: DealKind, closeAt: Moment) => {
    if (closeAt > end) return;
    const stages = [
      { at: Math.floor(closeAt - talks * DAY), value: '68120441' },
      { at: Math.floor(closeAt - 10 * DAY), value: '68120442' },
      { at: closeAt, value: '68120443' },
    ];
    const deal = addDeal(books, random, { company, kind, amount: random.whole(20, 300) * 100, stages, closeAt, repId });
    books.planted.excludedDealIds.push(deal.id);
  };
  if (renews) follow('renewal', wonAt + 365 * DAY);
  if (expands) follow('existingbusiness', Math.floor(wonAt + days * DAY));
}

function addLost(books: Books, staff: Staff, { random, until }: { random: Random; until: Moment }): void {
  const closeAt = Math.floor(until - random.between(0.5, STORY_DAYS) * DAY);
  const createdAt = Math.floor(closeAt - random.logNormal(40, 0.6) * DAY);
  const company = random.chance(0.15) ? random.pick(books.companies) : addCompany(books, random, { createdAt });
  const stages = wayThrough(random, { createdAt, endsAt: closeAt, last: 'closedlost' });
  addDeal(books, random, {
    company,
    kind: 'newbusiness',
    amount: random.whole(50, 900) * 100,
    stages,
    closeAt,
    repId: random.pick(staff.reps).ownerId,
  });
}

function addOpen(books: Books, staff: Staff, { random, until }: { random: Random; until: Moment }): void {
  const createdAt = Math.floor(until - random.between(1, 80) * DAY);
  const company = addCompany(books, random, { createdAt });
  const stages = wayInto(random, { createdAt, until });
  const closeAt = Math.floor(until + random.between(-5, 60) * DAY);
  addDeal(books, random, {
    company,
    kind: 'newbusiness',
    amount: random.whole(50, 900) * 100,
    stages,
    closeAt,
    repId: random.pick(staff.reps).ownerId,
  });
}

function addDeal(books: Books, random: Random, other: Other): Deal {
  const { company, kind, amount, stages } = other;
  const first = stages[0];
  const last = stages.at(-1);
  if (first === undefined || last === undefined) throw new Error(`a deal of ${company.name} has no stage`);
  const deal: Deal = {
    id: books.dealId(),
    companyId: company.id,
    name: `${company.name} - ${kind === 'renewal' ? 'Renewal' : random.pick(PRODUCTS)}`,
    kind,
    amount,
    currency: 'EUR',
    arr: kind === 'renewal' ? amount : null,
    pipelineId: kind === 'newbusiness' ? NEW_BUSINESS.id : RENEWALS.id,
    stageId: last.value,
    stages,
    closeAt: other.closeAt,
    repId: other.repId,
    csm: [],
    implementationOwnerId: null,
    product: random.pick(PRODUCTS),
    leadSource: random.pick(LEAD_SOURCES),
    brief: {},
    briefAcceptedAt: null,
    kickoffScheduledAt: null,
    firstValueAt: null,
    onboardingCompletedAt: null,
    promiseGapAt: null,
    promiseConversationAt: null,
    mergedIds: [],
    createdAt: first.at,
    changedAt: last.at,
    archivedAt: null,
  };
  books.deals.push(deal);
  return deal;
}
