import type { z } from 'zod';
import type { Clock } from '../clock.js';
import { connection, type Query } from '../http.js';
import { sharedPace } from '../pace.js';
import type { SurveymonkeySettings } from './settings.js';

const MINUTE = 60_000;
const LIMIT = 'x-ratelimit-app-global';

export interface SurveymonkeyClient {
  get<Wire extends z.ZodType>(wire: Wire, path: string, query: Query, signal: AbortSignal): Promise<z.output<Wire>>;
  /** Scopes that the token was granted, as the last answer told; null before the first, or where answers do not tell. */
  granted(): Set<string> | null;
}

export interface SurveymonkeyClientOptions {
  settings: SurveymonkeySettings;
  token: string;
  /** By which the connection waits. */
  clock?: Clock;
}

export function surveymonkeyClient({ settings, token, clock }: SurveymonkeyClientOptions): SurveymonkeyClient {
  const calls = sharedPace(`${settings.baseUrl} ${token}`, { count: settings.requestsPerMinute, windowMilliseconds: MINUTE, clock });
  let granted: Set<string> | null = null;
  const api = connection({
    name: 'SurveyMonkey',
    baseUrl: settings.baseUrl,
    authorize: async () => ({ authorization: `Bearer ${token}` }),
    onAnswer({ headers }) {
      const perMinute = Number(headers[`${LIMIT}-minute-limit`]);
      // Two less than allowed: another client of the same app may be asking too.
      if (perMinute > 2) calls.allow(perMinute - 2);
      const scopes = headers['x-oauth-scopes-granted'];
      if (scopes !== undefined) granted = new Set(scopes.split(/[\s,]+/).filter(Boolean));
    },
    hopeless: ({ status, headers }) => (status === 429 && headers[`${LIMIT}-day-remaining`] === '0' ? dayUsedUp(headers) : null),
    rateWaitMilliseconds: MINUTE,
    secrets: [token],
    clock,
  });
  return { get: (wire, path, query, signal) => api.ask(wire, { path, query, pace: calls, signal }), granted: () => granted };
}

function dayUsedUp(headers: Record<string, string | undefined>): string {
  const seconds = Number(headers[`${LIMIT}-day-reset`]);
  const when = seconds > 0 ? `in ${Math.ceil(seconds / 3600)} hours` : 'tomorrow';
  return `SurveyMonkey: the app's requests of today (${headers[`${LIMIT}-day-limit`] ?? 'all'}) are used up. Reading goes on ${when}.`;
}
