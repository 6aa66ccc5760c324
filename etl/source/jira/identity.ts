import type { Clock } from '../clock.js';
import type { ConnectionOptions } from '../http.js';
import { oauthMint } from '../oauth-grant.js';
import { tokens } from '../token.js';
import type { JiraCredentials } from './settings.js';

export interface IdentityOptions {
  loginUrl: string;
  credentials: JiraCredentials;
  /** Stores what Atlassian has replaced. */
  keepCredentials(credentials: JiraCredentials): Promise<void>;
  clock?: Clock;
}

/** Who asks Jira. Atlassian replaces the refresh token at each use. */
export function identity({
  loginUrl,
  credentials,
  keepCredentials,
  clock,
}: IdentityOptions): Pick<ConnectionOptions, 'authorize' | 'renew'> {
  if (credentials.kind !== 'oauth') {
    const authorization = `Basic ${Buffer.from(`${credentials.email}:${credentials.token}`).toString('base64')}`;
    return { authorize: async () => ({ authorization }) };
  }
  const mint = oauthMint<typeof credentials>({
    name: 'Atlassian',
    baseUrl: loginUrl,
    // https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/#use-a-refresh-token-to-get-another-access-token-and-refresh-token-pair
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
