import type { z } from 'zod';
import type { Clock } from '../clock.js';
import { type ConnectionOptions, connection, type Query } from '../http.js';
import { oauthMint } from '../oauth-grant.js';
import { sharedPace } from '../pace.js';
import { tokens } from '../token.js';
import type { TypeformCredentials, TypeformSettings } from './settings.js';

export interface TypeformClient {
  get<Wire extends z.ZodType>(wire: Wire, path: string, query: Query, signal: AbortSignal): Promise<z.output<Wire>>;
}

export interface TypeformClientOptions {
  settings: TypeformSettings;
  credentials: TypeformCredentials;
  /** Stores what Typeform has replaced. */
  keepCredentials(credentials: TypeformCredentials): Promise<void>;
  clock?: Clock;
}

const SECOND = 1_000;

/** Typeform sends no headers about its limits: the pace is our own. */
export function typeformClient(options: TypeformClientOptions): TypeformClient {
  const { settings, clock } = options;
  const calls = sharedPace(`${settings.baseUrl} ${whose(options.credentials)}`, {
    count: settings.requestsPerSecond,
    windowMilliseconds: SECOND,
    clock,
  });
  const api = connection({ name: 'Typeform', baseUrl: settings.baseUrl, ...identity(options), rateWaitMilliseconds: 5 * SECOND, clock });
  return { get: (wire, path, query, signal) => api.ask(wire, { path, query, pace: calls, signal }) };
}

function identity({
  settings,
  credentials,
  keepCredentials,
  clock,
}: TypeformClientOptions): Pick<ConnectionOptions, 'authorize' | 'renew'> {
  if (credentials.kind === 'token') return { authorize: async () => ({ authorization: `Bearer ${credentials.token}` }) };
  const mint = oauthMint<typeof credentials>({
    name: 'Typeform',
    baseUrl: settings.baseUrl,
    // https://www.typeform.com/developers/get-started/applications/#use-a-refresh-token-to-get-a-new-access-token
    path: '/oauth/token',
    form: ({ clientId, clientSecret, refreshToken }) => ({
      grant_type: 'refresh_token',
      client_id: clientId,
      client_secret: clientSecret,
      refresh_token: refreshToken,
    }),
    replaced: (known, refreshToken) => ({ ...known, refreshToken }),
    clock,
  });
  return tokens({ credentials, mint, keepCredentials, clock });
}

/** What stays when the refresh token does not. */
const whose = (credentials: TypeformCredentials) => (credentials.kind === 'token' ? credentials.token : credentials.clientId);
