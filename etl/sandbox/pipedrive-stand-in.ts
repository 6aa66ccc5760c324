import type { Book } from './pipedrive/book.js';
import { forbidden, tooMany, unauthorized } from './pipedrive/error.js';
import { route } from './pipedrive/route.js';
import type { Answer, Request } from './stand-in/fault.js';
import { RollingLimit } from './stand-in/rolling-limit.js';
import { serve } from './stand-in/serve.js';
import type { StandIn } from './stand-in/stand-in.js';

export interface PipedriveOptions {
  now?: () => Date;
  /** 0, the default, takes any free port. */
  port?: number;
  /** Requests in two seconds; 20 is what the smallest plan allows. */
  perTwoSeconds?: number;
  /** Tokens in a day, which all requests share. */
  tokensPerDay?: number;
  /** Paths answered as if a scope were missing. */
  forbidden?: RegExp;
}

export type PipedriveStandIn = StandIn<{ kind: 'api token'; token: string }> & {
  /** What an app would use instead, and whose refresh token is replaced at each use. */
  oauth: { kind: 'oauth'; clientId: string; clientSecret: string; refreshToken: string };
  refused(): number;
  expireCursors(): void;
};

/** What a request costs of the day's tokens: https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting */
const costOf = (path: string) => (path.endsWith('/changelog') || path.startsWith('/api/v1') ? 20 : path.match(/stages|pipelines/) ? 5 : 10);

interface Told {
  refused: number;
  generation: number;
  spent: number;
  mints: number;
}

/** Plays a Pipedrive company, both of its APIs and its login. The book may change while it is served. */
export async function startPipedriveStandIn(book: Book, options: PipedriveOptions = {}): Promise<PipedriveStandIn> {
  const burst = new RollingLimit(options.perTwoSeconds ?? 20, 2_000);
  const budget = options.tokensPerDay ?? 1_000_000;
  const told: Told = { refused: 0, generation: 1, spent: 0, mints: 0 };
  const credentials = { kind: 'api token' as const, token: `sample-pipedrive-${book.companyId}` };
  const oauth = {
    kind: 'oauth' as const,
    clientId: 'baton-sample',
    clientSecret: 'sample-pipedrive-secret',
    refreshToken: 'sample-refresh-0',
  };
  const answer = (request: Request): Answer => {
    if (request.path === '/oauth/token') return mint(request, oauth, told);
    const { 'x-api-token': token, authorization } = request.headers;
    if (token !== credentials.token && authorization !== `Bearer sample-access-${told.mints}`) return unauthorized();
    const cost = costOf(request.path);
    const allowed = told.spent + cost <= budget && burst.take();
    if (allowed) told.spent += cost;
    else told.refused += 1;
    const answered = !allowed ? tooMany() : options.forbidden?.test(request.path) ? forbidden() : route(request, book, told.generation);
    return { ...answered, headers: limitHeaders(burst, { budget, spent: told.spent, cost, allowed }) };
  };
  const standIn = await serve({ credentials, now: options.now ?? (() => new Date()), port: options.port ?? 0, answer });
  const expireCursors = () => {
    told.generation += 1;
  };
  return Object.assign(standIn, { oauth, refused: () => told.refused, expireCursors });
}

function limitHeaders(
  burst: RollingLimit,
  { budget, spent, cost, allowed }: { budget: number; spent: number; cost: number; allowed: boolean },
) {
  const left = budget - spent;
  return {
    'x-ratelimit-limit': String(burst.max),
    'x-ratelimit-remaining': String(burst.remaining),
    'x-ratelimit-reset': '2',
    'x-daily-ratelimit-token-limit': String(budget),
    'x-daily-ratelimit-token-remaining': String(!allowed && left < cost ? 0 : left),
  };
}

function mint({ method, headers, body }: Request, oauth: PipedriveStandIn['oauth'], told: Told): Answer {
  const basic = `Basic ${Buffer.from(`${oauth.clientId}:${oauth.clientSecret}`).toString('base64')}`;
  const { grant_type: type, refresh_token: given } = (body ?? {}) as Record<string, string>;
  if (method !== 'POST' || headers.authorization !== basic) return { status: 401, body: { success: false, error: 'invalid_client' } };
  if (type !== 'refresh_token' || given !== oauth.refreshToken) return { status: 400, body: { success: false, error: 'invalid_grant' } };
  told.mints += 1;
  oauth.refreshToken = `sample-refresh-${told.mints}`;
  const access_token = `sample-access-${told.mints}`;
  return {
    status: 200,
    body: { access_token, token_type: 'Bearer', refresh_token: oauth.refreshToken, scope: 'deals:read', expires_in: 3599 },
  };
}
