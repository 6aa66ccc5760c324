import type { Clock } from '../clock.js';
import { SourceError } from '../source-error.js';
import { type Tokens, tokens } from '../token.js';
import type { SalesforceCredentials } from './settings.js';
import { tokenQuestion } from './token-question.js';

/** Tokens come without a lifetime: one is used until it is refused. */
export interface Login extends Tokens {
  /** Where the org's API is, which is not always where one signs in. Signs in when nobody has. */
  instanceUrl(signal: AbortSignal): Promise<string>;
}

export interface LoginOptions {
  baseUrl: string;
  credentials: SalesforceCredentials;
  /** Stores credentials with a new refresh token. */
  keepCredentials(credentials: unknown): Promise<void>;
  clock?: Clock;
}

export function login({ baseUrl, credentials, keepCredentials, clock }: LoginOptions): Login {
  const ask = tokenQuestion({ baseUrl, clock });
  let instanceUrl = baseUrl;
  const held = tokens<SalesforceCredentials>({
    credentials,
    keepCredentials,
    clock,
    async mint(known) {
      const answer = await ask(known);
      instanceUrl = trusted(answer.instance_url, baseUrl);
      return { accessToken: answer.access_token, expiresInSeconds: null, credentials: rotated(known, answer.refresh_token) };
    },
  });
  return {
    ...held,
    async instanceUrl(signal) {
      await held.authorize(signal);
      return instanceUrl;
    },
  };
}

/** Null while the refresh token stays the same. */
function rotated(known: SalesforceCredentials, refreshToken: string | undefined): SalesforceCredentials | null {
  if (known.kind !== 'refresh token' || refreshToken === undefined || refreshToken === known.refreshToken) return null;
  return { ...known, refreshToken };
}

const SALESFORCE_HOST = /[.](salesforce|force|cloudforce)[.]com$|[.]salesforce[.]mil$|[.]sfcrmproducts[.]cn$/;

/** An answer must not send our token to just any host. */
function trusted(instanceUrl: string, baseUrl: string): string {
  const { origin, protocol, hostname } = new URL(instanceUrl);
  if (origin === new URL(baseUrl).origin || (protocol === 'https:' && SALESFORCE_HOST.test(hostname))) return origin;
  throw new SourceError('vendor', `Salesforce names ${origin} as the org's address, which was refused. Check the address ${baseUrl}.`);
}
