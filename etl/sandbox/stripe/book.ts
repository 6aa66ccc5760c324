/** Seconds since 1970, as Stripe counts. */
export type Seconds = number;

export interface StripeCustomer {
  id: string;
  created: Seconds;
  name: string;
  email: string | null;
  metadata: Record<string, string>;
  deleted: boolean;
}

export interface StripePrice {
  id: string;
  product: string;
  /** Minor units; null for a price by tiers. */
  unitAmount: number | null;
  tiers: { upTo: number | null; unitAmount: number }[];
  interval: 'month' | 'year';
  metered: boolean;
}

export interface StripeSubscription {
  id: string;
  customerId: string;
  created: Seconds;
  start: Seconds;
  status: 'active' | 'trialing' | 'past_due' | 'canceled' | 'incomplete_expired';
  currency: string;
  canceledAt: Seconds | null;
  endedAt: Seconds | null;
  cancelAtPeriodEnd: boolean;
  trialEnd: Seconds | null;
  paused: boolean;
  feedback: string | null;
  comment: string | null;
  percentOff: number | null;
  items: { id: string; quantity: number; price: StripePrice }[];
}

export interface StripeEvent {
  id: string;
  created: Seconds;
  type: string;
  /** The object as it was, in some older version: enough to know which. */
  object: Record<string, unknown>;
}

/** Everything one account holds; oldest first. */
export class StripeBook {
  readonly customers: StripeCustomer[] = [];
  readonly subscriptions: StripeSubscription[] = [];
  readonly products: { id: string; name: string; created: Seconds }[] = [];
  readonly events: StripeEvent[] = [];

  happened(type: string, object: { id: string; kind: 'customer' | 'subscription' }, at: Seconds): void {
    const id = `evt_${String(this.events.length + 1).padStart(8, '0')}`;
    this.events.push({ id, created: at, type, object: { id: object.id, object: object.kind } });
  }

  /** The id of the product of a name, added when there is none yet. */
  product(name: string, created: Seconds): string {
    const known = this.products.find((each) => each.name === name);
    if (known) return known.id;
    const id = `prod_${String(this.products.length + 1).padStart(6, '0')}`;
    this.products.push({ id, name, created });
    return id;
  }

  changeCustomers(ids: string[], at: Seconds): void {
    for (const customer of this.customers.filter(({ id }) => ids.includes(id))) {
      customer.name = `${customer.name} (new)`;
      this.happened('customer.updated', { id: customer.id, kind: 'customer' }, at);
    }
  }

  removeCustomers(ids: string[], at: Seconds): void {
    for (const customer of this.customers.filter(({ id }) => ids.includes(id))) {
      customer.deleted = true;
      this.happened('customer.deleted', { id: customer.id, kind: 'customer' }, at);
    }
  }

  changeSubscription(id: string, change: Partial<StripeSubscription>, at: Seconds): void {
    const found = this.subscriptions.find((one) => one.id === id);
    if (!found) throw new Error(`There is no subscription ${id}.`);
    Object.assign(found, change);
    const type = found.endedAt === null ? 'updated' : 'deleted';
    this.happened(`customer.subscription.${type}`, { id, kind: 'subscription' }, at);
  }
}

export const blank = (id: string, customerId: string, at: Seconds): StripeSubscription => ({
  id,
  customerId,
  created: at,
  start: at,
  status: 'active',
  currency: 'usd',
  canceledAt: null,
  endedAt: null,
  cancelAtPeriodEnd: false,
  trialEnd: null,
  paused: false,
  feedback: null,
  comment: null,
  percentOff: null,
  items: [],
});
