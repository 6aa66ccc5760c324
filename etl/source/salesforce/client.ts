import type { z } from 'zod';
import type { Clock } from '../clock.js';
import type { HttpAnswer } from '../exchange.js';
import { type Ask, type Connection, connection, type Query } from '../http.js';
import { type Pace, sharedPace } from '../pace.js';
import { dailyUsage } from './daily-usage.js';
import { login } from './login.js';
import { explained, saidBy } from './salesforce-error.js';
import type { SalesforceCredentials, SalesforceSettings } from './settings.js';

/** Salesforce numbers its API three times a year and keeps each for years: this is the one place that names it. */
export const SALESFORCE_API_VERSION = '66.0';

interface Asking {
  /** Below the versioned root, as '/limits'; or from the root of the host where it begins with '/services/'. */
  path: string;
  query?: Query;
  /** Makes it a POST. */
  body?: unknown;
  headers?: Record<string, string>;
  signal: AbortSignal;
}

export interface Question<Wire extends z.ZodType> extends Asking {
  wire: Wire;
}

export interface SalesforceClient {
  /** Throws a SalesforceError where Salesforce says by a code why it refuses. */
  ask<Wire extends z.ZodType>(question: Question<Wire>): Promise<z.output<Wire>>;
  /** An answer that is CSV, with its headers. */
  csv(question: Asking): Promise<HttpAnswer>;
}

export interface SalesforceClientOptions {
  settings: SalesforceSettings;
  credentials: SalesforceCredentials;
  keepCredentials(credentials: unknown): Promise<void>;
  clock?: Clock;
}

export function salesforceClient({ settings, credentials, keepCredentials, clock }: SalesforceClientOptions): SalesforceClient {
  const signIn = login({ baseUrl: settings.baseUrl, credentials, keepCredentials, clock });
  const usage = dailyUsage(settings.dailyShare);
  const calls = sharedPace(settings.baseUrl, { count: settings.requestsPerSecond, windowMilliseconds: 1_000, clock });
  /** Its address is known only after signing in, and what went wrong only from the answer itself: hence a connection for each question. */
  const asking = async <Wanted>(signal: AbortSignal, ask: (api: Connection) => Promise<Wanted>): Promise<Wanted> => {
    usage.check();
    let last: HttpAnswer | null = null;
    const api = connection({
      name: 'Salesforce',
      baseUrl: await signIn.instanceUrl(signal),
      authorize: signIn.authorize,
      renew: signIn.renew,
      onAnswer(answer) {
        last = answer;
        usage.learn(answer);
      },
      hopeless: dailyLimit,
      clock,
    });
    try {
      return await ask(api);
    } catch (error) {
      throw explained(error, last);
    }
  };
  return {
    ask: ({ wire, ...question }) => asking(question.signal, (api) => api.ask(wire, askOf(question, calls))),
    csv: (question) => asking(question.signal, (api) => api.askText({ ...askOf(question, calls), headers: { accept: 'text/csv' } })),
  };
}

const askOf = ({ path, ...rest }: Asking, pace: Pace): Ask => ({
  ...rest,
  method: rest.body === undefined ? 'GET' : 'POST',
  path: path.startsWith('/services/') ? path : `/services/data/v${SALESFORCE_API_VERSION}${path}`,
  pace,
});

/** The same code also says that too much runs at once, which passes. */
function dailyLimit(answer: HttpAnswer): string | null {
  if (answer.status !== 403) return null;
  const said = saidBy(answer);
  if (said?.errorCode !== 'REQUEST_LIMIT_EXCEEDED' || said.message.includes('Concurrent')) return null;
  return "Salesforce: the org's requests of the last 24 hours are used up. Reading goes on when there is room again.";
}
