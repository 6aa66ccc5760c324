import type { Query } from '../http.js';
import type { StripeClient } from './client.js';
import type { StripeSettings } from './settings.js';

/** What streams of one Stripe account share. */
export interface Stripe {
  client: StripeClient;
  settings: StripeSettings;
  now: () => Date;
}

/** One kind of object: where it is listed, and which events say that one of it changed. */
export interface StripeList {
  path: string;
  query: Query;
  /** Of one object; of a list each is prefixed by 'data.'. */
  expand: string[];
  eventTypes: string[];
  /** Which object an event is about; null for one that names none. */
  idOfEvent(object: Record<string, unknown>): string | null;
  /** Adds to the records what else must be read with them. */
  joined?(records: unknown[], signal: AbortSignal): Promise<unknown[]>;
}

/** One pass over one kind of object. */
export interface Reading extends Stripe {
  list: StripeList;
  signal: AbortSignal;
}

export interface Changed {
  id: string;
  /** When the last event about it was; null when no event told. */
  at: Date | null;
}
