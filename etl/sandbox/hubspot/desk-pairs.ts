import type { Kept } from '../company/company.js';
import type { SampleCompany } from '../company/sample.js';
import { contactsOf, lineItemsOf, meetingsOf, submissionsOf, ticketsOf } from './desk.js';

type Pair = [from: string, to: string];

/** HubSpot's own numbers, and which record of the service desk belongs to which. */
export const DESK_LINKS: Record<string, { typeIds: number[]; pairs: (company: SampleCompany) => Pair[] }> = {
  'contacts/companies': { typeIds: [1, 279], pairs: (company) => pairs(contactsOf(company), ({ companyId }) => companyId) },
  'tickets/companies': { typeIds: [26, 339], pairs: (company) => pairs(ticketsOf(company), ({ companyId }) => companyId) },
  'tickets/contacts': { typeIds: [16], pairs: (company) => pairs(ticketsOf(company), ({ contactId }) => contactId) },
  'tickets/deals': { typeIds: [28], pairs: () => [] },
  'feedback_submissions/contacts': { typeIds: [97], pairs: (company) => pairs(submissionsOf(company), ({ contactId }) => contactId) },
  'feedback_submissions/tickets': { typeIds: [99], pairs: (company) => pairs(submissionsOf(company), ({ ticketId }) => ticketId) },
  'feedback_submissions/companies': { typeIds: [95], pairs: () => [] },
  'deals/line_items': {
    typeIds: [19],
    pairs: (company) => pairs(lineItemsOf(company), ({ dealId }) => dealId).map(([item, deal]) => [deal, item]),
  },
  'meetings/deals': { typeIds: [212], pairs: (company) => pairs(meetingsOf(company), ({ dealId }) => dealId) },
  'meetings/companies': { typeIds: [188], pairs: (company) => pairs(meetingsOf(company), ({ companyId }) => companyId) },
  'calls/deals': { typeIds: [206], pairs: () => [] },
  'calls/companies': { typeIds: [182], pairs: () => [] },
  'emails/deals': { typeIds: [210], pairs: () => [] },
  'emails/companies': { typeIds: [186], pairs: () => [] },
};

function pairs<T extends Kept>(records: T[], other: (record: T) => string | null): Pair[] {
  return records.flatMap((record): Pair[] => {
    const to = record.archivedAt === null ? other(record) : null;
    return to === null ? [] : [[record.id, to]];
  });
}
