import type { z } from 'zod';
import type { Clock } from '../clock.js';
import { connection, type Query } from '../http.js';
import { sharedPace } from '../pace.js';
import type { StripeSettings } from './settings.js';

/** The shapes of this date are what is read here, whatever the account's own version: https://docs.stripe.com/api/versioning */
export const STRIPE_VERSION = '2025-08-27.basil';

export interface StripeClient {
  get<Wire extends z.ZodType>(wire: Wire, path: string, query: Query, signal: AbortSignal): Promise<z.output<Wire>>;
}

export interface StripeClientOptions {
  settings: StripeSettings;
  apiKey: string;
  clock?: Clock;
}

export function stripeClient({ settings, apiKey, clock }: StripeClientOptions): StripeClient {
  const calls = sharedPace(`${settings.baseUrl} ${apiKey}`, { count: settings.requestsPerSecond, windowMilliseconds: 1_000, clock });
  const api = connection({
    name: 'Stripe',
    baseUrl: settings.baseUrl,
    authorize: async () => ({ authorization: `Bearer ${apiKey}`, 'stripe-version': STRIPE_VERSION }),
    // Stripe sends no Retry-After with its 429.
    rateWaitMilliseconds: 1_000,
    secrets: [apiKey],
    clock,
  });
  return { get: (wire, path, query, signal) => api.ask(wire, { path, query, pace: calls, signal }) };
}
