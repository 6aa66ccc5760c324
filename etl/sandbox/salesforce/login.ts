import type { Answer, Request } from '../stand-in/fault.js';
import { expired } from './error.js';

export interface ClientCredentials {
  kind: 'client credentials';
  clientId: string;
  clientSecret: string;
}

export interface RefreshToken {
  kind: 'refresh token';
  clientId: string;
  clientSecret: string;
  refreshToken: string;
}

interface Allowed {
  app: ClientCredentials;
  /** The first refresh token; each use replaces it. */
  refreshToken: string;
  sessionSeconds: number;
}

const refused = (status: number, error: string, description: string): Answer => ({
  status,
  body: { error, error_description: description },
});

/** An external client app: it signs in for a run-as user, or by a refresh token that is good for one use. */
export class Login {
  private readonly endsAt = new Map<string, number>();
  private refreshToken: string;
  private signedIn = 0;

  constructor(
    private readonly allowed: Allowed,
    private readonly now: () => Date,
  ) {
    this.refreshToken = allowed.refreshToken;
  }

  signIn(request: Request, instanceUrl: string): Answer {
    if (request.method !== 'POST') return { status: 405, body: '' };
    if (!String(request.headers['content-type']).startsWith('application/x-www-form-urlencoded'))
      return refused(400, 'unsupported_grant_type', 'grant type not supported');
    const { grant_type, client_id, client_secret, refresh_token } = (request.body ?? {}) as Record<string, unknown>;
    const { app } = this.allowed;
    if (client_id !== app.clientId) return refused(400, 'invalid_client_id', 'client identifier invalid');
    if (client_secret !== app.clientSecret) return refused(400, 'invalid_client', 'invalid client credentials');
    if (grant_type === 'client_credentials') return this.session(instanceUrl, {});
    if (grant_type !== 'refresh_token') return refused(400, 'unsupported_grant_type', 'grant type not supported');
    if (refresh_token !== this.refreshToken) return refused(400, 'invalid_grant', 'expired access/refresh token');
    this.refreshToken = `${this.allowed.refreshToken}-${this.signedIn + 1}`;
    return this.session(instanceUrl, { refresh_token: this.refreshToken });
  }

  /** Null when the request is allowed. */
  refuse(request: Request): Answer | null {
    const token = String(request.headers.authorization ?? '').replace(/^Bearer /, '');
    return (this.endsAt.get(token) ?? 0) > this.now().getTime() ? null : expired();
  }

  /** Ends every session, as an admin or an idle org does. */
  endSessions(): void {
    this.endsAt.clear();
  }

  /** It says when it was issued and not how long it lives. */
  private session(instanceUrl: string, more: Record<string, string>): Answer {
    this.signedIn += 1;
    const access_token = `00D000000000001!sample.${this.signedIn}.${Math.random().toString(36).slice(2)}`;
    this.endsAt.set(access_token, this.now().getTime() + this.allowed.sessionSeconds * 1000);
    const id = `${instanceUrl}/id/00D000000000001AAA/005000000000001AAA`;
    const issued = { id, instance_url: instanceUrl, token_type: 'Bearer', issued_at: String(this.now().getTime()), signature: 'c2FtcGxl' };
    return { status: 200, body: { access_token, ...issued, ...more } };
  }
}
