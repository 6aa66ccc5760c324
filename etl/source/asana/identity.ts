import type { Clock } from '../clock.js';
import type { ConnectionOptions } from '../http.js';
import { oauthMint } from '../oauth-grant.js';
import { tokens } from '../token.js';
import type { AsanaCredentials } from './settings.js';

export interface IdentityOptions {
  loginUrl: string;
  credentials: AsanaCredentials;
  /** Stores what Asana has replaced. */
  keepCredentials(credentials: AsanaCredentials): Promise<void>;
  clock?: Clock;
}

/** Who asks Asana. An OAuth token lives an hour; the refresh token stays, and should Asana ever replace it, the new one is kept. */
export function identity({
  loginUrl,
  credentials,
  keepCredentials,
  clock,
}: IdentityOptions): Pick<ConnectionOptions, 'authorize' | 'renew'> {
  if (credentials.kind === 'token') return { authorize: async () => ({ authorization: `Bearer ${credentials.token}` }) };
  const mint = oauthMint<typeof credentials>({
    name: 'Asana',
    baseUrl: loginUrl,
    // https://developers.asana.com/docs/oauth#token-exchange-endpoint
    path: '/-/oauth_token',
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
