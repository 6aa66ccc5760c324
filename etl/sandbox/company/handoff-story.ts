import type { Books } from './books.js';
import { everFilled, fillBrief, transferredAt } from './brief.js';
import { DAY, fridayEvening, lastMatureMonth } from './calendar.js';
import type { Company, Moment } from './company.js';
import { addCompany, addDuplicate, contactAt, TROUBLED_REGION } from './customer.js';
import { type Defect, defectOf } from './defect.js';
import { type Journey, journey } from './journey.js';
import type { Csm, Rep, Staff } from './people.js';
import { type Random, randomFor } from './random.js';
import { support } from './support.js';
import { addTasks } from './tasks.js';
import { wonDeal } from './won-deal.js';

export interface Setting {
  seed: number;
  until: Moment;
  staff: Staff;
  agentIds: string[];
}

/** Customers of long standing who may buy a second product. */
export type Regulars = { company: Company; since: Moment }[];

interface Parties {
  company: Company;
  again: boolean;
  rep: Rep;
  csm: Csm;
  troubled: boolean;
}

/** Writes the n-th won deal with everything that follows from it into both tools, and what it means into the truth. */
export function addHandoff(books: Books, setting: Setting, { n, wonAt, regulars }: { n: number; wonAt: Moment; regulars: Regulars }): void {
  const { seed, until, staff } = setting;
  const random = randomFor(seed, 'handoff', n);
  const defect = defectOf(n, wonAt, until);
  const parties = meet(books, random, { setting, wonAt, regulars, plain: defect === null });
  const { company, rep, csm, troubled } = parties;
  const brief = fillBrief(random, { care: rep.briefCare, wonAt, until });
  const told = journey(random, {
    wonAt,
    until,
    segment: company.segment,
    rep,
    csm,
    brief,
    troubled,
    mayChurn: !parties.again,
    ownerless: defect === 'ownerless',
  });
  noteLeaving(company, told);
  const id = books.dealId();
  const implementationOwnerId = random.pick(staff.implementationOwnerIds);
  const conversationAsTask = random.chance(0.5);
  const successor = random.pick(staff.csms.filter((other) => other.leftAt === null && other !== csm));
  const successorId = csm.leftAt !== null && random.chance(0.3) ? null : successor.ownerId;
  const deal = wonDeal(random, {
    ...parties,
    id,
    successorId,
    implementationOwnerId,
    wonAt,
    until,
    brief,
    journey: told,
    defect,
    conversationAsTask,
  });
  books.deals.push(deal);
  if (defect === 'archived') return void books.planted.archivedDealIds.push(id);
  const stop = Math.min(until, told.churnedAt ?? until);
  const csmId = deal.csm.at(-1)?.value ?? null;
  const contactedAt = addTasks(books, randomFor(seed, 'tasks', n), {
    dealId: id,
    company,
    csmId,
    implementationOwnerId,
    wonAt,
    stop,
    until,
    journey: told,
    conversationAsTask,
  });
  const { organization, requesterId } = contactAt(books, random, company);
  const talkers = { organizationId: organization.id, requesterId, agentId: random.pick(setting.agentIds) };
  const { greetedAt, ...heard } = support(books, randomFor(seed, 'support', n), {
    wonAt,
    stop,
    until,
    brief,
    journey: told,
    talkers,
    troubled,
  });
  books.handoffs.push({
    dealId: id,
    companyId: company.id,
    segment: company.segment,
    region: company.region,
    repId: rep.ownerId,
    csmId,
    wonAt,
    ...moments(told),
    welcomeAt: earliest(told.welcomeAt, greetedAt),
    knowledgeTransferAt: transferredAt(brief, told.briefAcceptedAt),
    sectionsAtWon: everFilled(brief, wonAt).length,
    missingSections: told.missingSections,
    fridayEvening: fridayEvening(wonAt),
    ...heard,
    contactedAt,
  });
  plant(books, { dealId: id, defect, company, told, wonAt });
  if (regulars.at(-1)?.company !== company) regulars.push({ company, since: wonAt });
}

function meet(books: Books, random: Random, given: { setting: Setting; wonAt: Moment; regulars: Regulars; plain: boolean }): Parties {
  const { setting, wonAt, regulars, plain } = given;
  const { staff, until } = setting;
  const month = lastMatureMonth(until);
  const inMonth = wonAt >= month.from && wonAt < month.to;
  const [repeats, campaign] = [random.chance(0.05), random.chance(0.35)];
  const regular = repeats && plain && regulars.length > 0 ? random.pick(regulars) : null;
  const again = regular !== null && regular.since < wonAt - 200 * DAY && regular.company.churnedAt === null;
  const days = random.logNormal(60, 0.6);
  const region = inMonth && campaign ? TROUBLED_REGION : undefined;
  const company = again
    ? regular.company
    : addCompany(books, random, { createdAt: Math.floor(wonAt - days * DAY), ...(region === undefined ? {} : { region }) });
  if (again) regular.since = wonAt;
  const rep = random.chance(0.09) ? staff.badRep : random.pick(staff.reps.filter((other) => other !== staff.badRep));
  const csm = random.pick(staff.csms.filter((other) => other.leftAt === null || other.leftAt > wonAt + 5 * DAY));
  return { company, again, rep, csm, troubled: inMonth && company.region === TROUBLED_REGION };
}

function noteLeaving(company: Company, told: Journey): void {
  company.noticeGivenAt ??= told.noticeGivenAt;
  company.churnedAt ??= told.churnedAt;
  company.changedAt = Math.max(company.changedAt, company.noticeGivenAt ?? 0, company.churnedAt ?? 0);
}

const earliest = (one: Moment | null, two: Moment | null): Moment | null =>
  one === null || two === null ? (one ?? two) : Math.min(one, two);

function moments(told: Journey): Omit<Journey, 'onboardingTasksAt' | 'missingSections'> {
  const { onboardingTasksAt: _, missingSections: __, ...rest } = told;
  return rest;
}

function plant(books: Books, done: { dealId: string; defect: Defect | null; company: Company; told: Journey; wonAt: Moment }): void {
  const { planted } = books;
  const { dealId, defect, company, told } = done;
  if (fridayEvening(done.wonAt)) planted.fridayEveningDealIds.push(dealId);
  if (told.missingSections === 6) planted.emptyBriefDealIds.push(dealId);
  if (told.promiseGapAt !== null) planted.promiseGapDealIds.push(dealId);
  if (told.promiseGapAt !== null && told.promiseConversationAt === null) planted.unspokenPromiseGapDealIds.push(dealId);
  if (defect === 'brief reopening') planted.brieflyReopenedDealIds.push(dealId);
  if (defect === 'long reopening') planted.longReopenedDealIds.push(dealId);
  if (defect === 'without history') planted.withoutHistoryDealIds.push(dealId);
  if (defect === 'moved close date') planted.movedCloseDateDealIds.push(dealId);
  if (defect === 'ownerless') planted.ownerlessDealIds.push(dealId);
  if (defect === 'duplicate' && company.domain !== null) planted.duplicateCompanyIds.push([company.id, addDuplicate(books, company).id]);
  if (defect === 'merged') mergeInto(books, company, done.wonAt);
}

/** Another company was merged into this one; the support tool still has the id that is gone. */
function mergeInto(books: Books, company: Company, at: Moment): void {
  const loserId = books.vanishedCompanyId();
  company.mergedIds.push(loserId);
  company.changedAt = Math.max(company.changedAt, at + 6 * DAY);
  const contact = books.contacts.get(company.id);
  if (contact !== undefined) contact.organization.companyId = loserId;
  books.planted.mergedCompanies.push({ winnerId: company.id, loserId });
}
