import { DAY, lastMatureMonth } from './calendar.js';
import type { Moment } from './company.js';
import type { SampleCompany } from './sample.js';
import type { HandoffTruth, Planted } from './truth.js';

const LATE_CHURNS = 5;

/** How much later the deal seemed to have been won. */
const SLIP = 4 * DAY;

/** A month whose windows have passed and in which more than five customers left within 90 days, the latest; null in a company too small for one. */
export function restatedMonth(handoffs: readonly HandoffTruth[], until: Moment): Planted['restated'] {
  for (let { from, to } = earlier(lastMatureMonth(until).from); from > until - 700 * DAY; { from, to } = earlier(from)) {
    const inMonth = handoffs.filter(({ wonAt }) => wonAt >= from && wonAt < to);
    const alone = inMonth.filter(({ companyId }) => handoffs.filter((other) => other.companyId === companyId).length === 1);
    const left = alone.filter(({ churnedAt, wonAt }) => churnedAt !== null && churnedAt < wonAt + 90 * DAY);
    const slipped = alone.find(({ churnedAt, wonAt }) => churnedAt === null && wonAt + SLIP + DAY < to && wonAt > from + 2 * DAY);
    if (left.length <= LATE_CHURNS || !slipped) continue;
    return { from, to, lateChurnDealIds: left.slice(0, LATE_CHURNS).map(({ dealId }) => dealId), slippedDealId: slipped.dealId };
  }
  return null;
}

function earlier(month: Moment): { from: Moment; to: Moment } {
  const day = new Date(month);
  return { from: Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - 1, 1), to: month };
}

/**
 * Makes the records what they were before somebody put that month right: five customers have not left yet, and one deal was entered as won
 * days later than it was. Returns what puts it right, all in one moment; the truth is always that of afterwards.
 */
export function withhold(company: SampleCompany): (at: Date) => void {
  const { restated } = company.truth.planted;
  if (!restated) return () => {};
  const undo = [...restated.lateChurnDealIds.map((id) => withholdChurn(company, id)), slip(company, restated.slippedDealId)];
  company.revision += 1;
  return (at) => {
    for (const putRight of undo) putRight(at.getTime());
    company.revision += 1;
  };
}

type PutRight = (at: Moment) => void;

function withholdChurn({ deals, companies }: SampleCompany, dealId: string): PutRight {
  const companyId = deals.find(({ id }) => id === dealId)?.companyId;
  const customer = companies.find(({ id }) => id === companyId);
  if (!customer) throw new Error(`the customer of deal ${dealId} is not there`);
  const { churnedAt } = customer;
  customer.churnedAt = null;
  return (at) => {
    customer.churnedAt = churnedAt;
    customer.changedAt = at;
  };
}

function slip({ deals }: SampleCompany, dealId: string): PutRight {
  const deal = deals.find(({ id }) => id === dealId);
  if (!deal) throw new Error(`deal ${dealId} is not there`);
  const { stages, closeAt } = deal;
  deal.stages = stages.map((version) => (version.value === 'closedwon' ? { ...version, at: version.at + SLIP } : version));
  deal.closeAt = closeAt && closeAt + SLIP;
  return (at) => {
    deal.stages = stages;
    deal.closeAt = closeAt;
    deal.changedAt = at;
  };
}
