import type { Answer, Request } from './stand-in/fault.js';
import { RollingLimit } from './stand-in/rolling-limit.js';
import { serve } from './stand-in/serve.js';
import type { StandIn } from './stand-in/stand-in.js';
import { type Asked, listForms, listResponses, notFound, showForm, tooMany, unauthorized } from './typeform/answers.js';
import type { TypeformBook } from './typeform/book.js';

export interface TypeformOptions {
  now?: () => Date;
  /** 0, the default, takes any free port. */
  port?: number;
  /** Typeform grants 2. */
  perSecond?: number;
  /** How long a new answer stays out of the lists. */
  lagMilliseconds?: number;
}

export interface TypeformOauth {
  kind: 'oauth';
  clientId: string;
  clientSecret: string;
  refreshToken: string;
}

export type TypeformStandIn = StandIn<{ kind: 'token'; token: string }> & {
  oauth: TypeformOauth;
  /** Requests that were refused because the limit was used up. */
  refused(): number;
};

const ROUTES: [path: RegExp, answer: (asked: Asked) => Answer][] = [
  [/^\/forms$/, listForms],
  [/^\/forms\/[^/]+$/, showForm],
  [/^\/forms\/[^/]+\/responses$/, listResponses],
];

/** Plays Typeform over one account, which may be answered while it is served. */
export async function startTypeformStandIn(book: TypeformBook, options: TypeformOptions = {}): Promise<TypeformStandIn> {
  const now = options.now ?? (() => new Date());
  const credentials = { kind: 'token' as const, token: 'tfp_sample_token' };
  const oauth: TypeformOauth = {
    kind: 'oauth',
    clientId: 'baton',
    clientSecret: 'sample-typeform-secret',
    refreshToken: 'sample-tf-refresh-0',
  };
  const login = new Login(oauth);
  const limit = new RollingLimit(options.perSecond ?? 2, 1_000);
  let refused = 0;
  const answer = (request: Request): Answer => {
    if (request.method === 'POST' && request.path === '/oauth/token') return login.mint(request);
    const given = String(request.headers.authorization ?? '').replace(/^Bearer /, '');
    if (given !== credentials.token && given !== login.token) return unauthorized();
    if (!limit.take()) {
      refused += 1;
      return tooMany();
    }
    const asked = { request, book, now: now().getTime(), lag: options.lagMilliseconds ?? 0 };
    return ROUTES.find(([path]) => path.test(request.path))?.[1](asked) ?? notFound();
  };
  const standIn = await serve({ credentials, now, port: options.port ?? 0, answer });
  return Object.assign(standIn, { oauth, refused: () => refused });
}

/** Each use of a refresh token ends it and gives another. */
class Login {
  token = '';
  private refreshToken: string;
  private count = 0;

  constructor(private readonly oauth: TypeformOauth) {
    this.refreshToken = oauth.refreshToken;
  }

  mint(request: Request): Answer {
    const form = request.headers['content-type'] === 'application/x-www-form-urlencoded' ? (request.body as Record<string, string>) : {};
    const right = form.client_id === this.oauth.clientId && form.client_secret === this.oauth.clientSecret;
    if (form.grant_type !== 'refresh_token' || !right || form.refresh_token !== this.refreshToken)
      return { status: 400, body: { error: 'invalid_grant', error_description: 'The refresh token is not valid' } };
    this.count += 1;
    this.token = `sample-tf-access-${this.count}`;
    this.refreshToken = `sample-tf-refresh-${this.count}`;
    const body = { access_token: this.token, refresh_token: this.refreshToken, expires_in: 3_600, token_type: 'bearer', scope: 'offline' };
    return { status: 200, body };
  }
}
