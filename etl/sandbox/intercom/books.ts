import type { Organization, Rating, SupportUser, Ticket } from '../company/company.js';
import type { SampleCompany } from '../company/sample.js';
import { type Told, updatedAt, wireConversation } from './conversation.js';
import { objectId, seconds } from './id.js';
import type { Row } from './search.js';
import { wireCompany, wireContact } from './wire.js';

/** New contacts are found some minutes late. */
const CONTACT_LAG_SECONDS = 300;

interface Shelf {
  users: Map<string, SupportUser>;
  tickets: Map<string, Ticket>;
  ratings: Map<string, Rating>;
  companies: Map<string, unknown>;
}

/** The company in Intercom's words, brought up to date when it changes. */
export class Books {
  private revision = -1;
  private held: Shelf | null = null;

  constructor(
    private readonly company: SampleCompany,
    private readonly now: () => Date,
  ) {}

  agents(): SupportUser[] {
    return this.company.users.filter(({ role, archivedAt }) => role === 'agent' && archivedAt === null);
  }

  conversation(id: string): Told | null {
    const ticket = this.shelf().tickets.get(id);
    return ticket === undefined ? null : this.told(ticket);
  }

  conversations(): Row[] {
    return [...this.shelf().tickets.values()].map((ticket) => {
      const told = this.told(ticket);
      return {
        id: ticket.id,
        created_at: seconds(ticket.createdAt),
        updated_at: seconds(updatedAt(told)),
        wire: () => wireConversation(told, false),
      };
    });
  }

  contacts(): Row[] {
    const indexed = seconds(this.now().getTime()) - CONTACT_LAG_SECONDS;
    return this.company.users
      .filter(({ role, archivedAt, changedAt }) => role === 'end-user' && archivedAt === null && seconds(changedAt) <= indexed)
      .map((user) => ({
        id: user.id,
        created_at: seconds(user.createdAt),
        updated_at: seconds(user.changedAt),
        wire: () => wireContact(user),
      }));
  }

  /** Those that somebody belongs to; the others are in no list. */
  companies(): unknown[] {
    return [...this.shelf().companies.values()];
  }

  private told(ticket: Ticket): Told {
    const { ratings, users, companies } = this.shelf();
    // Only some conversations say their company; of the others it is that of who asked.
    const said = ticket.organizationId !== null && Number(ticket.id) % 2 === 0;
    const company = said ? (companies.get(objectId('company', ticket.organizationId ?? '0')) ?? null) : null;
    return { ticket, rating: ratings.get(ticket.id) ?? null, users, company };
  }

  private shelf(): Shelf {
    if (this.held !== null && this.revision === this.company.revision) return this.held;
    const { users, tickets, ratings, organizations } = this.company;
    this.revision = this.company.revision;
    this.held = {
      users: new Map(users.map((user) => [user.id, user])),
      tickets: new Map(tickets.filter(({ archivedAt }) => archivedAt === null).map((ticket) => [ticket.id, ticket])),
      ratings: new Map(ratings.map((rating) => [rating.ticketId, rating])),
      companies: new Map(organizations.flatMap((one) => this.companyOf(one))),
    };
    return this.held;
  }

  private companyOf(organization: Organization): [string, unknown][] {
    const users = this.company.users.filter(({ organizationId, archivedAt }) => organizationId === organization.id && archivedAt === null);
    if (users.length === 0 || organization.archivedAt !== null) return [];
    const company = this.company.companies.find(({ id }) => id === organization.companyId) ?? null;
    return [[objectId('company', organization.id), wireCompany(organization, { company, users: users.length })]];
  }
}
