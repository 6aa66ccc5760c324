import type { Answer, Request } from '../stand-in/fault.js';
import { invalidClient, invalidGrant, invalidToken, unauthenticated } from './error.js';

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

export interface RefreshToken {
  kind: 'oauth refresh token';
  clientId: string;
  clientSecret: string;
  refreshToken: string;
}

/** Who may ask: a client that mints tokens of its own, or, the old way, a person's API token. */
export class Login {
  private readonly expiresAt = new Map<string, number>();
  private minted = 0;
  /** The one that works now. */
  refreshToken = 'sample-refresh-first';

  constructor(
    private readonly allowed: { oauth: OauthClient; apiToken: ApiToken; tokenSeconds: number },
    private readonly now: () => Date,
  ) {}

  /** By client credentials, as often as one likes; by a refresh token, once: the next comes with the answer, and the old access token ends. */
  mint(request: Request): Answer {
    const { grant_type, client_id, client_secret, scope, refresh_token } = (request.body ?? {}) as Record<string, unknown>;
    const { oauth, tokenSeconds } = this.allowed;
    if (grant_type !== 'client_credentials' && grant_type !== 'refresh_token')
      return { status: 400, body: { error: 'unsupported_grant_type', error_description: 'Use client_credentials or refresh_token.' } };
    if (client_id !== oauth.clientId || client_secret !== oauth.clientSecret) return invalidClient();
    const told = { token_type: 'bearer', scope: scope ?? 'read', expires_in: tokenSeconds };
    if (grant_type === 'client_credentials') return { status: 200, body: { access_token: this.accessToken(), ...told } };
    if (refresh_token !== this.refreshToken) return invalidGrant();
    this.expiresAt.clear();
    const access_token = this.accessToken();
    this.refreshToken = `sample-refresh-${Math.random().toString(36).slice(2)}`;
    return { status: 200, body: { access_token, refresh_token: this.refreshToken, refresh_token_expires_in: 7_776_000, ...told } };
  }

  private accessToken(): string {
    this.minted += 1;
    const token = `sample-access-${this.minted}-${Math.random().toString(36).slice(2)}`;
    this.expiresAt.set(token, this.now().getTime() + this.allowed.tokenSeconds * 1000);
    return token;
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
