import { z } from 'zod';
import type { Clock } from '../clock.js';
import type { Query } from '../http.js';
import type { Source } from '../source.js';
import { SourceError } from '../source-error.js';
import { sourceKind } from '../source-kind.js';
import { stripeClient } from './client.js';
import { customers } from './customers.js';
import type { Stripe } from './reading.js';
import { type StripeSettings, stripeCredentials, stripeSettings } from './settings.js';
import { subscriptions } from './subscriptions.js';

export interface StripeOptions {
  settings: StripeSettings;
  apiKey: string;
  now: () => Date;
  /** By which the connection waits. */
  clock?: Clock;
}

/** Stripe Billing, read by a restricted key. */
export function stripe({ settings, apiKey, now, clock }: StripeOptions): Source {
  const account: Stripe = { client: stripeClient({ settings, apiKey, clock }), settings, now };
  return {
    kind: 'stripe',
    streams: [customers(account), subscriptions(account)],
    test: (signal) => testPermissions(account, signal),
  };
}

/** What a restricted key must be allowed to read, as Stripe's page of keys calls it, and the smallest question that shows it. */
const PERMISSIONS: [name: string, path: string, query: Query][] = [
  ['Customers', '/v1/customers', {}],
  ['Subscriptions', '/v1/subscriptions', { status: 'all' }],
  ['Products', '/v1/products', {}],
  ['Events', '/v1/events', {}],
];

/** Throws one SourceError that names every permission that is missing. */
async function testPermissions({ client }: Stripe, signal: AbortSignal): Promise<void> {
  const missing: string[] = [];
  for (const [name, path, query] of PERMISSIONS) {
    try {
      await client.get(z.object({ data: z.array(z.unknown()) }), path, { ...query, limit: 1 }, signal);
    } catch (error) {
      if (!(error instanceof SourceError) || error.status !== 403) throw error;
      missing.push(name);
    }
  }
  if (missing.length === 0) return;
  throw new SourceError(
    'scope',
    `Stripe: the key may not read ${missing.join(', ')}. Give it "Read" for them under Developers, API keys.`,
    {
      status: 403,
    },
  );
}

export const stripeKind = sourceKind({
  kind: 'stripe',
  name: 'Stripe',
  about: 'Customers and subscriptions: when service began and ended, when notice was given, why, and what a year is worth.',
  settings: stripeSettings,
  credentials: stripeCredentials,
  open: ({ settings, credentials, now }) => stripe({ settings, apiKey: credentials.apiKey, now }),
});
