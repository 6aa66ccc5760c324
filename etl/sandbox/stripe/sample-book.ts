import type { Company, Deal, Moment } from '../company/company.js';
import type { SampleCompany } from '../company/sample.js';
import type { HandoffTruth } from '../company/truth.js';
import { blank, type Seconds, StripeBook, type StripeSubscription } from './book.js';

/** The customers of the sample company as its billing knows them: two of three carry the id of the company in the CRM. */
export function bookOf(company: SampleCompany): StripeBook {
  const book = new StripeBook();
  const companies = new Map(company.companies.map((each) => [each.id, each]));
  const deals = new Map(company.deals.map((deal) => [deal.id, deal]));
  const known = new Set<string>();
  for (const story of company.truth.handoffs) {
    const buyer = companies.get(story.companyId);
    const deal = deals.get(story.dealId);
    if (!buyer || !deal) continue;
    if (!known.has(buyer.id)) addCustomer(book, buyer, seconds(story.wonAt));
    known.add(buyer.id);
    book.subscriptions.push(subscription(book, deal, story));
    addEvents(book, story);
  }
  book.events.sort((a, b) => a.created - b.created);
  return book;
}

const seconds = (moment: Moment): Seconds => Math.floor(moment / 1000);

function addCustomer(book: StripeBook, { id: companyId, domain, name }: Company, created: Seconds): void {
  const id = `cus_${companyId}`;
  const metadata: Record<string, string> = book.customers.length % 3 === 2 ? {} : { crm_company_id: companyId };
  book.customers.push({ id, created, name, email: domain === null ? null : `billing@${domain}`, metadata, deleted: false });
  book.happened('customer.created', { id, kind: 'customer' }, created);
}

/** Digits behind the point; two for any other currency. */
const DIGITS: Record<string, number> = { JPY: 0, KWD: 3 };

function subscription(book: StripeBook, deal: Deal, { companyId, wonAt, noticeGivenAt, churnedAt }: HandoffTruth): StripeSubscription {
  const unitAmount = (deal.arr ?? deal.amount ?? 0) * 10 ** (DIGITS[deal.currency] ?? 2);
  const product = book.product(deal.product ?? 'Platform', seconds(wonAt));
  const price = { id: `price_${deal.id}`, product, unitAmount, tiers: [], interval: 'year' as const, metered: false };
  const said = noticeGivenAt ?? churnedAt;
  return {
    ...blank(`sub_${deal.id}`, `cus_${companyId}`, seconds(wonAt)),
    currency: deal.currency.toLowerCase(),
    status: churnedAt === null ? 'active' : 'canceled',
    canceledAt: said === null ? null : seconds(said),
    endedAt: churnedAt === null ? null : seconds(churnedAt),
    cancelAtPeriodEnd: noticeGivenAt !== null && churnedAt === null,
    feedback: churnedAt === null ? null : 'missing_features',
    items: [{ id: `si_${deal.id}`, quantity: 1, price }],
  };
}

function addEvents(book: StripeBook, { dealId, wonAt, noticeGivenAt, churnedAt }: HandoffTruth): void {
  const moments: [type: string, at: Moment | null][] = [
    ['created', wonAt],
    ['updated', noticeGivenAt],
    ['deleted', churnedAt],
  ];
  for (const [type, at] of moments) {
    if (at !== null) book.happened(`customer.subscription.${type}`, { id: `sub_${dealId}`, kind: 'subscription' }, seconds(at));
  }
}
