import { randomUUID } from 'node:crypto';
import type { Kept, Rating, Ticket } from './company/company.js';
import type { SampleCompany } from './company/sample.js';
import type { Answer, Request } from './stand-in/fault.js';
import { RollingLimit } from './stand-in/rolling-limit.js';
import { serve } from './stand-in/serve.js';
import type { StandIn } from './stand-in/stand-in.js';
import { listDeleted } from './zendesk/deleted.js';
import { forbidden, notFound, tooMany } from './zendesk/error.js';
import { type Asking, cursorExport, MOST_PER_PAGE, timeExport } from './zendesk/export.js';
import { listGroups } from './zendesk/groups.js';
import { type ApiToken, Login, type OauthClient, type RefreshToken } from './zendesk/login.js';
import { metricSets } from './zendesk/metric-sets.js';
import { listRatings } from './zendesk/ratings.js';
import { listSurveyResponses } from './zendesk/survey-responses.js';
import { ticketEvents, wireTicketEvent } from './zendesk/ticket-events.js';
import { Timeline } from './zendesk/timeline.js';
import { listUsers } from './zendesk/users.js';
import { wireOrganization, wireTicket, wireUser } from './zendesk/wire.js';

export interface ZendeskOptions {
  now?: () => Date;
  /** 0, the default, takes any free port. */
  port?: number;
  /** Requests in a minute over all paths: 400 in the recordings. */
  perMinute?: number;
  cursorExportsPerMinute?: number;
  timeExportsPerMinute?: number;
  deletedListsPerMinute?: number;
  /** One account asks its customers in one of two ways; 'legacy' unless said. */
  csat?: 'legacy' | 'surveys';
  /** How long a minted token lives; 30 minutes unless said. */
  tokenSeconds?: number;
  /** Rows of a cursor export in one page, however many are asked for; 1,000 as Zendesk has it. */
  mostPerPage?: number;
}

/** Its `credentials` are the OAuth client; `apiToken` is the old way in. */
export interface ZendeskStandIn extends StandIn<OauthClient> {
  apiToken: ApiToken;
  /** What the authorization code flow would give; it works once, and whoever uses it is given the next. */
  refreshToken(): RefreshToken;
  /** From now on cursors given before are refused. */
  expireCursors(): void;
}

const MINUTE = 60_000;

/** Plays the support side of the company. */
export async function startZendeskStandIn(company: SampleCompany, options: ZendeskOptions = {}): Promise<ZendeskStandIn> {
  const now = options.now ?? (() => new Date());
  const oauth: OauthClient = { kind: 'oauth', clientId: 'baton_sample', clientSecret: `sample-secret-${company.seed}` };
  const apiToken: ApiToken = { kind: 'api token', email: 'admin@northwind-software.example', token: `sample-token-${company.seed}` };
  const login = new Login({ oauth, apiToken, tokenSeconds: options.tokenSeconds ?? 1800 }, now);
  const limits = {
    all: new RollingLimit(options.perMinute ?? 400, MINUTE),
    cursor: new RollingLimit(options.cursorExportsPerMinute ?? 20, MINUTE),
    time: new RollingLimit(options.timeExportsPerMinute ?? 10, MINUTE),
    deleted: new RollingLimit(options.deletedListsPerMinute ?? options.timeExportsPerMinute ?? 10, MINUTE),
  };
  let generation = 1;
  const routes = routesOf(company, options.csat ?? 'legacy');
  const answer = (request: Request, standIn: StandIn<OauthClient>): Answer => {
    if (request.path === '/oauth/tokens' && request.method === 'POST') return login.mint(request);
    const path = request.path.replace(/[.]json$/, '');
    const refused = login.refuse(request);
    if (path === '/api/v2/users/me') return whoAmI(refused, request, apiToken);
    if (refused !== null) return refused;
    const route = request.method === 'GET' ? routes[path] : undefined;
    const most = options.mostPerPage ?? MOST_PER_PAGE;
    const asking = { request, now: Math.floor(now().getTime() / 1000), url: standIn.url, most, generation };
    const answered = limited(limits, route?.limit) ?? route?.answer(asking) ?? notFound();
    return { ...answered, headers: { ...rateHeaders(limits, route?.limit), ...answered.headers } };
  };
  const standIn = await serve({ credentials: oauth, now, port: options.port ?? 0, answer });
  const levers = {
    refreshToken: (): RefreshToken => ({ ...oauth, kind: 'oauth refresh token', refreshToken: login.refreshToken }),
    expireCursors: () => {
      generation += 1;
    },
  };
  return Object.assign(standIn, { apiToken, ...levers });
}

type Limits = Record<'all' | 'cursor' | 'time' | 'deleted', RollingLimit>;

interface Route {
  limit?: 'cursor' | 'time' | 'deleted';
  answer(asking: Asking): Answer;
}

function routesOf(company: SampleCompany, csat: 'legacy' | 'surveys'): Record<string, Route> {
  const changes = <T extends Kept>(take: (from: SampleCompany) => T[]) =>
    new Timeline<T>(company, (from) => take(from).map((held) => ({ at: held.changedAt, id: held.id, held })));
  const ratings = changes((from) => from.ratings);
  const tickets = { name: 'tickets', timeline: changes((from) => from.tickets), wire: ticketWire(company), beside: metricSets };
  const users = { name: 'users', timeline: changes((from) => from.users), wire: wireUser };
  const organizations = { name: 'organizations', timeline: changes((from) => from.organizations), wire: wireOrganization };
  const standing = (from: SampleCompany) => from.tickets.filter((ticket) => ticket.archivedAt === null);
  const events = new Timeline(company, (from) =>
    standing(from)
      .flatMap(ticketEvents)
      .map((held) => ({ at: held.step.at, id: held.step.id, held })),
  );
  const audits = (withComments: boolean) => ({
    name: 'ticket_events',
    timeline: events,
    wire: (event: ReturnType<typeof ticketEvents>[number]) => wireTicketEvent(event, withComments),
  });
  const comments = (asking: Asking) => asking.request.query.get('include') === 'comment_events';
  return {
    '/api/v2/incremental/tickets/cursor': { limit: 'cursor', answer: (asking) => cursorExport(tickets, asking) },
    '/api/v2/incremental/users/cursor': { limit: 'cursor', answer: (asking) => cursorExport(users, asking) },
    '/api/v2/incremental/organizations': { limit: 'time', answer: (asking) => timeExport(organizations, asking) },
    '/api/v2/incremental/ticket_events': { limit: 'time', answer: (asking) => timeExport(audits(comments(asking)), asking) },
    '/api/v2/users': { answer: (asking) => listUsers(users.timeline, asking) },
    '/api/v2/groups': { answer: listGroups },
    '/api/v2/deleted_tickets': { limit: 'deleted', answer: (asking) => listDeleted(company.tickets, asking) },
    '/api/v2/satisfaction_ratings': { answer: (asking) => (csat === 'legacy' ? listRatings(ratings, asking) : forbidden()) },
    '/api/v2/guide/survey_responses': {
      answer: (asking) => (csat === 'surveys' ? listSurveyResponses(company.ratings, asking) : notFound()),
    },
  };
}

function ticketWire(company: SampleCompany): (ticket: Ticket, url: string) => unknown {
  let revision = -1;
  let byTicket = new Map<string, Rating>();
  return (ticket, url) => {
    if (revision !== company.revision) byTicket = new Map(company.ratings.map((rating) => [rating.ticketId, rating]));
    revision = company.revision;
    return wireTicket(ticket, byTicket.get(ticket.id) ?? null, url);
  };
}

function limited(limits: Limits, own: Route['limit']): Answer | null {
  if (!limits.all.take()) return tooMany('API', limits.all.waitSeconds);
  if (own === undefined || limits[own].take()) return null;
  return tooMany('incremental export API', limits[own].waitSeconds);
}

/** A wrong API token is answered as an anonymous person, not as an error. */
function whoAmI(refused: Answer | null, request: Request, { email }: ApiToken): Answer {
  const bearer = String(request.headers.authorization).startsWith('Bearer ');
  if (refused !== null)
    return bearer
      ? refused
      : { status: 200, body: { user: { id: null, name: 'Anonymous user', email: 'invalid@example.com', role: 'end-user' } } };
  return { status: 200, body: { user: { id: 380_001_999_999, name: 'Sample Admin', email, role: 'admin', active: true } } };
}

function rateHeaders({ all, cursor, time }: Limits, own: Route['limit']): Record<string, string> {
  const reset = String(Math.ceil(all.waitSeconds) || 60);
  const limit = own === undefined || own === 'deleted' ? null : { cursor, time }[own];
  const told =
    limit === null
      ? {}
      : {
          [`zendesk-ratelimit-incremental-exports${own === 'cursor' ? '-cursor' : ''}`]: `total=${limit.max}; remaining=${limit.remaining}; resets=60`,
        };
  return {
    'x-request-id': randomUUID(),
    'x-zendesk-api-version': 'v2',
    'x-rate-limit': String(all.max),
    'x-rate-limit-remaining': String(all.remaining),
    'ratelimit-limit': String(all.max),
    'ratelimit-remaining': String(all.remaining),
    'ratelimit-reset': reset,
    ...told,
  };
}
