import { z } from 'zod';
import type { Clock } from '../clock.js';
import type { HttpAnswer } from '../exchange.js';
import { type Connection, connection, type Query } from '../http.js';
import { allOf, type Pace, sharedPace } from '../pace.js';
import type { HubspotSettings } from './settings.js';

/** HubSpot dates its API twice a year and supports each date for 18 months: this is the one place that names it. */
export const HUBSPOT_API_VERSION = '2026-09';

const WINDOW = 10_000;
/** Search has no headers and its own limit of 5 a second for the whole account. */
const SEARCHES_PER_SECOND = 4;

export interface HubspotClient {
  get<Wire extends z.ZodType>(wire: Wire, path: string, query: Query, signal: AbortSignal): Promise<z.output<Wire>>;
  /** A question asked by POST; a search waits for its own, narrower limit. */
  post<Wire extends z.ZodType>(wire: Wire, path: string, body: unknown, signal: AbortSignal): Promise<z.output<Wire>>;
}

export interface HubspotClientOptions {
  settings: HubspotSettings;
  token: string;
  clock?: Clock;
}

export function hubspotClient({ settings, token, clock }: HubspotClientOptions): HubspotClient {
  const account = `${settings.baseUrl} ${token}`;
  const calls = sharedPace(account, { count: settings.requestsPerTenSeconds, windowMilliseconds: WINDOW, clock });
  const searches = allOf([sharedPace(`${account} search`, { count: SEARCHES_PER_SECOND, windowMilliseconds: 1_000, clock }), calls]);
  const api: Connection = connection({
    name: 'HubSpot',
    baseUrl: settings.baseUrl,
    authorize: async () => ({ authorization: `Bearer ${token}` }),
    onAnswer: (answer) => learnLimit(answer, calls),
    hopeless: dailyLimit,
    rateWaitMilliseconds: WINDOW,
    clock,
  });
  return {
    get: (wire, path, query, signal) => api.ask(wire, { path, query, pace: calls, signal }),
    post: (wire, path, body, signal) =>
      api.ask(wire, { method: 'POST', path, body, pace: path.endsWith('/search') ? searches : calls, signal }),
  };
}

/** The plan's own number comes with each answer but those of search: 100, 110, 190 or 250 in ten seconds. */
function learnLimit(answer: HttpAnswer, pace: Pace): void {
  const count = Number(answer.headers['x-hubspot-ratelimit-max']);
  const perWindow = Number(answer.headers['x-hubspot-ratelimit-interval-milliseconds']);
  if (count > 0 && perWindow === WINDOW) pace.allow(count);
}

const wireRateError = z.object({ policyName: z.string() });

function dailyLimit(answer: HttpAnswer): string | null {
  if (answer.status !== 429 || !answer.text.includes('DAILY')) return null;
  const { success, data } = wireRateError.safeParse(JSON.parse(answer.text));
  if (!success || data.policyName !== 'DAILY') return null;
  return "HubSpot: today's requests are used up. Reading goes on after midnight of the portal's time zone.";
}
