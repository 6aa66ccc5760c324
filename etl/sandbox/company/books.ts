import type { Company, Deal, Organization, Owner, Rating, SupportUser, Task, Ticket } from './company.js';
import type { HandoffTruth, Planted } from './truth.js';

/** How a company is known in the support tool. */
export interface Contact {
  organization: Organization;
  requesterId: string;
}

/** The records written so far, and the next free id of each kind. */
export class Books {
  readonly owners: Owner[] = [];
  readonly companies: Company[] = [];
  readonly deals: Deal[] = [];
  readonly tasks: Task[] = [];
  readonly organizations: Organization[] = [];
  readonly users: SupportUser[] = [];
  readonly tickets: Ticket[] = [];
  readonly ratings: Rating[] = [];
  readonly handoffs: HandoffTruth[] = [];
  /** By the id of the company. */
  readonly contacts = new Map<string, Contact>();
  private steps = 0;
  private lost = 0;

  constructor(readonly planted: Planted) {}

  companyId = (): string => String(18_100_000_000 + 7 * (this.companies.length + this.lost));
  dealId = (): string => String(22_400_000_000 + 13 * this.deals.length);
  taskId = (): string => String(65_090_000_000 + 3 * this.tasks.length);
  organizationId = (): string => String(360_001_000_000 + 11 * this.organizations.length);
  userId = (): string => String(380_002_000_000 + 5 * this.users.length);
  ticketId = (): string => String(1001 + this.tickets.length);
  ratingId = (): string => String(62_001 + this.ratings.length);
  stepId = (): string => {
    this.steps += 1;
    return String(926_000_000_000 + 10 * this.steps);
  };

  /** The id of a company that nobody finds any more. */
  vanishedCompanyId(): string {
    const id = this.companyId();
    this.lost += 1;
    return id;
  }
}

export const nothingPlanted = (): Planted => ({
  badRepId: '',
  departedCsmId: '',
  signal: { region: '', from: 0, to: 0 },
  restated: null,
  fridayEveningDealIds: [],
  emptyBriefDealIds: [],
  promiseGapDealIds: [],
  unspokenPromiseGapDealIds: [],
  brieflyReopenedDealIds: [],
  longReopenedDealIds: [],
  archivedDealIds: [],
  withoutHistoryDealIds: [],
  movedCloseDateDealIds: [],
  ownerlessDealIds: [],
  excludedDealIds: [],
  duplicateCompanyIds: [],
  mergedCompanies: [],
  unmatchedTicketIds: [],
  deletedTicketIds: [],
  nearMisses: [],
});
