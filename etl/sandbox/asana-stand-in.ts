import {
  type Asked,
  listEvents,
  listProjects,
  listStories,
  listSubtasks,
  listTasks,
  listUsers,
  listWorkspaces,
  showTask,
} from './asana/answers.js';
import { noMatchingRoute, tooMany, unauthorized } from './asana/error.js';
import type { AsanaEvent, AsanaSpace } from './asana/space.js';
import type { Answer, Request } from './stand-in/fault.js';
import { RollingLimit } from './stand-in/rolling-limit.js';
import { serve } from './stand-in/serve.js';
import type { StandIn } from './stand-in/stand-in.js';

export interface AsanaOptions {
  now?: () => Date;
  /** 0, the default, takes any free port. */
  port?: number;
  /** 150 on a free plan. */
  perMinute?: number;
  /** Events that are lost on the way; none unless said. */
  drops?(event: AsanaEvent): boolean;
}

export interface AsanaOauth {
  kind: 'oauth';
  clientId: string;
  clientSecret: string;
  refreshToken: string;
}

export type AsanaStandIn = StandIn<{ kind: 'token'; token: string }> & {
  oauth: AsanaOauth;
  /** Requests that were refused because the limit was used up. */
  refused(): number;
  /** Offsets and sync tokens given before are refused from now on. */
  expireTokens(): void;
};

const TOKEN_SECONDS = 3_600;
const API = '/api/1.0';

const ROUTES: [path: RegExp, answer: (asked: Asked) => Answer][] = [
  [/^\/workspaces$/, listWorkspaces],
  [/^\/users$/, listUsers],
  [/^\/projects$/, listProjects],
  [/^\/tasks$/, listTasks],
  [/^\/tasks\/\d+$/, showTask],
  [/^\/tasks\/\d+\/subtasks$/, listSubtasks],
  [/^\/tasks\/\d+\/stories$/, listStories],
  [/^\/events$/, listEvents],
];

/** Plays Asana over one workspace, which may change while it is served. `url` is without the path of the API, `/api/1.0`. */
export async function startAsanaStandIn(space: AsanaSpace, options: AsanaOptions = {}): Promise<AsanaStandIn> {
  const now = options.now ?? (() => new Date());
  const credentials = { kind: 'token' as const, token: 'sample-personal-token' };
  const oauth: AsanaOauth = { kind: 'oauth', clientId: '1200', clientSecret: 'sample-asana-secret', refreshToken: 'sample-asana-refresh' };
  const limit = new RollingLimit(options.perMinute ?? 150, 60_000);
  const told = { refused: 0, age: 0 };
  const minted = new Map<string, number>();
  const authorized = ({ headers }: Request) => {
    const given = String(headers.authorization ?? '').replace(/^Bearer /, '');
    return given === credentials.token || (minted.get(given) ?? 0) > now().getTime();
  };
  const answer = (request: Request, { url }: StandIn<unknown>): Answer => {
    if (request.method === 'POST' && request.path === '/-/oauth_token') return mint(request, oauth, { minted, now: now().getTime() });
    if (!authorized(request)) return unauthorized();
    if (!limit.take()) {
      told.refused += 1;
      return tooMany(limit.waitSeconds);
    }
    const asked = { request, space, now: now().getTime(), url, age: told.age, drops: options.drops ?? (() => false) };
    return routeOf(request)?.(asked) ?? noMatchingRoute();
  };
  const standIn = await serve({ credentials, now, port: options.port ?? 0, answer });
  const expireTokens = () => {
    told.age += 1;
  };
  return Object.assign(standIn, { oauth, refused: () => told.refused, expireTokens });
}

function routeOf({ method, path }: Request): ((asked: Asked) => Answer) | undefined {
  const under = path.startsWith(`${API}/`) ? path.slice(API.length) : '';
  return method === 'GET' ? ROUTES.find(([known]) => known.test(under))?.[1] : undefined;
}

/** Only as a form, as OAuth has it. */
function mint(request: Request, oauth: AsanaOauth, { minted, now }: { minted: Map<string, number>; now: number }): Answer {
  const form = request.headers['content-type'] === 'application/x-www-form-urlencoded' ? (request.body as Record<string, string>) : {};
  const right = form.client_id === oauth.clientId && form.client_secret === oauth.clientSecret && form.refresh_token === oauth.refreshToken;
  if (form.grant_type !== 'refresh_token' || !right)
    return { status: 400, body: { error: 'invalid_grant', error_description: 'The provided grant is invalid.' } };
  const token = `sample-asana-access-${minted.size + 1}`;
  minted.set(token, now + TOKEN_SECONDS * 1000);
  return {
    status: 200,
    body: { access_token: token, token_type: 'bearer', expires_in: TOKEN_SECONDS, data: { gid: '1', name: 'Sample Admin' } },
  };
}
