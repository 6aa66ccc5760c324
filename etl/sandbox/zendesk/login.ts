import type { Answer, Request } from '../stand-in/fault.js';
import { invalidClient, invalidToken, unauthenticated } from './error.js';

export interface OauthClient {
  kind: 'oauth';
  clientId: string;
  clientSecret: string;
}

export interface ApiToken {
  kind: 'api token';
  email: string;
  token: string;
}

/** Who may ask: a client that mints tokens of its own, or, the old way, a person's API token. */
export class Login {
  private readonly expiresAt = new Map<string, number>();

  constructor(
    private readonly allowed: { oauth: OauthClient; apiToken: ApiToken; tokenSeconds: number },
    private readonly now: () => Date,
  ) {}

  /** Client credentials only. There is no refresh token: before the end one asks again. */
  mint(request: Request): Answer {
    const { grant_type, client_id, client_secret, scope } = (request.body ?? {}) as Record<string, unknown>;
    const { oauth, tokenSeconds } = this.allowed;
    if (grant_type !== 'client_credentials')
      return { status: 400, body: { error: 'unsupported_grant_type', error_description: 'Use client_credentials.' } };
    if (client_id !== oauth.clientId || client_secret !== oauth.clientSecret) return invalidClient();
    const token = `sample-access-${this.expiresAt.size + 1}-${Math.random().toString(36).slice(2)}`;
    this.expiresAt.set(token, this.now().getTime() + tokenSeconds * 1000);
    return { status: 200, body: { access_token: token, token_type: 'bearer', scope: scope ?? 'read', expires_in: tokenSeconds } };
  }

  /** Null when the request is allowed. */
  refuse(request: Request): Answer | null {
    const given = request.headers.authorization;
    if (typeof given !== 'string') return unauthenticated();
    const { email, token } = this.allowed.apiToken;
    if (given.startsWith('Basic ')) return given === basic(`${email}/token:${token}`) ? null : unauthenticated();
    const expiresAt = this.expiresAt.get(given.replace(/^Bearer /, '')) ?? 0;
    return expiresAt > this.now().getTime() ? null : invalidToken();
  }
}

const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`;
