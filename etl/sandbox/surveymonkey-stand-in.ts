import type { Answer, Request } from './stand-in/fault.js';
import { RollingLimit } from './stand-in/rolling-limit.js';
import { serve } from './stand-in/serve.js';
import type { StandIn } from './stand-in/stand-in.js';
import type { SurveyBook, SurveyResponse } from './surveymonkey/book.js';
import { wireDetails, wireResponse } from './surveymonkey/wire.js';

export interface SurveymonkeyOptions {
  now?: () => Date;
  /** 0, the default, takes any free port. */
  port?: number;
  /** 120 for a draft or private app. */
  perMinute?: number;
  /** 500 for a draft or private app. */
  perDay?: number;
  /** Called whenever a limit refuses a request. */
  onRefused?: () => void;
  /** Scopes that the token has. */
  scopes?: string[];
}

export type SurveymonkeyStandIn = StandIn<{ token: string }>;

const TOKEN = 'sample-token-of-an-app-of-one-account';
const SCOPES = ['surveys_read', 'responses_read', 'responses_read_detail'];
const DAY = 86_400_000;
const PATH = /^\/v3\/surveys(?:\/(\d+)\/(details|responses|responses\/bulk))?$/;
const KNOWN = ['page', 'per_page', 'sort_by', 'sort_order', 'start_modified_at', 'end_modified_at', 'include', 'status'];

/** Plays SurveyMonkey over one account's book. */
export async function startSurveymonkeyStandIn(book: SurveyBook, options: SurveymonkeyOptions = {}): Promise<SurveymonkeyStandIn> {
  const minute = new RollingLimit(options.perMinute ?? 120, 60_000);
  const day = new RollingLimit(options.perDay ?? 500, DAY);
  const scopes = options.scopes ?? SCOPES;
  const answer = (request: Request, { url }: SurveymonkeyStandIn): Answer => {
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return problem(401, '1011', 'The authorization token provided was invalid.');
    const refused = !day.take() || !minute.take();
    if (refused) options.onRefused?.();
    const answered = refused ? problem(429, '1040', 'Rate limit reached. Too many requests') : route(book, request, { url, scopes });
    return { ...answered, headers: { ...answered.headers, ...limitHeaders(minute, day), 'x-oauth-scopes-granted': scopes.join(',') } };
  };
  return serve({ credentials: { token: TOKEN }, now: options.now ?? (() => new Date()), port: options.port ?? 0, answer });
}

const limitHeaders = (minute: RollingLimit, day: RollingLimit) => ({
  'x-ratelimit-app-global-minute-limit': String(minute.max),
  'x-ratelimit-app-global-minute-remaining': String(minute.remaining),
  'x-ratelimit-app-global-minute-reset': String(Math.ceil(minute.waitSeconds)),
  'x-ratelimit-app-global-day-limit': String(day.max),
  'x-ratelimit-app-global-day-remaining': String(day.remaining),
  'x-ratelimit-app-global-day-reset': String(Math.ceil(day.waitSeconds)),
});

function problem(status: number, id: string, message: string): Answer {
  const docs = 'https://developer.surveymonkey.com/api/v3/#error-codes';
  return { status, body: { error: { id, name: message.split('.')[0], docs, message, http_status_code: status } } };
}

interface Serving {
  url: string;
  scopes: string[];
}

function route(book: SurveyBook, request: Request, serving: Serving): Answer {
  const [whole, id, of] = PATH.exec(request.path) ?? [];
  if (whole === undefined || request.method !== 'GET') return problem(404, '1020', 'There was an error retrieving the requested resource.');
  const unknown = [...request.query.keys()].find((name) => !KNOWN.includes(name));
  if (unknown !== undefined) return problem(400, '1002', `Invalid schema in the parameters: ${unknown}.`);
  const scope = of === undefined || of === 'details' ? 'surveys_read' : of === 'responses' ? 'responses_read' : 'responses_read_detail';
  if (!serving.scopes.includes(scope)) return problem(403, '1014', 'Permission has not been granted by the user to make this request.');
  if (id === undefined) return listSurveys(book, request, serving.url);
  const survey = book.surveys.find((one) => one.id === id);
  if (!survey) return problem(404, '1020', 'There was an error retrieving the requested resource.');
  const responses = book.responses.filter(({ surveyId }) => surveyId === id);
  if (of === 'details') return { status: 200, body: wireDetails(survey, serving.url, responses.length) };
  return listResponses(responses, request, { url: serving.url, bulk: of === 'responses/bulk' });
}

function listSurveys(book: SurveyBook, request: Request, url: string): Answer {
  const counted = request.query.get('include')?.split(',').includes('response_count') ?? false;
  const surveys = book.surveys.map(({ id, title }) => ({
    id,
    title,
    nickname: '',
    href: `${url}/v3/surveys/${id}`,
    ...(counted ? { response_count: book.responses.filter(({ surveyId }) => surveyId === id).length } : {}),
  }));
  return page(request, surveys, { url, most: 1_000 });
}

function listResponses(responses: SurveyResponse[], request: Request, { url, bulk }: { url: string; bulk: boolean }): Answer {
  const [from, to] = ['start_modified_at', 'end_modified_at'].map((name) => moment(request.query.get(name)));
  if (Number.isNaN(from) || Number.isNaN(to)) return problem(400, '1002', 'Invalid schema in the parameters: not a date.');
  const found = responses.filter(({ modifiedAt }) => (from == null || modifiedAt > from) && (to == null || modifiedAt < to));
  const ascending = request.query.get('sort_order') === 'ASC' ? 1 : -1;
  // Within one second the order is the vendor's own: not that of the ids.
  found.sort((a, b) => ascending * (a.modifiedAt - b.modifiedAt) || Number(b.id) - Number(a.id));
  const wired = found.map((response) =>
    bulk ? wireResponse(response, url) : { id: response.id, href: `${url}${request.path}/${response.id}` },
  );
  return page(request, wired, { url, most: 100 });
}

/** Times without a zone are in UTC; null for none, NaN for what is no time. */
function moment(text: string | null): number | null {
  if (text === null) return null;
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text) ? Date.parse(`${text}Z`) : Number.NaN;
}

function page(request: Request, kept: unknown[], { url, most }: { url: string; most: number }): Answer {
  const number = Number(request.query.get('page') ?? '1');
  const size = Number(request.query.get('per_page') ?? '50');
  if (!Number.isInteger(number) || number < 1 || !Number.isInteger(size) || size < 1 || size > most)
    return problem(400, '1003', `Invalid page or per_page: the most is ${most}.`);
  const link = (to: number) => {
    const query = new URLSearchParams(request.query);
    query.set('page', String(to));
    return `${url}${request.path}?${query}`;
  };
  const end = number * size;
  const links = { self: link(number), ...(end < kept.length ? { next: link(number + 1) } : {}) };
  return { status: 200, body: { data: kept.slice(end - size, end), per_page: size, page: number, total: kept.length, links } };
}
