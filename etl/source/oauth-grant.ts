import { z } from 'zod';
import type { Clock } from './clock.js';
import { connection } from './http.js';
import { pace } from './pace.js';
import { SourceError } from './source-error.js';
import type { Minted } from './token.js';

/** https://www.rfc-editor.org/rfc/rfc6749#section-5.1 ; some vendors write the seconds as text. */
const wireToken = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().nullish(),
  refresh_token: z.string().min(1).nullish(),
});

export interface OauthGrant<Credentials> {
  /** As in `ConnectionOptions`. */
  name: string;
  baseUrl: string;
  path: string;
  /** What is sent: the grant type, and what proves who asks. */
  form(credentials: Credentials): Record<string, string>;
  /** Sent as HTTP Basic, where the vendor wants the app to say who it is that way. */
  client?(credentials: Credentials): { id: string; secret: string };
  /** The credentials with a refresh token that replaces theirs; absent for a grant without one. */
  replaced?(credentials: Credentials, refreshToken: string): Credentials;
  clock?: Clock;
}

const MINTS_PER_MINUTE = 10;
const LONGEST_MINTING_MILLISECONDS = 300_000;

/** `mint` of `tokens`, for a vendor that follows OAuth 2. Throws a SourceError of kind credentials when the vendor refuses them. */
export function oauthMint<Credentials>(grant: OauthGrant<Credentials>): (credentials: Credentials) => Promise<Minted<Credentials>> {
  const { name, baseUrl, path, clock } = grant;
  const calls = pace({ count: MINTS_PER_MINUTE, windowMilliseconds: 60_000, clock });
  return async (credentials) => {
    const form = grant.form(credentials);
    const client = grant.client?.(credentials);
    const basic: Record<string, string> = client
      ? { authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}` }
      : {};
    const secrets = [...Object.values(form), ...(client ? [client.secret] : [])];
    const api = connection({ name, baseUrl, authorize: async () => basic, secrets, clock });
    const signal = AbortSignal.timeout(LONGEST_MINTING_MILLISECONDS);
    const answer = await api.ask(wireToken, { method: 'POST', path, form, pace: calls, signal }).catch((cause: unknown) => {
      throw refused(name, cause);
    });
    const rotated = answer.refresh_token && grant.replaced ? grant.replaced(credentials, answer.refresh_token) : null;
    return { accessToken: answer.access_token, expiresInSeconds: answer.expires_in ?? null, credentials: rotated };
  };
}

function refused(name: string, cause: unknown): unknown {
  if (!(cause instanceof SourceError) || cause.status === null || ![400, 401, 403].includes(cause.status)) return cause;
  const message = `${name} does not accept the credentials any more (status ${cause.status}). Connect again. It said: ${cause.message}`;
  return new SourceError('credentials', message, { cause, status: cause.status });
}
