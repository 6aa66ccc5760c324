import type { z } from 'zod';
import type { Clock } from '../clock.js';
import type { HttpAnswer } from '../exchange.js';
import { connection, type Query } from '../http.js';
import { allOf, sharedPace } from '../pace.js';
import type { ZendeskCredentials, ZendeskSettings } from './settings.js';
import { identity } from './token.js';

const MINUTE = 60_000;
/** Zendesk's own numbers; a plan that grants more says so in its headers. */
const CURSOR_EXPORTS_PER_MINUTE = 20;
const TIME_EXPORTS_PER_MINUTE = 10;
const DELETED_LISTS_PER_MINUTE = 10;

export type Limit = 'usual' | 'cursor export' | 'time export' | 'deleted list';

export interface Question<Wire extends z.ZodType> {
  wire: Wire;
  path: string;
  query: Query;
  limit: Limit;
  /** Statuses that the caller answers itself. */
  handled?: number[];
  signal: AbortSignal;
}

export interface ZendeskClient {
  get<Wire extends z.ZodType>(question: Question<Wire>): Promise<z.output<Wire>>;
}

export interface ZendeskClientOptions {
  settings: ZendeskSettings;
  credentials: ZendeskCredentials;
  /** Stores credentials that Zendesk has replaced; awaited before the new ones are used. */
  keepCredentials: (credentials: ZendeskCredentials) => Promise<void>;
  clock?: Clock;
}

export function zendeskClient({ settings, credentials, keepCredentials, clock }: ZendeskClientOptions): ZendeskClient {
  const usual = sharedPace(`${settings.baseUrl} usual`, { count: settings.requestsPerMinute, windowMilliseconds: MINUTE, clock });
  const cursor = sharedPace(`${settings.baseUrl} cursor`, { count: CURSOR_EXPORTS_PER_MINUTE, windowMilliseconds: MINUTE, clock });
  const time = sharedPace(`${settings.baseUrl} time`, { count: TIME_EXPORTS_PER_MINUTE, windowMilliseconds: MINUTE, clock });
  const deleted = sharedPace(`${settings.baseUrl} deleted`, { count: DELETED_LISTS_PER_MINUTE, windowMilliseconds: MINUTE, clock });
  const paces = {
    usual,
    'cursor export': allOf([cursor, usual]),
    'time export': allOf([time, usual]),
    'deleted list': allOf([deleted, usual]),
  };
  const who = identity({ baseUrl: settings.baseUrl, credentials, keepCredentials, clock });
  const api = connection({
    name: 'Zendesk',
    baseUrl: settings.baseUrl,
    authorize: who.headers,
    ...(who.renew ? { renew: who.renew } : {}),
    onAnswer(answer) {
      learn(answer, 'x-rate-limit', usual.allow);
      learn(answer, 'zendesk-ratelimit-incremental-exports-cursor', cursor.allow);
      learn(answer, 'zendesk-ratelimit-incremental-exports', time.allow);
    },
    rateWaitMilliseconds: MINUTE,
    clock,
  });
  return { get: ({ wire, limit, ...ask }) => api.ask(wire, { ...ask, pace: paces[limit] }) };
}

/** '400', or 'total=20; remaining=19; resets=60'. */
function learn({ headers }: HttpAnswer, name: string, allow: (count: number) => void): void {
  const [, count] = /^(?:total=)?(\d+)/.exec(headers[name] ?? '') ?? [];
  if (Number(count) > 0) allow(Number(count));
}
