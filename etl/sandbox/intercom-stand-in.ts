import type { SampleCompany } from './company/sample.js';
import { Books } from './intercom/books.js';
import { wireDetail } from './intercom/conversation.js';
import { badVersion, forbidden, invalid, notFound, tooMany, unauthorized } from './intercom/error.js';
import { Scroll } from './intercom/scroll.js';
import { search } from './intercom/search.js';
import { wireAdmin, wireMe, wireTeams } from './intercom/wire.js';
import type { Answer, Request } from './stand-in/fault.js';
import { RollingLimit } from './stand-in/rolling-limit.js';
import { serve } from './stand-in/serve.js';
import type { StandIn } from './stand-in/stand-in.js';

export interface IntercomOptions {
  now?: () => Date;
  /** 0, the default, takes any free port. */
  port?: number;
  /** Requests in a slice of ten seconds: a sixth of 10,000 a minute. */
  perSlice?: number;
  /** A hundred unless said. */
  companiesPerPage?: number;
  /** Paths the token has no permission for: '/contacts/search'. */
  forbidden?: string[];
}

export interface IntercomToken {
  token: string;
}

export interface IntercomStandIn extends StandIn<IntercomToken> {
  /** From now on cursors given before are refused. */
  expireCursors(): void;
  /** The open scroll over companies ends, as after a network error. */
  breakScroll(): void;
  /** Requests answered 429. */
  refused(): number;
}

const SLICE = 10_000;
const VERSION = '2.15';

/** Plays the support side of the company in Intercom's words. */
export async function startIntercomStandIn(company: SampleCompany, options: IntercomOptions = {}): Promise<IntercomStandIn> {
  const now = options.now ?? (() => new Date());
  const credentials = { token: `sample-intercom-token-${company.seed}` };
  const limit = new RollingLimit(options.perSlice ?? 1_666, SLICE);
  const play: Play = { books: new Books(company, now), scroll: new Scroll(now, options.companiesPerPage ?? 100), generation: 1 };
  let refused = 0;
  const answer = (request: Request): Answer => {
    const denied = refuse(request, credentials, options.forbidden ?? []);
    if (denied !== null) return denied;
    const allowed = limit.take();
    if (!allowed) refused += 1;
    const answered = allowed ? route(play, request) : tooMany();
    return { ...answered, headers: rateHeaders(limit, now) };
  };
  const standIn = await serve({ credentials, now, port: options.port ?? 0, answer });
  const levers = {
    expireCursors: () => {
      play.generation += 1;
    },
    breakScroll: () => play.scroll.break(),
    refused: () => refused,
  };
  return Object.assign(standIn, levers);
}

interface Play {
  books: Books;
  scroll: Scroll;
  /** Of the cursors that are taken. */
  generation: number;
}

function refuse({ headers, path }: Request, { token }: IntercomToken, without: string[]): Answer | null {
  if (headers.authorization !== `Bearer ${token}`) return unauthorized();
  // Without the header the app's own version would answer, which is not ours to choose.
  if (headers['intercom-version'] !== VERSION) return badVersion();
  return without.includes(path) ? forbidden() : null;
}

function route({ books, scroll, generation }: Play, request: Request): Answer {
  const ok = (body: unknown): Answer => ({ status: 200, body });
  switch (`${request.method} ${request.path}`) {
    case 'GET /me':
      return ok(wireMe(books.agents()[0]));
    case 'GET /admins':
      return ok({ type: 'admin.list', admins: books.agents().map(wireAdmin) });
    case 'GET /teams':
      return ok(wireTeams(books.agents()));
    case 'GET /companies/scroll':
      return scroll.answer(request, books.companies());
    case 'POST /companies/list':
      return listCompanies(books.companies(), request);
    case 'POST /contacts/search':
      return search({ rows: books.contacts(), name: 'data', type: 'list', byDay: true, generation }, request);
    case 'POST /conversations/search':
      return search({ rows: books.conversations(), name: 'conversations', type: 'conversation.list', byDay: false, generation }, request);
    default:
      return detail(books, request);
  }
}

function detail(books: Books, { method, path, query }: Request): Answer {
  const [, id] = (method === 'GET' ? /^\/conversations\/(\d+)$/.exec(path) : null) ?? [];
  if (id === undefined) return notFound('Resource');
  const told = books.conversation(id);
  return told === null ? notFound('Conversation') : { status: 200, body: wireDetail(told, query.get('display_as') === 'plaintext') };
}

/** Stops at 10,000 companies. */
function listCompanies(companies: unknown[], { query }: Request): Answer {
  const [page, size] = [Number(query.get('page') ?? '1'), Number(query.get('per_page') ?? '15')];
  if (page * size > 10_000) return invalid('page limit reached, please use scroll API');
  const pages = { type: 'pages', page, per_page: size, total_pages: Math.ceil(companies.length / size) };
  const data = companies.slice((page - 1) * size, page * size);
  return { status: 200, body: { type: 'list', data, pages, total_count: companies.length } };
}

function rateHeaders(limit: RollingLimit, now: () => Date): Record<string, string> {
  const slice = Math.floor(now().getTime() / SLICE) + 1;
  return {
    'x-ratelimit-limit': String(limit.max),
    'x-ratelimit-remaining': String(limit.remaining),
    'x-ratelimit-reset': String((slice * SLICE) / 1000),
    'intercom-version': VERSION,
  };
}
