import { z } from 'zod';
import { type Clock, realClock } from '../clock.js';
import { connection } from '../http.js';
import { type Pace, pace } from '../pace.js';
import { SourceError } from '../source-error.js';
import type { ZendeskCredentials } from './settings.js';

/** https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/ */
const wireToken = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive().nullish(),
  refresh_token: z.string().min(1).nullish(),
});

const USUAL_SECONDS = 1_800;
/** A token this close to its end is not used any more. */
const MARGIN_MILLISECONDS = 60_000;

/** Who asks Zendesk, as headers. */
export interface Identity {
  headers(signal: AbortSignal): Promise<{ authorization: string }>;
  /** Null where there is no other identity to be had. */
  renew: (() => void) | null;
}

/** Legacy: e-mail and API token. */
function basic({ email, token }: { email: string; token: string }): Identity {
  const authorization = `Basic ${Buffer.from(`${email}/token:${token}`).toString('base64')}`;
  return { headers: async () => ({ authorization }), renew: null };
}

interface IdentityOptions {
  baseUrl: string;
  credentials: ZendeskCredentials;
  /** Stores what Zendesk has replaced. */
  keepCredentials: (credentials: ZendeskCredentials) => Promise<void>;
  clock?: Clock;
}

/** By client credentials there is no refresh token: a new token is minted before the old one ends. By a refresh token, the next comes with each. */
export function identity({ baseUrl, credentials, keepCredentials, clock = realClock }: IdentityOptions): Identity {
  if (credentials.kind === 'api token') return basic(credentials);
  const mint = minter({ baseUrl, credentials, keepCredentials, clock });
  let token: Promise<{ authorization: string; usableUntil: number }> | null = null;
  return {
    async headers(signal) {
      if (token && (await token).usableUntil <= clock.now()) token = null;
      // One minting for all who wait; a failed one is forgotten.
      token ??= mint(signal).catch((error: unknown) => {
        token = null;
        throw error;
      });
      return { authorization: (await token).authorization };
    },
    renew: () => {
      token = null;
    },
  };
}

type OauthCredentials = Exclude<ZendeskCredentials, { kind: 'api token' }>;

interface MinterOptions {
  baseUrl: string;
  credentials: OauthCredentials;
  keepCredentials: (credentials: ZendeskCredentials) => Promise<void>;
  clock: Clock;
}

function minter({ baseUrl, credentials, keepCredentials, clock }: MinterOptions) {
  let current = credentials;
  const mints: Pace = pace({ count: 10, windowMilliseconds: 60_000, clock });
  return async (signal: AbortSignal) => {
    const api = connection({ name: 'Zendesk', baseUrl, authorize: async () => ({}), secrets: secretsOf(current), clock });
    const body = grantOf(current);
    const answer = await api
      .ask(wireToken, { method: 'POST', path: '/oauth/tokens', body, pace: mints, signal })
      .catch((cause: unknown) => refused(cause, current));
    if (current.kind === 'oauth refresh token' && answer.refresh_token) {
      current = { ...current, refreshToken: answer.refresh_token };
      // The old one is dead by now: if this were lost, somebody would have to sign in again.
      await keepCredentials(current);
    }
    const lifetime = (answer.expires_in ?? USUAL_SECONDS) * 1000;
    return {
      authorization: `Bearer ${answer.access_token}`,
      usableUntil: clock.now() + Math.max(lifetime - MARGIN_MILLISECONDS, lifetime / 2),
    };
  };
}

const secretsOf = (credentials: OauthCredentials) =>
  credentials.kind === 'oauth' ? [credentials.clientSecret] : [credentials.clientSecret, credentials.refreshToken];

const grantOf = (credentials: OauthCredentials) => ({
  client_id: credentials.clientId,
  client_secret: credentials.clientSecret,
  scope: 'read',
  ...(credentials.kind === 'oauth'
    ? { grant_type: 'client_credentials' }
    : { grant_type: 'refresh_token', refresh_token: credentials.refreshToken }),
});

function refused(cause: unknown, { kind }: OauthCredentials): never {
  if (!(cause instanceof SourceError) || cause.status === null || cause.status < 400 || cause.status >= 429) throw cause;
  const message =
    kind === 'oauth'
      ? `Zendesk refuses the OAuth client (status ${cause.status}). Check the client id and secret, and that the client may use client credentials.`
      : `Zendesk refuses the refresh token (status ${cause.status}): it was used, has expired or was revoked. Sign in to Zendesk again.`;
  throw new SourceError('credentials', message, { cause, status: cause.status });
}
