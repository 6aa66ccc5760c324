import type { Books, Contact } from './books.js';
import { DAY } from './calendar.js';
import type { Company, Moment, Organization } from './company.js';
import { customerName, PEOPLE } from './customer-name.js';
import type { Random } from './random.js';

const REGIONS = ['DACH', 'UK & Ireland', 'Nordics', 'Benelux', 'Southern Europe', 'North America'] as const;
const INDUSTRIES = ['Logistics', 'Healthcare', 'Manufacturing', 'Retail', 'Financial services', 'Media', 'Public sector'] as const;

/** The region that one month goes wrong in. */
export const TROUBLED_REGION = 'DACH';

/** Writes a new company into the CRM. */
export function addCompany(books: Books, random: Random, options: { createdAt: Moment; region?: string }): Company {
  const { name, domain } = customerName(books.companies.length);
  const company: Company = {
    id: books.companyId(),
    name,
    domain: random.chance(0.03) ? null : domain,
    segment: random.chance(0.3) ? 'enterprise' : 'standard',
    region: options.region ?? random.pick(REGIONS),
    industry: random.chance(0.06) ? null : random.pick(INDUSTRIES),
    noticeGivenAt: null,
    churnedAt: null,
    mergedIds: [],
    createdAt: options.createdAt,
    changedAt: options.createdAt,
    archivedAt: null,
  };
  books.companies.push(company);
  return company;
}

/** How the support tool knows a company: three quarters by the CRM's id, the rest only by the domain of its mail. */
export function contactAt(books: Books, random: Random, company: Company): Contact {
  const known = books.contacts.get(company.id);
  if (known !== undefined) return known;
  const organization = addOrganization(books, random, company);
  const [requesterId] = Array.from({ length: random.whole(1, 2) }, () => addUser(books, random, { company, organization }));
  if (requesterId === undefined) throw new Error(`nobody at ${company.name} can write a ticket`);
  const contact = { organization, requesterId };
  books.contacts.set(company.id, contact);
  return contact;
}

function addOrganization(books: Books, random: Random, company: Company): Organization {
  const { name, domain, createdAt } = company;
  const linked = domain === null || random.chance(0.75);
  const domains = domain === null || (linked && random.chance(0.3)) ? [] : [domain];
  const id = books.organizationId();
  const organization = { id, name, companyId: linked ? company.id : null, domains, createdAt, changedAt: createdAt, archivedAt: null };
  books.organizations.push(organization);
  return organization;
}

function addUser(books: Books, random: Random, { company, organization }: { company: Company; organization: Organization }): string {
  const name = random.pick(PEOPLE);
  const id = books.userId();
  const email = `${name.toLowerCase().replaceAll(' ', '.')}.${id.slice(-4)}@${company.domain ?? `mail-${company.id}.example`}`;
  const { createdAt } = company;
  books.users.push({
    id,
    name,
    email,
    role: 'end-user',
    organizationId: organization.id,
    createdAt,
    changedAt: createdAt,
    archivedAt: null,
  });
  return id;
}

/** A second record of the same customer, made by somebody who did not look: the same domain, and every other time the one the support tool points to. */
export function addDuplicate(books: Books, company: Company): Company {
  const createdAt = company.createdAt + 2 * DAY;
  const name = company.name.replace(/ [^ ]+$/, '');
  const copy: Company = {
    ...company,
    id: books.companyId(),
    name,
    noticeGivenAt: null,
    churnedAt: null,
    mergedIds: [],
    createdAt,
    changedAt: createdAt,
  };
  books.companies.push(copy);
  const contact = books.contacts.get(company.id);
  if (contact !== undefined && books.planted.duplicateCompanyIds.length % 2 === 0) contact.organization.companyId = copy.id;
  return copy;
}
