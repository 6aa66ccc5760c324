import type { Company, Deal, Moment, Organization, Owner, Rating, SupportUser, Task, Ticket } from './company.js';
import type { Truth } from './truth.js';

/** Everything two years of a made-up B2B software firm left behind in its CRM and its support tool. */
export interface SampleCompany {
  portalId: string;
  seed: number;
  /** The moment at which the story ends. */
  until: Moment;
  /** Goes up with every `change`, so that a running stand-in serves what changed. */
  revision: number;
  owners: Owner[];
  companies: Company[];
  deals: Deal[];
  tasks: Task[];
  organizations: Organization[];
  users: SupportUser[];
  tickets: Ticket[];
  ratings: Rating[];
  /** What really happened; no source tells it. */
  truth: Truth;
}
