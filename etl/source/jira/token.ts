import { z } from 'zod';
import { type Clock, realClock } from '../clock.js';
import { connection } from '../http.js';
import { pace } from '../pace.js';
import { SourceError } from '../source-error.js';
import type { JiraCredentials } from './settings.js';

type OauthCredentials = JiraCredentials & { kind: 'oauth' };

/** https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/#use-a-refresh-token-to-get-another-access-token-and-refresh-token-pair */
const wireToken = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  expires_in: z.number().positive().default(3_600),
});

/** A token this close to its end is not used any more. */
const MARGIN_MILLISECONDS = 60_000;

/** Who asks Jira, as headers. */
export interface Identity {
  headers(signal: AbortSignal): Promise<{ authorization: string }>;
  /** Null where there is no other identity to be had. */
  renew: (() => void) | null;
}

export interface IdentityOptions {
  loginUrl: string;
  credentials: JiraCredentials;
  /** Stores what Atlassian has replaced. */
  keepCredentials(credentials: JiraCredentials): Promise<void>;
  clock?: Clock;
}

export function identity(options: IdentityOptions): Identity {
  const { credentials } = options;
  if (credentials.kind === 'oauth') return rotating({ ...options, credentials });
  const authorization = `Basic ${Buffer.from(`${credentials.email}:${credentials.token}`).toString('base64')}`;
  return { headers: async () => ({ authorization }), renew: null };
}

/** Atlassian replaces the refresh token at each use: the new one is stored before the access token that came with it is used. */
function rotating({ credentials, clock = realClock, ...options }: IdentityOptions & { credentials: OauthCredentials }): Identity {
  let held: Promise<OauthCredentials> = Promise.resolve(credentials);
  let refused = false;
  const usable = ({ accessToken, expiresAt }: OauthCredentials) =>
    !refused && accessToken != null && (expiresAt ?? 0) - MARGIN_MILLISECONDS > clock.now();
  let refreshing: Promise<OauthCredentials> | null = null;
  const refreshed = async (known: OauthCredentials, signal: AbortSignal) => {
    const next = await refresh({ ...options, clock, credentials: known }, signal);
    refused = false;
    held = Promise.resolve(next);
    return next;
  };
  return {
    async headers(signal) {
      const known = await held;
      if (usable(known)) return { authorization: `Bearer ${known.accessToken}` };
      // One refresh for all who wait.
      refreshing ??= refreshed(known, signal).finally(() => {
        refreshing = null;
      });
      return { authorization: `Bearer ${(await refreshing).accessToken}` };
    },
    renew: () => {
      refused = true;
    },
  };
}

async function refresh(
  { loginUrl, credentials, keepCredentials, clock = realClock }: IdentityOptions & { credentials: OauthCredentials },
  signal: AbortSignal,
): Promise<OauthCredentials> {
  const { clientId, clientSecret, refreshToken } = credentials;
  const secrets = [clientSecret, refreshToken];
  const login = connection({ name: 'Atlassian', baseUrl: loginUrl, authorize: async () => ({}), secrets, clock });
  const body = { grant_type: 'refresh_token', client_id: clientId, client_secret: clientSecret, refresh_token: refreshToken };
  const refreshes = pace({ count: 10, windowMilliseconds: 60_000, clock });
  try {
    const answer = await login.ask(wireToken, { method: 'POST', path: '/oauth/token', body, pace: refreshes, signal });
    const expiresAt = clock.now() + answer.expires_in * 1000;
    const next = { ...credentials, refreshToken: answer.refresh_token ?? refreshToken, accessToken: answer.access_token, expiresAt };
    await keepCredentials(next);
    return next;
  } catch (cause) {
    if (!(cause instanceof SourceError) || cause.status === null || cause.status >= 429) throw cause;
    const message = `Atlassian refuses the refresh token (status ${cause.status}). Connect Jira again: a refresh token ends after 90 days without use and with every newer one.`;
    throw new SourceError('credentials', message, { cause, status: cause.status });
  }
}
