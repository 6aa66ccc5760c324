import type { Brief } from './brief.js';
import { DAY } from './calendar.js';
import type { Company, Deal, Moment, Version } from './company.js';
import type { Defect } from './defect.js';
import type { Journey } from './journey.js';
import type { Csm, Rep } from './people.js';
import { NEW_BUSINESS } from './pipelines.js';
import type { Random } from './random.js';
import { reopened, wayThrough } from './stages.js';

export const PRODUCTS = ['Flow Standard', 'Flow Plus', 'Flow Warehouse'] as const;
export const LEAD_SOURCES = ['Inbound', 'Partner', 'Event', 'Outbound', 'Referral'] as const;

export interface Won {
  id: string;
  company: Company;
  rep: Rep;
  csm: Csm;
  /** Who takes over when the CSM leaves; null when nobody does. */
  successorId: string | null;
  implementationOwnerId: string;
  wonAt: Moment;
  until: Moment;
  brief: Brief;
  journey: Journey;
  defect: Defect | null;
  conversationAsTask: boolean;
}

/** A won new-business deal as the CRM shows it. */
export function wonDeal(random: Random, won: Won): Deal {
  const { company, wonAt, until, journey, defect } = won;
  const amount = Math.round(random.logNormal(company.segment === 'enterprise' ? 72_000 : 13_500, 0.5) / 100) * 100;
  const noArr = random.chance(0.08);
  const stages = stageHistory(random, won);
  const createdAt = Math.min(stages[0]?.at ?? wonAt - 30 * DAY, ...Object.values(won.brief).map((versions) => versions[0]?.at ?? wonAt));
  const archivedAt = defect === 'archived' ? wonAt + 10 * DAY : null;
  const product = random.pick(PRODUCTS);
  const leadSource = random.pick(LEAD_SOURCES);
  const onlyByTasks = random.chance(0.3);
  const deal: Deal = {
    id: won.id,
    companyId: company.id,
    name: `${company.name} - ${product}`,
    kind: 'newbusiness',
    amount: random.chance(0.02) ? null : amount,
    currency: 'EUR',
    arr: noArr ? null : Math.round(amount * 0.85),
    pipelineId: NEW_BUSINESS.id,
    stageId: 'closedwon',
    stages: defect === 'without history' ? [] : stages,
    closeAt: defect === 'moved close date' ? wonAt - random.whole(2, 9) * DAY : wonAt,
    repId: won.rep.ownerId,
    csm: csmVersions(random, won),
    implementationOwnerId: random.chance(0.85) ? won.implementationOwnerId : null,
    product,
    leadSource: random.chance(0.05) ? null : leadSource,
    brief: won.brief,
    briefAcceptedAt: journey.briefAcceptedAt,
    kickoffScheduledAt: journey.kickoffScheduledAt,
    firstValueAt: journey.firstValueAt,
    onboardingCompletedAt: onlyByTasks ? null : journey.onboardingCompletedAt,
    promiseGapAt: journey.promiseGapAt,
    promiseConversationAt: won.conversationAsTask ? null : journey.promiseConversationAt,
    mergedIds: [],
    createdAt,
    changedAt: createdAt,
    archivedAt,
  };
  deal.changedAt = archivedAt ?? Math.min(until, lastChange(deal));
  return deal;
}

function stageHistory(random: Random, { wonAt, company, defect }: Won): Version<string>[] {
  const days = random.logNormal(company.segment === 'enterprise' ? 95 : 42, 0.4);
  if (defect === 'long reopening') {
    const firstWonAt = wonAt - 31 * DAY;
    const way = wayThrough(random, { createdAt: Math.floor(firstWonAt - days * DAY), endsAt: firstWonAt, last: 'closedwon' });
    return [...way, ...reopened(firstWonAt, 30)];
  }
  const way = wayThrough(random, { createdAt: Math.floor(wonAt - days * DAY), endsAt: wonAt, last: 'closedwon' });
  return defect === 'brief reopening' ? [...way, ...reopened(wonAt, 3)] : way;
}

/** From the naming on; with another name when the first one leaves, and now and then earlier. */
function csmVersions(random: Random, { journey, csm, successorId, wonAt, until }: Won): Version<string | null>[] {
  const [changes, days] = [random.chance(0.06), random.between(8, 40)];
  if (journey.ownerNamedAt === null) return [];
  const versions: Version<string | null>[] = [{ at: journey.ownerNamedAt, value: csm.ownerId }];
  if (csm.leftAt !== null && csm.leftAt > journey.ownerNamedAt && successorId !== null)
    versions.push({ at: csm.leftAt, value: successorId });
  else if (changes && csm.leftAt === null) {
    const at = Math.floor(wonAt + days * DAY);
    versions.push({ at, value: successorId });
  }
  return versions.filter((version) => version.at <= until);
}

function lastChange(deal: Deal): Moment {
  const moments = [
    deal.createdAt,
    deal.briefAcceptedAt,
    deal.kickoffScheduledAt,
    deal.firstValueAt,
    deal.onboardingCompletedAt,
    deal.promiseGapAt,
    deal.promiseConversationAt,
    deal.stages.at(-1)?.at ?? deal.closeAt,
    deal.csm.at(-1)?.at ?? null,
    ...Object.values(deal.brief).map((versions) => versions.at(-1)?.at ?? null),
  ];
  return Math.max(...moments.filter((at) => at !== null));
}
