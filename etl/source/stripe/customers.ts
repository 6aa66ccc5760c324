import { z } from 'zod';
import { AccountLink, Person } from '../../warehouse/index.js';
import { parsed } from '../parsed.js';
import type { FactRow, Stream } from '../source.js';
import type { Stripe } from './reading.js';
import type { StripeMapping } from './settings.js';
import { idOf, stripeReads } from './stripe-stream.js';

/** https://docs.stripe.com/api/customers/object */
const wireCustomer = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  email: z.string().nullish(),
  description: z.string().nullish(),
  livemode: z.boolean(),
  metadata: z.record(z.string(), z.string()).default({}),
});
type Customer = z.output<typeof wireCustomer>;

const PATH = '/v1/customers';

export function customers(stripe: Stripe): Stream {
  const { settings } = stripe;
  const reads = stripeReads(stripe, {
    path: PATH,
    query: {},
    expand: [],
    eventTypes: ['customer.created', 'customer.updated', 'customer.deleted'],
    idOfEvent: (object) => (typeof object.id === 'string' ? object.id : null),
  });
  return {
    name: 'stripe.customers',
    ...reads,
    // A deletion is told by an event, which is forgotten after 30 days.
    sweep: { hours: settings.rereadHours, ids: (signal) => ids(stripe, signal) },
    idOf,
    read(payload) {
      const customer = parsed(wireCustomer, payload);
      const { id, livemode } = customer;
      return {
        externalId: id,
        changedAt: null,
        deletedAt: null,
        url: `https://dashboard.stripe.com/${livemode ? '' : 'test/'}customers/${id}`,
        rows: [
          { table: AccountLink, rows: [link(customer, settings.mapping)] },
          { table: Person, rows: person(customer) },
        ],
      };
    },
  };
}

const wireIds = z.object({ data: z.array(z.object({ id: z.string() })), has_more: z.boolean() });

async function* ids({ client, settings }: Stripe, signal: AbortSignal): AsyncIterable<string[]> {
  let after: string | null = null;
  do {
    const page: z.output<typeof wireIds> = await client.get(wireIds, PATH, { limit: settings.pageSize, starting_after: after }, signal);
    yield page.data.map(({ id }) => id);
    after = page.has_more ? (page.data.at(-1)?.id ?? null) : null;
  } while (after !== null);
}

function link(customer: Customer, mapping: StripeMapping): FactRow {
  const { id, metadata } = customer;
  const declared = mapping.accountKeys.map((key) => metadata[key]?.trim()).find(Boolean) ?? null;
  const pairs = Object.entries(mapping.customerDimensions).map(([dimension, key]) => [dimension, metadata[key]?.trim()]);
  return {
    externalId: id,
    name: customer.name || customer.description || null,
    domain: domainOf(metadata[mapping.domainKey]) ?? domainOf(emailOf(customer)?.split('@')[1]),
    declaredId: declared,
    dimensions: Object.fromEntries(pairs.filter(([, value]) => value)),
    // Billing never lends an account its name while the CRM knows it.
    startedAt: null,
  };
}

function domainOf(text: string | undefined): string | null {
  const domain = text
    ?.trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www[.]/, '')
    .replace(/\/.*$/, '');
  return domain || null;
}

const emailOf = ({ email }: Customer) => email?.trim().toLowerCase() || null;

function person(customer: Customer): FactRow[] {
  const email = emailOf(customer);
  if (email === null) return [];
  const { id } = customer;
  return [{ externalId: `customer:${id}`, name: null, email, internal: false, active: true, accountExternalId: id }];
}
