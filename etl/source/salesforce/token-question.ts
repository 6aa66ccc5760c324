import { z } from 'zod';
import type { Clock } from '../clock.js';
import type { HttpAnswer } from '../exchange.js';
import { connection } from '../http.js';
import { pace } from '../pace.js';
import { SourceError } from '../source-error.js';
import type { SalesforceCredentials } from './settings.js';

/** https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_client_credentials_flow.htm : no `expires_in`. */
const wireToken = z.object({ access_token: z.string().min(1), instance_url: z.url(), refresh_token: z.string().min(1).optional() });
const wireRefusal = z.object({ error: z.string(), error_description: z.string().default('') });

type SalesforceToken = z.output<typeof wireToken>;

/** Salesforce locks out a user who signs in too often. */
const SIGN_INS_PER_MINUTE = 10;
/** Milliseconds. It does not end with the one who waits: half a rotation would lose the connection. */
const LONGEST_SIGN_IN = 300_000;

/** Throws a SourceError that says what is wrong with the credentials. */
export function tokenQuestion({ baseUrl, clock }: { baseUrl: string; clock?: Clock }) {
  const calls = pace({ count: SIGN_INS_PER_MINUTE, windowMilliseconds: 60_000, clock });
  return async (credentials: SalesforceCredentials): Promise<SalesforceToken> => {
    const form = formOf(credentials);
    let last: HttpAnswer | null = null;
    const onAnswer = (answer: HttpAnswer) => {
      last = answer;
    };
    const secrets = [form.client_secret, form.refresh_token].filter((secret) => secret !== undefined);
    const api = connection({ name: 'Salesforce', baseUrl, authorize: async () => ({}), onAnswer, secrets, clock });
    try {
      return await api.ask(wireToken, {
        method: 'POST',
        path: '/services/oauth2/token',
        form,
        pace: calls,
        signal: AbortSignal.timeout(LONGEST_SIGN_IN),
      });
    } catch (error) {
      throw refused(error, last) ?? error;
    }
  };
}

function formOf(credentials: SalesforceCredentials): Record<string, string> {
  const { clientId, clientSecret } = credentials;
  const client = { client_id: clientId, ...(clientSecret === null ? {} : { client_secret: clientSecret }) };
  if (credentials.kind === 'client credentials') return { grant_type: 'client_credentials', ...client };
  return { grant_type: 'refresh_token', ...client, refresh_token: credentials.refreshToken };
}

/** https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_flow_errors.htm */
const NEXT_STEP: Record<string, string> = {
  invalid_client_id: 'Check the consumer key.',
  invalid_client: 'Check the consumer key and secret.',
  invalid_grant:
    'A refresh token was revoked or used up: connect again. For client credentials: name a run-as user in the app and enter the My Domain address.',
  unsupported_grant_type: 'Switch on this OAuth flow in the external client app.',
  inactive_user: 'The run-as user is not active.',
  inactive_org: 'The org is not active.',
};

/** Null when it is no refusal of the credentials. */
function refused(cause: unknown, answer: HttpAnswer | null): SourceError | null {
  if (!(cause instanceof SourceError) || answer === null || answer.status !== cause.status) return null;
  if (answer.status < 400 || answer.status >= 429) return null;
  const said = wireRefusal.safeParse(jsonOf(answer.text)).data;
  if (said === undefined) return null;
  const message = `Salesforce refuses to sign in (${said.error.slice(0, 60)}). ${NEXT_STEP[said.error] ?? 'Enter valid credentials.'}`;
  return new SourceError('credentials', message, { cause, status: answer.status });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
