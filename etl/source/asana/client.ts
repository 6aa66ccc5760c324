import type { z } from 'zod';
import type { Clock } from '../clock.js';
import { type ConnectionOptions, connection, type Query } from '../http.js';
import { sharedPace } from '../pace.js';
import { SourceError } from '../source-error.js';
import { identity } from './identity.js';
import type { AsanaCredentials, AsanaSettings } from './settings.js';

export interface AsanaClient {
  get<Wire extends z.ZodType>(wire: Wire, path: string, query: Query, signal: AbortSignal): Promise<z.output<Wire>>;
  /** The same where a refusal says something too: its body, when the answer has the status `refusal`. */
  getOr<Wire extends z.ZodType>(wire: Wire, question: RefusableQuestion): Promise<z.output<Wire>>;
}

export interface RefusableQuestion {
  path: string;
  query: Query;
  refusal: number;
  signal: AbortSignal;
}

export interface AsanaClientOptions {
  settings: AsanaSettings;
  credentials: AsanaCredentials;
  keepCredentials(credentials: AsanaCredentials): Promise<void>;
  clock?: Clock;
}

const MINUTE = 60_000;

/** Asana sends no headers about its limits: the pace is our own. */
export function asanaClient({ settings, credentials, keepCredentials, clock }: AsanaClientOptions): AsanaClient {
  const calls = sharedPace(`${settings.baseUrl} ${whose(credentials)}`, {
    count: settings.requestsPerMinute,
    windowMilliseconds: MINUTE,
    clock,
  });
  const options: ConnectionOptions = {
    name: 'Asana',
    baseUrl: settings.baseUrl,
    ...identity({ loginUrl: settings.loginUrl, credentials, keepCredentials, clock }),
    rateWaitMilliseconds: MINUTE,
    clock,
  };
  const api = connection(options);
  return {
    get: (wire, path, query, signal) => api.ask(wire, { path, query, pace: calls, signal }),
    async getOr(wire, { refusal, ...ask }) {
      let said: unknown = null;
      const onAnswer: ConnectionOptions['onAnswer'] = ({ status, text }) => {
        said = status === refusal ? text : null;
      };
      try {
        return await connection({ ...options, onAnswer }).ask(wire, { ...ask, pace: calls });
      } catch (error) {
        if (!(error instanceof SourceError) || error.status !== refusal || said === null) throw error;
        return refused(wire, String(said), error);
      }
    },
  };
}

function refused<Wire extends z.ZodType>(wire: Wire, text: string, error: SourceError): z.output<Wire> {
  try {
    return wire.parse(JSON.parse(text));
  } catch {
    throw error;
  }
}

/** What stays when the refresh token does not. */
const whose = (credentials: AsanaCredentials) => (credentials.kind === 'token' ? credentials.token : credentials.clientId);
