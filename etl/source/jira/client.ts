import type { z } from 'zod';
import type { Clock } from '../clock.js';
import type { HttpAnswer } from '../exchange.js';
import { connection, type Query } from '../http.js';
import { type Pace, sharedPace } from '../pace.js';
import { SourceError } from '../source-error.js';
import { identity } from './identity.js';
import type { JiraCredentials, JiraSettings } from './settings.js';

export interface JiraClient {
  get<Wire extends z.ZodType>(wire: Wire, path: string, query: Query, signal: AbortSignal): Promise<z.output<Wire>>;
  post<Wire extends z.ZodType>(wire: Wire, path: string, body: unknown, signal: AbortSignal): Promise<z.output<Wire>>;
}

export interface JiraClientOptions {
  settings: JiraSettings;
  credentials: JiraCredentials;
  keepCredentials(credentials: JiraCredentials): Promise<void>;
  clock?: Clock;
}

const SECOND = 1_000;
const API = '/rest/api/3';

/** Paths are given from `/rest/api/3` on. */
export function jiraClient({ settings, credentials, keepCredentials, clock }: JiraClientOptions): JiraClient {
  const calls = sharedPace(`${settings.baseUrl} ${whose(credentials)}`, {
    count: settings.requestsPerSecond,
    windowMilliseconds: SECOND,
    clock,
  });
  const api = connection({
    name: 'Jira',
    baseUrl: addressOf(settings, credentials),
    ...identity({ loginUrl: settings.loginUrl, credentials, keepCredentials, clock }),
    onAnswer: (answer) => slowDown(answer, calls, settings.requestsPerSecond),
    hopeless: usedUp,
    rateWaitMilliseconds: 5 * SECOND,
    clock,
  });
  return {
    get: (wire, path, query, signal) => api.ask(wire, { path: API + path, query, pace: calls, signal }),
    post: (wire, path, body, signal) => api.ask(wire, { method: 'POST', path: API + path, body, pace: calls, signal }),
  };
}

/** A classic token is answered at the site, everything else at the gateway; each gets a 401 at the other's address. */
function addressOf({ baseUrl, gatewayUrl, cloudId }: JiraSettings, { kind }: JiraCredentials): string {
  if (kind === 'api token') return baseUrl;
  if (cloudId === null)
    throw new SourceError('schema', `Jira: the cloud id is missing. It stands at ${baseUrl.replace(/\/+$/, '')}/_edge/tenant_info.`);
  return `${gatewayUrl.replace(/\/+$/, '')}/ex/jira/${encodeURIComponent(cloudId)}`;
}

/** Jira says when less than a fifth of a limit is left, without saying over which time it counts. */
function slowDown({ headers }: HttpAnswer, calls: Pace, usual: number): void {
  const [limit, remaining] = [Number(headers['x-ratelimit-limit']), Number(headers['x-ratelimit-remaining'] ?? Number.NaN)];
  const near = headers['x-ratelimit-nearlimit'] === 'true' || (limit > 0 && remaining <= limit / 5);
  calls.allow(near ? Math.max(1, usual / 5) : usual);
}

/** https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ : the quota of points is counted by the hour. */
function usedUp({ status, headers }: HttpAnswer): string | null {
  if (status !== 429 || !headers['ratelimit-reason']?.startsWith('jira-quota')) return null;
  const reset = headers['x-ratelimit-reset'];
  return `Jira: the quota of this hour is used up. Reading goes on ${reset ? `after ${resetAt(reset)}` : 'with the next hour'}.`;
}

/** Seconds since 1970, or ISO 8601. */
const resetAt = (text: string) => (/^\d+$/.test(text) ? new Date(Number(text) * SECOND).toISOString() : text.slice(0, 40));

/** What stays when the refresh token does not. */
const whose = (credentials: JiraCredentials) => (credentials.kind === 'oauth' ? credentials.clientId : credentials.email);
