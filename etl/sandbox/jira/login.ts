import type { Answer, Request } from '../stand-in/fault.js';

export interface ApiToken {
  kind: 'api token' | 'scoped token';
  email: string;
  token: string;
}

export interface OauthLogin {
  kind: 'oauth';
  clientId: string;
  clientSecret: string;
  refreshToken: string;
}

export interface Allowed {
  classic: ApiToken;
  scoped: ApiToken;
  oauth: OauthLogin;
  tokenSeconds: number;
}

/** Three ways in: a classic token at the site, a scoped token or OAuth at the gateway. Each is refused at the other address. */
export class Login {
  private readonly expiresAt = new Map<string, number>();
  private refreshToken: string;

  constructor(
    private readonly allowed: Allowed,
    private readonly now: () => Date,
  ) {
    this.refreshToken = allowed.oauth.refreshToken;
  }

  /** Each use of a refresh token ends it and gives another. */
  refresh(request: Request): Answer {
    const body = (request.body ?? {}) as Record<string, unknown>;
    const { clientId, clientSecret } = this.allowed.oauth;
    if (body.client_id !== clientId || body.client_secret !== clientSecret)
      return { status: 401, body: { error: 'access_denied', error_description: 'Unauthorized' } };
    if (body.grant_type !== 'refresh_token' || body.refresh_token !== this.refreshToken)
      return { status: 403, body: { error: 'unauthorized_client', error_description: 'refresh_token is invalid' } };
    const nth = this.expiresAt.size + 1;
    this.refreshToken = `sample-refresh-${nth}`;
    const access = `sample-access-${nth}`;
    this.expiresAt.set(access, this.now().getTime() + this.allowed.tokenSeconds * 1000);
    return {
      status: 200,
      body: {
        access_token: access,
        refresh_token: this.refreshToken,
        expires_in: this.allowed.tokenSeconds,
        token_type: 'Bearer',
        scope: 'read:jira-work read:jira-user offline_access',
      },
    };
  }

  mayAsk(request: Request, atGateway: boolean): boolean {
    const given = String(request.headers.authorization ?? '');
    if (given.startsWith('Bearer ')) return atGateway && (this.expiresAt.get(given.slice('Bearer '.length)) ?? 0) > this.now().getTime();
    const { email, token } = atGateway ? this.allowed.scoped : this.allowed.classic;
    return given === `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`;
  }
}
