import type { Clock } from '../clock.js';
import { SourceError } from '../source-error.js';
import type { SalesforceCredentials } from './settings.js';
import { tokenQuestion } from './token-question.js';

export interface Session {
  token: string;
  /** Where the org's API is; not always the address that was signed in at. */
  instanceUrl: string;
}

export interface Login {
  /** One sign-in for all who wait. Throws a SourceError that says what is wrong with the credentials. */
  session(signal: AbortSignal): Promise<Session>;
  /** Salesforce ended it, which only a 401 tells: tokens come without a lifetime. */
  forget(session: Session): void;
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
  let known: SalesforceCredentials = credentials;
  let current: Session | null = null;
  let signingIn: Promise<Session> | null = null;

  const signIn = async (signal: AbortSignal): Promise<Session> => {
    const answer = await ask(known, signal);
    if (known.kind === 'refresh token' && answer.refresh_token && answer.refresh_token !== known.refreshToken) {
      // The old one is dead from here on: whatever is not stored before it is used is lost by a crash.
      const rotated = { ...known, refreshToken: answer.refresh_token };
      await keepCredentials(rotated);
      known = rotated;
    }
    current = { token: answer.access_token, instanceUrl: trusted(answer.instance_url, baseUrl) };
    return current;
  };

  return {
    async session(signal) {
      if (current) return current;
      signingIn ??= signIn(signal).finally(() => {
        signingIn = null;
      });
      return signingIn;
    },
    forget(session) {
      if (current === session) current = null;
    },
  };
}

const SALESFORCE_HOST = /[.](salesforce|force|cloudforce)[.]com$|[.]salesforce[.]mil$|[.]sfcrmproducts[.]cn$/;

/** An answer must not send our token to just any host. */
function trusted(instanceUrl: string, baseUrl: string): string {
  const { origin, protocol, hostname } = new URL(instanceUrl);
  if (origin === new URL(baseUrl).origin || (protocol === 'https:' && SALESFORCE_HOST.test(hostname))) return origin;
  throw new SourceError('vendor', `Salesforce names ${origin} as the org's address, which was refused. Check the address ${baseUrl}.`);
}
