import { bulkChangelogs, bulkFetch } from './jira/bulk.js';
import { notFound, tooMany, unauthorized } from './jira/error.js';
import { listFields, listProjects, listUsers } from './jira/lists.js';
import { type Allowed, type ApiToken, Login, type OauthLogin } from './jira/login.js';
import { countIssues, type Searched, search } from './jira/search.js';
import type { JiraSite } from './jira/site.js';
import type { Answer, Request } from './stand-in/fault.js';
import { RollingLimit } from './stand-in/rolling-limit.js';
import { serve } from './stand-in/serve.js';
import type { StandIn } from './stand-in/stand-in.js';

export interface JiraOptions {
  now?: () => Date;
  /** 0, the default, takes any free port. */
  port?: number;
  /** Requests in a second; Jira grants more or less by endpoint. */
  perSecond?: number;
  /** How long a change stays out of the search index. */
  searchLagMilliseconds?: number;
  /** How long an OAuth token lives; an hour unless said. */
  tokenSeconds?: number;
}

/** Its `credentials` are a classic token at `url`; the others are answered at the gateway under `cloudId`. */
export type JiraStandIn = StandIn<ApiToken> & {
  cloudId: string;
  scopedToken: ApiToken;
  oauth: OauthLogin;
  /** Requests that were refused because the limit was used up. */
  refused(): number;
  /** Page tokens given before are refused from now on. */
  expireTokens(): void;
};

const EMAIL = 'admin@northwind-software.example';
const CLOUD_ID = '11223344-a1b2-3b33-c444-def123456789';
const GATEWAY = `/ex/jira/${CLOUD_ID}`;

/** Plays a Jira Cloud site, the gateway of Atlassian and its login. The site may change while it is served. */
export async function startJiraStandIn(site: JiraSite, options: JiraOptions = {}): Promise<JiraStandIn> {
  const now = options.now ?? (() => new Date());
  const allowed: Allowed = {
    classic: { kind: 'api token', email: EMAIL, token: 'sample-classic-token' },
    scoped: { kind: 'scoped token', email: EMAIL, token: 'sample-scoped-token' },
    oauth: { kind: 'oauth', clientId: 'baton_sample', clientSecret: 'sample-jira-secret', refreshToken: 'sample-refresh-0' },
    tokenSeconds: options.tokenSeconds ?? 3_600,
  };
  const login = new Login(allowed, now);
  const limit = new RollingLimit(options.perSecond ?? 100, 1_000);
  const told = { refused: 0, tokenAge: 0 };
  const answer = (request: Request, { url }: StandIn<ApiToken>): Answer => {
    if (request.method === 'POST' && request.path === '/oauth/token') return login.refresh(request);
    const atGateway = request.path.startsWith(`${GATEWAY}/`);
    if (!login.mayAsk(request, atGateway)) return unauthorized();
    if (!limit.take()) {
      told.refused += 1;
      return withHeaders(tooMany(limit.waitSeconds), limit, now());
    }
    const searched = { site, url, now: now().getTime(), lag: options.searchLagMilliseconds ?? 0, tokenAge: told.tokenAge };
    const path = atGateway ? request.path.slice(GATEWAY.length) : request.path;
    return withHeaders(ROUTES[`${request.method} ${path}`]?.(request, searched) ?? notFound(), limit, now());
  };
  const standIn = await serve({ credentials: allowed.classic, now, port: options.port ?? 0, answer });
  const expireTokens = () => {
    told.tokenAge += 1;
  };
  const { scoped: scopedToken, oauth } = allowed;
  return Object.assign(standIn, { cloudId: CLOUD_ID, scopedToken, oauth, refused: () => told.refused, expireTokens });
}

const ROUTES: Record<string, (request: Request, searched: Searched) => Answer> = {
  'POST /rest/api/3/search/jql': search,
  'POST /rest/api/3/search/approximate-count': countIssues,
  'POST /rest/api/3/issue/bulkfetch': bulkFetch,
  'POST /rest/api/3/changelog/bulkfetch': bulkChangelogs,
  'GET /rest/api/3/project/search': listProjects,
  'GET /rest/api/3/users/search': listUsers,
  'GET /rest/api/3/field': listFields,
  'GET /rest/api/3/myself': () => ({
    status: 200,
    body: {
      accountId: '712020:admin',
      accountType: 'atlassian',
      displayName: 'Sample Admin',
      emailAddress: EMAIL,
      active: true,
      timeZone: 'Europe/Berlin',
    },
  }),
};

const withHeaders = (answer: Answer, limit: RollingLimit, now: Date): Answer => ({
  ...answer,
  headers: {
    'x-ratelimit-limit': String(limit.max),
    'x-ratelimit-remaining': String(limit.remaining),
    'x-ratelimit-reset': String(Math.ceil(now.getTime() / 1000) + 1),
    ...answer.headers,
  },
});
