import type { z } from 'zod';
import type { Clock } from '../clock.js';
import { connection, type Query } from '../http.js';
import { sharedPace } from '../pace.js';
import { addressOf, type IntercomCredentials, type IntercomSettings } from './settings.js';

/** Pinned: without it a workspace answers in whatever version its app was made with. */
export const INTERCOM_VERSION = '2.15';

const SLICE = 10_000;

export interface Question<Wire extends z.ZodType> {
  wire: Wire;
  path: string;
  query?: Query;
  /** Makes it a POST, which for Intercom is a search. */
  body?: unknown;
  /** Statuses that the caller answers itself. */
  handled?: number[];
  signal: AbortSignal;
}

export interface IntercomClient {
  ask<Wire extends z.ZodType>(question: Question<Wire>): Promise<z.output<Wire>>;
}

export interface IntercomClientOptions {
  settings: IntercomSettings;
  credentials: IntercomCredentials;
  clock?: Clock;
}

export function intercomClient({ settings, credentials, clock }: IntercomClientOptions): IntercomClient {
  const slice = sharedPace(`${addressOf(settings)} ${credentials.token}`, {
    count: settings.requestsPerTenSeconds,
    windowMilliseconds: SLICE,
    clock,
  });
  const api = connection({
    name: 'Intercom',
    baseUrl: addressOf(settings),
    authorize: async () => ({ authorization: `Bearer ${credentials.token}`, 'intercom-version': INTERCOM_VERSION }),
    onAnswer({ headers }) {
      const granted = Number(headers['x-ratelimit-limit']);
      // Ours may be lower on purpose: other apps share the workspace.
      if (granted > 0) slice.allow(Math.min(granted, settings.requestsPerTenSeconds));
    },
    // A 429 carries no Retry-After: the next slice is the answer.
    rateWaitMilliseconds: SLICE,
    clock,
  });
  return {
    ask: ({ wire, body, ...ask }) => api.ask(wire, { ...ask, pace: slice, ...(body === undefined ? {} : { method: 'POST', body }) }),
  };
}
