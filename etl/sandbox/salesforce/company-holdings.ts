import type { Deal, SupportUser } from '../company/company.js';
import type { SampleCompany } from '../company/sample.js';
import type { Holdings } from './org.js';
import { fieldHistory, stageHistory } from './render-history.js';
import { accountRows, opportunityRow, ownerRow, stageRows, taskRow } from './render-sales.js';
import { agentRow, caseHistory, caseRow, comments, contactRow, mails, meetingRow } from './render-support.js';
import type { Row } from './sobject.js';

/** The sample company as Salesforce would hold it, rendered again when it has changed. */
export function companyHoldings(company: SampleCompany): Holdings {
  let revision = -1;
  let held = new Map<string, Row[]>();
  return () => {
    if (revision !== company.revision) held = render(company);
    revision = company.revision;
    return held;
  };
}

function render(company: SampleCompany): Map<string, Row[]> {
  const owners = new Map(company.owners.map((owner) => [owner.id, owner]));
  const wonCount = countWon(company.deals);
  const companyOf = companyFinder(company);
  const users = new Map(company.users.map((user) => [user.id, user]));
  const [agents, customers] = [company.users.filter(({ role }) => role === 'agent'), company.users.filter(({ role }) => role !== 'agent')];
  const ofTicket = (requesterId: string) => {
    const requester = users.get(requesterId);
    return requester === undefined ? null : companyOf(requester);
  };
  const customerAt = new Map(customers.map((user) => [companyOf(user), user.id]));
  const calls = company.tasks.filter(({ subject, completedAt }) => subject === 'Call with the customer' && completedAt !== null);
  const rows: Record<string, Row[]> = {
    User: [...company.owners.map(ownerRow), ...agents.map(agentRow)],
    OpportunityStage: stageRows(company.until - 900 * 86_400_000),
    Account: company.companies.flatMap((one) => accountRows(one, wonCount.get(one.id) ?? 0)),
    Contact: customers.map((user) => contactRow(user, companyOf)),
    Opportunity: company.deals.map(opportunityRow),
    OpportunityHistory: company.deals.flatMap(stageHistory),
    OpportunityFieldHistory: company.deals.flatMap((deal) => fieldHistory(deal, owners)),
    Task: company.tasks.map((task) => taskRow(task, company.until)),
    Event: calls.filter(({ id }) => Number(id) % 4 === 0).map((task) => meetingRow(task, customerAt.get(task.companyId ?? '') ?? null)),
    Case: company.tickets.map((ticket) => caseRow(ticket, ofTicket(ticket.requesterId))),
    CaseHistory: company.tickets.flatMap(caseHistory),
    CaseComment: company.tickets.flatMap(comments),
    EmailMessage: company.tickets.flatMap(mails),
  };
  return new Map(Object.entries(rows).map(([name, all]) => [name, all.sort((a, b) => (a.Id < b.Id ? -1 : 1))]));
}

function countWon(deals: Deal[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { companyId, stageId } of deals)
    if (companyId !== null && stageId === 'closedwon') counts.set(companyId, (counts.get(companyId) ?? 0) + 1);
  return counts;
}

/** In Salesforce support and sales share their accounts. */
function companyFinder({ companies, organizations }: SampleCompany): (user: SupportUser) => string | null {
  const known = new Map(companies.flatMap(({ id, mergedIds }) => [[id, id] as const, ...mergedIds.map((loser) => [loser, id] as const)]));
  const byDomain = new Map(companies.flatMap(({ id, domain }) => (domain === null ? [] : [[domain, id] as const])));
  const byId = new Map(organizations.map((organization) => [organization.id, organization]));
  return ({ organizationId }) => {
    const organization = organizationId === null ? undefined : byId.get(organizationId);
    if (organization === undefined) return null;
    const [domain] = organization.domains;
    return known.get(organization.companyId ?? '') ?? byDomain.get(domain ?? '') ?? null;
  };
}
