import type { SampleCompany } from './company/sample.js';
import { BulkJobs } from './salesforce/bulk.js';
import { companyHoldings } from './salesforce/company-holdings.js';
import { deletedRecords } from './salesforce/deleted.js';
import { describeSobject } from './salesforce/describe.js';
import { notFound, overDaily, Refused, refusal, uriTooLong } from './salesforce/error.js';
import { type ClientCredentials, Login, type RefreshToken } from './salesforce/login.js';
import { type Org, orgOf } from './salesforce/org.js';
import { Queries } from './salesforce/query.js';
import type { Answer, Request } from './stand-in/fault.js';
import { RollingLimit } from './stand-in/rolling-limit.js';
import { serve } from './stand-in/serve.js';
import type { StandIn } from './stand-in/stand-in.js';

export interface SalesforceOptions {
  now?: () => Date;
  /** 0, the default, takes any free port. */
  port?: number;
  /** Requests of the whole org in 24 hours; 15,000 is what the smallest edition gets. */
  perDay?: number;
  /** Records in one page of a query; Salesforce sends 2,000 at most and often fewer. */
  pageSize?: number;
  /** How long a session lives; two hours unless said. */
  sessionSeconds?: number;
  /** How often a bulk job is asked after before it is done. */
  pollsUntilDone?: number;
  /** Objects ('EmailMessage') and fields ('Account.CSM__c') that this org lacks. */
  without?: string[];
  /** Names of more custom fields that accounts have; each says "wide" and its place. */
  wide?: string[];
}

/** Its `credentials` are those of the run-as user; `refreshToken` is the other way in. */
export type SalesforceStandIn = StandIn<ClientCredentials> & {
  refreshToken: RefreshToken;
  org: Org;
  jobs: BulkJobs;
  queries: Queries;
  login: Login;
  /** Requests that were over the daily limit. */
  refused(): number;
};

const VERSIONED = /^\/services\/data\/(v6[2-7][.]0)\/(.+?)\/?$/;
const LONGEST_ADDRESS = 16_384;
const DAY = 86_400_000;

/** Plays the company's CRM as if it were Salesforce. */
export const startSalesforceStandIn = (company: SampleCompany, options: SalesforceOptions = {}): Promise<SalesforceStandIn> =>
  serveOrg(orgOf(companyHoldings(company), { without: options.without ?? [], wide: options.wide ?? [] }), options);

export async function serveOrg(org: Org, options: SalesforceOptions = {}): Promise<SalesforceStandIn> {
  const now = options.now ?? (() => new Date());
  const app: ClientCredentials = { kind: 'client credentials', clientId: '3MVG9.sample', clientSecret: 'sample-secret-of-the-app' };
  const refreshToken: RefreshToken = { ...app, kind: 'refresh token', refreshToken: '5Aep861.sample' };
  const login = new Login({ app, refreshToken: refreshToken.refreshToken, sessionSeconds: options.sessionSeconds ?? 7_200 }, now);
  const day = new RollingLimit(options.perDay ?? 15_000, DAY);
  const jobs = new BulkJobs(org.objects, now, options.pollsUntilDone ?? 2);
  const queries = new Queries(org.objects, options.pageSize ?? 2_000);
  const route = routes({ org, jobs, queries, now });
  let refusedCount = 0;
  const limited = (): Answer | null => {
    if (day.take()) return null;
    refusedCount += 1;
    return overDaily();
  };
  const answer = (request: Request, standIn: StandIn<ClientCredentials>): Answer => {
    if (request.path === '/services/oauth2/token') return login.signIn(request, standIn.url);
    if (request.path.length + request.query.toString().length > LONGEST_ADDRESS) return uriTooLong();
    const answered = login.refuse(request) ?? limited() ?? answerOf(route, request);
    return { ...answered, headers: { 'sforce-limit-info': `api-usage=${day.max - day.remaining}/${day.max}`, ...answered.headers } };
  };
  const standIn = await serve({ credentials: app, now, port: options.port ?? 0, answer });
  return Object.assign(standIn, { refreshToken, org, jobs, queries, login, refused: () => refusedCount });
}

type Route = (request: Request) => Answer;

function answerOf(route: Route, request: Request): Answer {
  try {
    return route(request);
  } catch (error) {
    if (error instanceof Refused) return refusal(400, error.errorCode, error.message);
    throw error;
  }
}

interface Parts {
  org: Org;
  jobs: BulkJobs;
  queries: Queries;
  now: () => Date;
}

function routes(parts: Parts): Route {
  return (request) => {
    if (/^\/services\/data\/?$/.test(request.path)) return { status: 200, body: VERSIONS };
    const [, version, rest] = VERSIONED.exec(request.path) ?? [];
    if (version === undefined || rest === undefined) return notFound();
    const [head = '', ...tail] = rest.split('/');
    return (HEADS[head] ?? notFound)(parts, { request, version, tail });
  };
}

interface Asked {
  request: Request;
  version: string;
  /** The address below the head. */
  tail: string[];
}

const HEADS: Record<string, (parts: Parts, asked: Asked) => Answer> = {
  query: ({ queries }, { request, version, tail: [cursor] }) =>
    cursor === undefined ? queries.ask(request, { all: false, version }) : queries.more(cursor, request, version),
  queryAll: ({ queries }, { request, version, tail: [cursor] }) =>
    cursor === undefined ? queries.ask(request, { all: true, version }) : queries.more(cursor, request, version),
  sobjects({ org, now }, { request, tail: [name = '', action] }) {
    const sobject = org.objects.get(name.toLowerCase());
    if (sobject === undefined) return notFound();
    if (action === 'describe') return describeSobject(sobject);
    return action === 'deleted' ? deletedRecords(sobject, request, now().getTime()) : notFound();
  },
  jobs({ jobs }, { request, version, tail: [kind, id, part] }) {
    if (kind !== 'query') return notFound();
    if (id === undefined) return jobs.create(request, version);
    return part === 'results' ? jobs.results(id, request) : jobs.state(id, version);
  },
};

const VERSIONS = [62, 63, 64, 65, 66, 67].map((number) => ({
  version: `${number}.0`,
  label: `Release ${number}`,
  url: `/services/data/v${number}.0`,
}));
